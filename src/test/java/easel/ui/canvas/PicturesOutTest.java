package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.graph.NodeId;
import easel.nodes.Image;
import easel.run.JobId;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.RunEvent;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures of nodes leave the canvas, by events. The sampler's picture is 8 x 8, or it has four from 8 x 8 to 8 x 11. */
class PicturesOutTest {

    private final NotingHost host = new NotingHost();
    private Hands hands;

    @BeforeEach
    void open() throws Exception {
        hands = new Hands(Example.document());
        Hands.onEdt(() -> {
            hands.view().setHost(host);
            hands.view().setCamera(new Camera(1, -500, 20));
        });
    }

    /** Kept from the collector as long as the test runs. */
    private List<Image> images;

    private void gave(int pictures) throws Exception {
        images = IntStream.range(0, pictures).mapToObj(i -> new Image(Picture.of(8, 8 + i, 3, new byte[8 * (8 + i) * 3]), null)).toList();
        hands.tell(new RunEvent.NodeChanged(new JobId(1), new NodeId("sampler"), new Key("one"), new NodeState.Done(2, false, images, null)));
    }

    private Point picture(double right, double down) {
        NodeView node = hands.view().scene().node(new NodeId("sampler")).orElseThrow();
        NodeLayout.Box box = node.layout().picture();
        return hands.at(node.x() + box.x() + box.width() * right, node.y() + box.y() + box.height() * down);
    }

    private void choose(String line) throws Exception {
        Hands.onEdt(() -> hands.menuItem(line).doClick());
    }

    private double x() {
        return hands.view().scene().node(new NodeId("sampler")).orElseThrow().x();
    }

    @Test
    void drag_picture_out() throws Exception {
        gave(4);
        Point from = picture(0.9, 0.9);
        double before = x();
        hands.press(from, MouseEvent.BUTTON1, 0);
        hands.drag(new Point(from.x + 40, from.y), 0);
        assertThat(host.asked()).as("the picture under the pointer is in the hand").containsExactly("carry picture 8x11 of Sampler");
        assertThat(x()).as("on the canvas the node moves").isNotEqualTo(before);
        hands.drag(new Point(-30, from.y), 0);
        assertThat(host.asked()).last().isEqualTo("leave at -30");
        assertThat(hands.view().isBusy()).as("the rest is the system's").isFalse();
        hands.release(new Point(-30, from.y), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).as("and the node is where it was").isEmpty();
        assertThat(x()).isEqualTo(before);
    }

    @Test
    void a_node_held_by_its_picture_is_moved_on_the_canvas_and_copied_with_alt() throws Exception {
        gave(1);
        Point from = picture(0.5, 0.5);
        hands.swipe(from, new Point(from.x, from.y + 80), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).hasSize(1);
        hands.swipe(picture(0.5, 0.5), new Point(-30, from.y), MouseEvent.BUTTON1, InputEvent.ALT_DOWN_MASK);
        assertThat(host.asked()).as("a copy goes nowhere").containsExactly("carry picture 8x8 of Sampler");
        assertThat(hands.document().node(new NodeId("sampler-2"))).isPresent();
    }

    @Test
    void copy_and_save_picture() throws Exception {
        gave(4);
        hands.click(hands.head("sampler"), 0);
        hands.rightClick(picture(0.9, 0.1));
        choose("Copy picture");
        assertThat(host.asked()).containsExactly("copy picture 8x9");
        hands.rightClick(hands.head("sampler"));
        choose("Save picture as…");
        assertThat(host.asked()).as("the first where none is pointed at").last().isEqualTo("save picture 8x8 of Sampler");
        hands.move(picture(0.1, 0.9));
        Hands.onEdt(() -> hands.view().perform(CanvasAction.COPY_PICTURE));
        assertThat(host.asked()).last().isEqualTo("copy picture 8x10");
    }
}
