package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.graph.Size;
import easel.nodes.Image;
import easel.run.JobId;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.RunEvent;
import java.awt.Point;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the pictures in nodes to a close look at them, by events. */
class CloserTest {

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

    private void gave(String key, int pictures) throws Exception {
        List<Image> images = Collections.nCopies(pictures, new Image(Picture.of(8, 8, 3, new byte[8 * 8 * 3]), null));
        hands.tell(new RunEvent.NodeChanged(new JobId(1), new NodeId("sampler"), new Key(key), new NodeState.Done(2, false, images, null)));
    }

    /** A place in the sampler's picture, as parts of its width and height. */
    private Point picture(double right, double down) {
        NodeView node = hands.view().scene().node(new NodeId("sampler")).orElseThrow();
        NodeLayout.Box box = node.layout().picture();
        return hands.at(node.x() + box.x() + box.width() * right, node.y() + box.y() + box.height() * down);
    }

    @Test
    void look_closer_by_click() throws Exception {
        gave("one", 4);
        hands.click(picture(0.9, 0.1), 0);
        assertThat(host.asked()).as("the first click selects").isEmpty();
        assertThat(hands.selection()).containsExactly(new NodeId("sampler"));
        hands.click(picture(0.9, 0.1), 0);
        assertThat(host.asked()).as("the upper right one of four").containsExactly("closer Sampler, 4 and 0, 1");
        hands.click(picture(0.1, 0.9), 0);
        assertThat(host.asked().getLast()).endsWith(", 2");
        hands.click(hands.head("sampler"), 0);
        assertThat(host.asked()).as("the head is no picture").hasSize(2);
    }

    @Test
    void look_closer() throws Exception {
        hands.click(hands.head("sampler"), 0);
        hands.key("V");
        assertThat(host.asked()).as("there is nothing yet").isEmpty();
        gave("one", 1);
        hands.key("V");
        assertThat(host.asked()).containsExactly("closer Sampler, 1 and 0, 0");
    }

    @Test
    void a_text_is_not_shown_twice_in_its_own_node() throws Exception {
        hands = new Hands(Document.EMPTY.with(Node.of("text", "text").at(new Position(100, 100))).with(Node.of("joined", "join-text").at(new Position(500, 100))));
        assertThat(hands.view().scene().node(new NodeId("text")).orElseThrow().layout().words()).isEmpty();
        assertThat(hands.view().scene().node(new NodeId("joined")).orElseThrow().layout().words()).isPresent();
    }

    @Test
    void a_node_that_says_something_is_no_taller_in_a_file_than_it_was_before_it_did_and_comes_new_with_room() throws Exception {
        Node bare = Node.of("joined", "join-text").at(new Position(500, 100));
        hands = new Hands(Document.EMPTY.with(bare).with(Node.of("low", "random-line").at(new Position(100, 100)).sized(new Size(200, 120))));
        NodeLayout layout = hands.view().scene().node(bare.id()).orElseThrow().layout();
        NodeLayout.Field last = layout.fields().getLast();
        assertThat(layout.height()).as("its fields end it").isEqualTo(last.box().y() + last.box().height() + NodeLayout.INSET);
        assertThat(layout.picture().y()).as("the first of what it says stands beside its output").isLessThan(layout.output("joined").orElseThrow().y());
        NodeLayout low = hands.view().scene().node(new NodeId("low")).orElseThrow().layout();
        assertThat(low.height()).as("one that was made low").isEqualTo(low.fields().getLast().box().y() + low.fields().getLast().box().height() + NodeLayout.INSET);
        Node coming = hands.view().coming(bare);
        hands = new Hands(Document.EMPTY.with(coming));
        NodeLayout roomy = hands.view().scene().node(bare.id()).orElseThrow().layout();
        assertThat(roomy.picture().y()).isGreaterThan(roomy.fields().getLast().box().y());
        assertThat(roomy.picture().height()).isGreaterThan(3 * NodeLayout.TEXT_LINE);
        assertThat(hands.view().coming(Node.of("paint", "sampler")).size()).as("any other takes what it needs").isNull();
    }

    @Test
    void a_number_stands_beside_its_output_and_a_yes_or_no_in_its_switch_alone() throws Exception {
        hands = new Hands(Document.EMPTY.with(Node.of("sum", "arithmetic").at(new Position(100, 100))).with(Node.of("on", "toggle").at(new Position(500, 100))));
        Hands.onEdt(() -> hands.view().setTold(Map.of(new NodeId("sum"), Map.of("number", "12"), new NodeId("on"), Map.of("on", "false"))));
        NodeView sum = hands.view().scene().node(new NodeId("sum")).orElseThrow();
        NodeView toggle = hands.view().scene().node(new NodeId("on")).orElseThrow();
        assertThat(sum.layout().outputs()).extracting(sum::beside).contains("12");
        assertThat(toggle.layout().outputs()).extracting(toggle::beside).containsOnly("");
    }

    @Test
    void the_words_a_node_gave_are_read_by_a_click_and_by_key_and_stand_in_it_as_far_as_there_is_room() throws Exception {
        hands = new Hands(Document.EMPTY.with(Node.of("info", "model-info").at(new Position(100, 100)).sized(new Size(240, 300))).with(Node.of("sum", "arithmetic").at(new Position(500, 100))));
        Hands.onEdt(() -> hands.view().setHost(host));
        NodeView node = hands.view().scene().node(new NodeId("info")).orElseThrow();
        int height = node.layout().height();
        NodeLayout.Box box = node.layout().picture();
        Point words = hands.at(node.x() + box.x() + 20, node.y() + box.y() + 20);
        hands.click(words, 0);
        hands.click(words, 0);
        assertThat(host.asked()).as("nothing was said yet").isEmpty();
        String said = "Stable Diffusion 1.x\n1,000 tensors\n".repeat(30);
        hands.tell(new RunEvent.NodeChanged(new JobId(1), new NodeId("info"), new Key("one"), new NodeState.Done(2, false, List.of(), null, List.of(), Map.of("about", said, "tensors", "1000"))));
        assertThat(node.layout().height()).as("room was kept for it").isEqualTo(height);
        assertThat(node.told("tensors")).isEqualTo("1000");
        hands.click(words, 0);
        assertThat(host.asked()).containsExactly("read Model Info: " + said);
        hands.key("V");
        assertThat(host.asked()).hasSize(2);
        Hands.onEdt(() -> hands.view().setTold(Map.of(new NodeId("sum"), Map.of("result", "12"))));
        assertThat(hands.view().scene().node(new NodeId("sum")).orElseThrow().told("result")).isEqualTo("12");
        assertThat(hands.view().sheet().getAccessibleContext().getAccessibleChild(0).getAccessibleContext().getAccessibleDescription()).isEqualTo(said);
    }

    @Test
    void what_the_run_before_gave_is_there_to_compare_and_the_same_result_again_is_no_other_run() throws Exception {
        gave("one", 1);
        gave("two", 1);
        gave("two", 1);
        hands.click(hands.head("sampler"), 0);
        hands.key("V");
        assertThat(host.asked()).containsExactly("closer Sampler, 1 and 1, 0");
    }
}
