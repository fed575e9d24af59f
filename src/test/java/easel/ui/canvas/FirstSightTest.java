package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.platform.Language;
import easel.ui.task.Edt;
import easel.ui.theme.Appearance;
import org.junit.jupiter.api.Test;

/** How a level of a workflow is seen by who goes there for the first time. */
class FirstSightTest {

    private static CanvasView begun(Document document) throws InterruptedException {
        return Edt.get(() -> {
            Appearance.wear(true);
            CanvasView view = new CanvasView(Language.ENGLISH, _ -> {}, true);
            view.setSize(1200, 800);
            CanvasShot.layOut(view);
            view.show(document);
            view.begin();
            return view;
        });
    }

    private static Document row(int count, double apart) {
        Document document = Document.EMPTY;
        for (int i = 0; i < count; i++) {
            document = document.with(Node.of("n" + i, "sampler").at(new Position(1000 + i * apart, 500)));
        }
        return document;
    }

    private static boolean isSeen(CanvasView view, String id) {
        NodeView node = view.scene().node(new NodeId(id)).orElseThrow();
        Camera camera = view.camera();
        double x = camera.x() + node.x() * camera.zoom();
        double y = camera.y() + node.y() * camera.zoom();
        return x >= 0 && y >= 0 && x + node.width() * camera.zoom() <= 1200 && y + node.height() * camera.zoom() <= 800;
    }

    @Test
    void all_of_a_few_nodes_are_seen_and_named() throws Exception {
        CanvasView view = begun(row(6, 300));
        assertThat(view.camera().zoom()).isBetween(0.5, 1.0);
        assertThat(isSeen(view, "n0")).isTrue();
        assertThat(isSeen(view, "n5")).isTrue();
    }

    @Test
    void of_many_the_first_are_seen_and_can_be_read() throws Exception {
        CanvasView view = begun(row(30, 300));
        assertThat(NodePainter.writes(view.camera().zoom(), 30)).isTrue();
        assertThat(isSeen(view, "n0")).isTrue();
        assertThat(isSeen(view, "n29")).isFalse();
        CanvasView more = begun(row(200, 300));
        assertThat(NodePainter.writes(more.camera().zoom(), 200)).isTrue();
        assertThat(isSeen(more, "n0")).isTrue();
    }

    @Test
    void one_in_the_middle_of_nowhere_hides_no_others() throws Exception {
        CanvasView view = begun(row(3, 300).with(Node.of("lost", "sampler").at(new Position(-9e6, 9e6))));
        assertThat(isSeen(view, "n0")).isTrue();
    }

    @Test
    void fewer_nodes_are_written_smaller() {
        assertThat(NodePainter.writes(0.5, 12)).isTrue();
        assertThat(NodePainter.writes(0.5, 1000)).isFalse();
        assertThat(NodePainter.writes(0.7, 1000)).isTrue();
        assertThat(NodePainter.writes(0.49, 1)).isFalse();
    }
}
