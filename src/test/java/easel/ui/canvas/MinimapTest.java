package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Offset;
import easel.graph.Position;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Set;
import javax.swing.JPanel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The small picture of the whole canvas, painted and used by events. */
class MinimapTest {

    private final Document document = Example.document();
    private Hands hands;
    private Minimap map;

    @BeforeEach
    void open() throws Exception {
        hands = new Hands(document);
        Hands.onEdt(() -> {
            map = new Minimap("Overview", "O");
            map.setSize(map.getPreferredSize());
            map.show(hands.view());
            painted();
        });
    }

    private BufferedImage painted() {
        BufferedImage image = new BufferedImage(map.getWidth(), map.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        map.paint(g);
        g.dispose();
        return image;
    }

    private void mouse(int kind, Point at, int down) throws Exception {
        Hands.onEdt(() -> map.dispatchEvent(new MouseEvent(map, kind, 0, down, at.x, at.y, 1, false, kind == MouseEvent.MOUSE_DRAGGED ? 0 : MouseEvent.BUTTON1)));
    }

    private Point middleOnMap() {
        var middle = hands.view().camera().at(new Point(Hands.WIDTH / 2, Hands.HEIGHT / 2));
        return map.at(middle.x, middle.y);
    }

    /** Whether a node lies under the map. */
    private boolean hides() {
        Camera camera = hands.view().camera();
        return hands.view().scene().nodes().stream().anyMatch(node -> camera.shown(node.box()).intersects(map.getBounds()));
    }

    @Test
    void what_is_shown_whole_stands_beside_it() throws Exception {
        Hands.onEdt(() -> {
            JPanel room = new JPanel(null);
            room.add(hands.view());
            room.add(map);
            map.setLocation(Hands.WIDTH - map.getWidth() - 16, Hands.HEIGHT - map.getHeight() - 16);
            Rectangle2D all = Scene.bounds(hands.view().scene().nodes()).orElseThrow();
            double below = all.getMinY() + all.getWidth() * Hands.HEIGHT / Hands.WIDTH;
            hands.view().show(document.with(Node.of("corner", "prompt").at(new Position(all.getMaxX() - 100, below - 100))));
            hands.view().fitAll();
            assertThat(hides()).as("a node lies in that corner").isTrue();
            Camera whole = hands.view().camera();
            hands.view().setOver(map);
            hands.view().fitAll();
            assertThat(hides()).isFalse();
            assertThat(hands.view().camera().zoom()).isBetween(whole.zoom() * 0.6, whole.zoom());
            map.setVisible(false);
            hands.view().fitAll();
            assertThat(hands.view().camera()).isEqualTo(whole);
        });
    }

    @Test
    void look_elsewhere_by_the_minimap() throws Exception {
        Point there = map.at(1500, 300);
        mouse(MouseEvent.MOUSE_PRESSED, there, InputEvent.BUTTON1_DOWN_MASK);
        assertThat(middleOnMap().distance(there)).as("a click brings the middle there").isLessThanOrEqualTo(1.5);
        Point on = new Point(there.x - 40, there.y - 10);
        mouse(MouseEvent.MOUSE_DRAGGED, on, InputEvent.BUTTON1_DOWN_MASK);
        assertThat(middleOnMap().distance(on)).isLessThanOrEqualTo(1.5);
        mouse(MouseEvent.MOUSE_RELEASED, on, 0);
        Camera let = hands.view().camera();
        mouse(MouseEvent.MOUSE_DRAGGED, there, 0);
        assertThat(hands.view().camera()).isEqualTo(let);
        hands.settle();
        assertThat(hands.edits()).isEmpty();
    }

    @Test
    void the_frame_is_dragged_from_where_it_was_taken() throws Exception {
        Point middle = middleOnMap();
        Point beside = new Point(middle.x + 6, middle.y + 4);
        Camera before = hands.view().camera();
        mouse(MouseEvent.MOUSE_PRESSED, beside, InputEvent.BUTTON1_DOWN_MASK);
        assertThat(hands.view().camera().x()).as("nothing jumps").isCloseTo(before.x(), org.assertj.core.api.Assertions.within(0.01));
        mouse(MouseEvent.MOUSE_DRAGGED, new Point(beside.x + 20, beside.y), InputEvent.BUTTON1_DOWN_MASK);
        assertThat(middleOnMap().distance(new Point(middle.x + 20, middle.y))).isLessThanOrEqualTo(1.5);
    }

    @Test
    void zoom_by_the_minimap() throws Exception {
        double before = hands.view().camera().zoom();
        Hands.onEdt(() -> map.dispatchEvent(new MouseWheelEvent(map, MouseEvent.MOUSE_WHEEL, 0, 0, 20, 20, 20, 20, 0, false, MouseWheelEvent.WHEEL_UNIT_SCROLL, 3, -1, -1)));
        assertThat(hands.view().camera().zoom()).isGreaterThan(before);
    }

    @Test
    void overview() throws Exception {
        hands.key("O");
        NotingHost host = new NotingHost();
        Hands.onEdt(() -> hands.view().setHost(host));
        hands.key("O");
        assertThat(host.asked()).containsExactly("map");
    }

    @Test
    void it_follows_the_document() throws Exception {
        NodeId note = new NodeId("note");
        Point before = map.at(4, 220);
        int[] there = new int[2];
        Hands.onEdt(() -> there[0] = painted().getRGB(before.x + 1, before.y + 1));
        Hands.onEdt(() -> hands.view().show(new Edit.MoveNodes(Set.of(note), new Offset(0, 2000)).on(document)));
        Hands.onEdt(() -> there[1] = painted().getRGB(before.x + 1, before.y + 1));
        Hands.onEdt(() -> assertThat(map.at(4, 2220).y).as("all of it finds room").isLessThan(map.getHeight() - 4));
        assertThat(there[1]).isNotEqualTo(there[0]);
    }

    @Test
    void nothing_is_shown_of_nothing() throws Exception {
        Hands.onEdt(() -> {
            hands.view().show(Document.EMPTY);
            painted();
            map.show(null);
            painted();
        });
        mouse(MouseEvent.MOUSE_PRESSED, new Point(50, 50), InputEvent.BUTTON1_DOWN_MASK);
        assertThat(hands.view().camera()).isEqualTo(Camera.START);
    }
}
