package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_F;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_L;
import static java.awt.event.KeyEvent.VK_O;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Group;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.ui.canvas.Camera;
import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import javax.swing.AbstractButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Groups, finding and the overview, in the real window. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class StructureTest extends GraphJourney {

    private void openNodes() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        untilCanvasHasKeys();
    }

    private void untilCanvasHasKeys() {
        until("the canvas has the keys", () -> onEdt(() -> window.named("canvas", Component.class) != null
                && window.named("canvas", Component.class).isFocusOwner()));
    }

    private Camera camera() {
        return onEdt(() -> canvas().camera());
    }

    @Test
    void everything_is_grouped_named_and_undone() throws Exception {
        openNodes();
        Document before = document();
        window.keys(VK_CONTROL, VK_A);
        until("all are selected", () -> onEdt(() -> canvas().selection().size()) == before.size());
        window.keys(VK_CONTROL, VK_G);
        until("its title can be typed", () -> onEdt(() -> window.named("node-title", Component.class) != null
                && window.named("node-title", Component.class).isFocusOwner()));
        window.type("all of it");
        window.keys(VK_ENTER);
        until("it is there", () -> document().groups().stream().map(Group::title).toList().contains("all of it"));
        untilCanvasHasKeys();
        window.keys(VK_CONTROL, VK_Z);
        window.keys(VK_CONTROL, VK_Z);
        until("it is as before", () -> document().equals(before));
    }

    @Test
    void a_groups_title_colour_mode_and_folding_are_in_the_inspector_and_each_is_a_step() throws Exception {
        openNodes();
        Document before = document();
        window.keys(VK_CONTROL, VK_A);
        until("all are selected", () -> onEdt(() -> canvas().selection().size()) == before.size());
        window.keys(VK_CONTROL, VK_G);
        until("its title can be typed", () -> onEdt(() -> window.named("node-title", Component.class) != null
                && window.named("node-title", Component.class).isFocusOwner()));
        window.keys(VK_ENTER);
        until("the inspector has it", () -> onEdt(() -> window.named("inspector.group", Component.class) instanceof Component c && c.isShowing()));
        untilCanvasHasKeys();
        press("colour #4A86C5");
        until("it is blue", () -> "#4A86C5".equals(group().colour()));
        press("inspector.group.folded");
        until("all heads", () -> document().nodes().stream().allMatch(Node::collapsed));
        double folded = group().area().size().height();
        press("inspector.group.folded");
        until("all of them again", () -> document().nodes().stream().noneMatch(Node::collapsed));
        assertThat(group().area().size().height()).isGreaterThan(folded);
        onEdt(() -> {
            ((AbstractButton) window.named("inspector.group.mode", Container.class).getComponent(1)).doClick();
            return null;
        });
        until("nothing runs", () -> document().nodes().stream().allMatch(n -> n.mode() == Mode.MUTED));
        onEdt(() -> window.named("inspector.group.title", Component.class).requestFocusInWindow());
        until("its title has the keys", () -> onEdt(() -> window.named("inspector.group.title", Component.class).isFocusOwner()));
        window.keys(VK_CONTROL, VK_A);
        window.type("sea");
        until("it is called so", () -> group().title().equals("sea"));
        press("inspector.group.content");
        until("what lies in it is selected", () -> onEdt(() -> canvas().selection().size()) == before.size());
        untilCanvasHasKeys();
        for (int i = 0; i < 6; i++) {
            window.keys(VK_CONTROL, VK_Z);
        }
        until("six steps back it is as before", () -> document().equals(before));
    }

    private Group group() {
        return document().groups().iterator().next();
    }

    private void press(String name) {
        onEdt(() -> {
            window.named(name, AbstractButton.class).doClick();
            return null;
        });
    }

    @Test
    void a_locked_canvas_is_locked_after_a_restart() throws Exception {
        openNodes();
        window.keys(VK_L);
        until("it is locked", () -> onEdt(() -> canvas().isLocked()));
        window.close();
        open(ScriptedEngine.quick());
        until("as it was left", () -> onEdt(() -> canvas() != null && canvas().isLocked()));
        untilCanvasHasKeys();
        window.keys(VK_L);
        until("and not any more", () -> onEdt(() -> !canvas().isLocked()));
    }

    @Test
    void words_are_found_and_flown_to() throws Exception {
        openNodes();
        window.keys(VK_CONTROL, VK_F);
        until("words can be typed", () -> onEdt(() -> window.named("find.field", Component.class) != null
                && window.named("find.field", Component.class).isFocusOwner()));
        window.type("sampler");
        until("it is selected", () -> onEdt(() -> canvas().selection()).contains(new NodeId("sampler")));
        until("it is in the middle", () -> {
            Camera now = camera();
            var at = document().node(new NodeId("sampler")).orElseThrow().position();
            double width = onEdt(() -> canvas().size(new NodeId("sampler"))).orElseThrow().width();
            return Math.abs(now.x() + (at.x() + width / 2) * now.zoom() - onEdt(() -> canvas().getWidth()) / 2.0) < 2;
        });
        window.keys(VK_ESCAPE);
        until("it is closed", () -> onEdt(() -> window.named("find.field", Component.class) == null));
        untilCanvasHasKeys();
    }

    @Test
    void the_overview_gives_way_to_a_search_that_is_opened_under_it() throws Exception {
        openNodes();
        Component map = window.named("minimap", Component.class);
        until("it is shown", () -> onEdt(map::isShowing));
        Point corner = onEdt(map::getLocationOnScreen);
        Point beside = new Point(corner.x - 20, corner.y + 20);
        window.click(beside);
        window.click(beside);
        until("a search, and nothing over it", () -> onEdt(() -> window.named("node-search", Component.class) instanceof Component c && c.isShowing() && !map.isShowing()));
        window.keys(java.awt.event.KeyEvent.VK_ESCAPE);
        until("it is back", () -> onEdt(map::isShowing));
    }

    @Test
    void the_overview_moves_the_canvas_and_stays_hidden_over_a_restart() throws Exception {
        openNodes();
        Component map = window.named("minimap", Component.class);
        until("it is shown", () -> onEdt(map::isShowing));
        until("all is brought into view", () -> !camera().equals(Camera.START));
        Camera before = camera();
        Point corner = onEdt(map::getLocationOnScreen);
        Point middle = new Point(corner.x + onEdt(map::getWidth) / 2, corner.y + onEdt(map::getHeight) / 2);
        window.drag(middle, new Point(middle.x + 30, middle.y + 10));
        until("the canvas is elsewhere", () -> !camera().equals(before));
        assertThat(camera().zoom()).isEqualTo(before.zoom());
        onEdt(() -> window.named("canvas", Component.class).requestFocusInWindow());
        untilCanvasHasKeys();
        window.keys(VK_O);
        until("it is hidden", () -> !onEdt(map::isShowing));
        window.close();
        open(ScriptedEngine.quick());
        until("the nodes are there", () -> onEdt(() -> window.named("canvas", Component.class) != null
                && window.named("canvas", Component.class).isShowing()));
        assertThat(onEdt(() -> window.named("minimap", Component.class).isShowing())).isFalse();
    }
}
