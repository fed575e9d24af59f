package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_A;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_DELETE;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_ESCAPE;
import static java.awt.event.KeyEvent.VK_F;
import static java.awt.event.KeyEvent.VK_F8;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_J;
import static java.awt.event.KeyEvent.VK_LEFT;
import static java.awt.event.KeyEvent.VK_M;
import static java.awt.event.KeyEvent.VK_N;
import static java.awt.event.KeyEvent.VK_P;
import static java.awt.event.KeyEvent.VK_PAGE_DOWN;
import static java.awt.event.KeyEvent.VK_PAGE_UP;
import static java.awt.event.KeyEvent.VK_S;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_SPACE;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Failure;
import easel.graph.Document;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.ui.canvas.Camera;
import easel.ui.canvas.CanvasAction;
import easel.ui.canvas.CanvasView;
import easel.ui.desk.JobCard;
import java.awt.Component;
import java.util.List;
import java.util.Set;
import javax.swing.AbstractButton;
import javax.swing.JList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Subgraphs in the real window: made, entered, left, run, undone. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class SubgraphJourneyTest extends GraphJourney {

    private Document before;

    private void openNodes() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
        before = document();
    }

    private void packed() throws Exception {
        openNodes();
        pack();
    }

    private void pack() {
        window.keys(VK_CONTROL, VK_A);
        until("all are selected", () -> onEdt(() -> canvas().selection().size()) == before.size());
        window.keys(VK_S);
        until("its name can be typed", () -> onEdt(() -> window.named("node-title", Component.class) != null
                && window.named("node-title", Component.class).isFocusOwner()));
        window.type("painter");
        window.keys(VK_ENTER);
        until("it has its name", () -> title().equals("painter"));
        focused();
    }

    private String title() {
        return document().subgraphs().stream().map(s -> s.about().title().byTag().get("en")).findFirst().orElse("");
    }

    private boolean inside() {
        return document().nodes().stream().anyMatch(n -> n.id().text().equals("sampler"));
    }

    private void entered() {
        window.keys(VK_PAGE_DOWN);
        until("the inside is shown", this::inside);
        focused();
    }

    private boolean isWayShown() {
        return onEdt(() -> window.named("way", Component.class).isShowing());
    }

    private String way(int part) {
        return onEdt(() -> window.named("way." + part, AbstractButton.class).getText());
    }

    @Test
    void all_of_it_becomes_one_node_that_is_entered_and_left() throws Exception {
        packed();
        assertThat(document().nodes()).hasSize(1);
        assertThat(isWayShown()).isFalse();
        Camera outside = onEdt(() -> canvas().camera());
        entered();
        until("the way is shown", this::isWayShown);
        assertThat(List.of(way(0), way(1))).containsExactly("Text to image", "painter");
        Camera there = onEdt(() -> canvas().camera());
        onEdt(() -> {
            canvas().setCamera(new Camera(there.zoom(), there.x() - 40, there.y() - 12));
            return null;
        });
        window.keys(VK_PAGE_UP);
        until("the outside is shown", () -> !inside());
        focused();
        assertThat(onEdt(() -> canvas().camera())).isEqualTo(outside);
        assertThat(onEdt(() -> canvas().selection())).isEqualTo(Set.of(new NodeId("subgraph")));
        entered();
        assertThat(onEdt(() -> canvas().camera())).isEqualTo(new Camera(there.zoom(), there.x() - 40, there.y() - 12));
        window.keys(VK_ESCAPE);
        until("nothing is entered any more", () -> !inside());
        until("there is no way to be shown", () -> !isWayShown());
    }

    /** Takes away inside what something there needs. */
    private void brokenInside() throws Exception {
        packed();
        entered();
        onEdt(() -> {
            canvas().select(Set.of(new NodeId("model")));
            return null;
        });
        window.keys(VK_DELETE);
        until("the model is gone", () -> document().node(new NodeId("model")).isEmpty());
        window.keys(VK_PAGE_UP);
        until("the outside is shown", () -> !inside());
        focused();
    }

    @Test
    void f8_goes_inside_to_what_is_wrong_there_and_out_again() throws Exception {
        brokenInside();
        until("it is known that something is wrong", () -> onEdt(() -> canvas().isPossible(CanvasAction.NEXT_PROBLEM)));
        window.keys(VK_F8);
        until("one is inside, at the node", () -> inside() && onEdt(() -> canvas().selection()).equals(Set.of(new NodeId("sampler"))));
        until("which can be read", () -> onEdt(() -> canvas().camera().zoom() >= 0.5));
    }

    @Test
    void a_job_that_failed_leads_to_the_node_that_failed_inside() throws Exception {
        open(new ScriptedEngine(1, 5, _ -> new Failure.EngineDied("gone")));
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
        before = document();
        pack();
        window.keys(VK_CONTROL, VK_J);
        window.keys(VK_CONTROL, VK_ENTER);
        JList<?> queue = onEdt(() -> window.named("queue", JList.class));
        until("it has failed", () -> onEdt(() -> queue.getModel().getSize() == 1 && ((JobCard) queue.getModel().getElementAt(0)).state() instanceof JobCard.Failed));
        onEdt(() -> {
            queue.setSelectedIndex(0);
            return queue.requestFocusInWindow();
        });
        until("the card has the keys", () -> onEdt(queue::isFocusOwner));
        window.keys(VK_ENTER);
        until("one is inside, at the node", () -> inside() && onEdt(() -> canvas().selection()).equals(Set.of(new NodeId("sampler"))));
    }

    @Test
    void the_way_leads_back_by_mouse_and_by_keys() throws Exception {
        packed();
        entered();
        window.click(onEdt(() -> window.named("way.0", Component.class)));
        until("the outside is shown", () -> !inside());
        focused();
        entered();
        onEdt(() -> window.named("way.1", Component.class).requestFocusInWindow());
        until("the last part has the keys", () -> onEdt(() -> window.named("way.1", Component.class).isFocusOwner()));
        window.keys(VK_LEFT);
        until("the part before has them", () -> onEdt(() -> window.named("way.0", Component.class).isFocusOwner()));
        window.keys(VK_SPACE);
        until("the outside is shown", () -> !inside());
        focused();
    }

    @Test
    void undo_goes_where_it_undoes() throws Exception {
        packed();
        entered();
        onEdt(() -> {
            canvas().select(Set.of(new NodeId("save")));
            return null;
        });
        window.keys(VK_M);
        until("it is muted", () -> node("save").mode() == Mode.MUTED);
        window.keys(VK_PAGE_UP);
        until("the outside is shown", () -> !inside());
        focused();
        window.keys(VK_CONTROL, VK_Z);
        until("what was undone is seen", () -> inside() && node("save").mode() == Mode.ON);
        focused();
        window.keys(VK_CONTROL, VK_Z);
        window.keys(VK_CONTROL, VK_Z);
        until("all is as it was", () -> document().equals(before));
        assertThat(isWayShown()).isFalse();
    }

    @Test
    void what_runs_inside_is_seen_inside_and_outside() throws Exception {
        packed();
        window.keys(VK_CONTROL, VK_ENTER);
        until("the node outside tells of it", () -> spoken("painter").contains("done"));
        entered();
        until("so does the one inside", () -> spoken("Sampler").contains("done"));
        until("there is a picture", () -> pictures().size() == 1);
    }

    @Test
    void a_node_inside_is_run_to() throws Exception {
        packed();
        entered();
        onEdt(() -> {
            canvas().select(Set.of(new NodeId("sampler")));
            return null;
        });
        window.keys(VK_CONTROL, VK_SHIFT, VK_ENTER);
        until("it ran", () -> spoken("Sampler").contains("done"));
        assertThat(pictures()).isEmpty();
    }

    @Test
    void where_one_was_comes_back_after_a_restart() throws Exception {
        packed();
        entered();
        CanvasView was = onEdt(this::canvas);
        Camera seen = onEdt(was::camera);
        window.close();
        open(ScriptedEngine.quick());
        until("the inside is shown again", () -> onEdt(() -> canvas() != null) && inside());
        assertThat(onEdt(() -> canvas().camera())).isEqualTo(seen);
        assertThat(way(1)).isEqualTo("painter");
    }

    @Test
    void results_go_along_into_a_subgraph_and_out_of_it() throws Exception {
        openNodes();
        window.keys(VK_CONTROL, VK_ENTER);
        until("it ran", () -> spoken("Save Picture").contains("done"));
        window.keys(VK_CONTROL, VK_A);
        until("all are selected", () -> onEdt(() -> canvas().selection().size()) == before.size());
        window.keys(VK_S);
        until("its name can be typed", () -> onEdt(() -> window.named("node-title", Component.class) != null
                && window.named("node-title", Component.class).isFocusOwner()));
        window.keys(VK_ENTER);
        until("it shows what it gave", () -> spoken("Subgraph").contains("done"));
        focused();
        window.keys(VK_SHIFT, VK_S);
        until("it is unpacked", this::inside);
        until("so do its nodes", () -> spoken("Sampler").contains("done"));
    }

    @Test
    void a_subgraph_is_not_put_into_itself() throws Exception {
        packed();
        entered();
        Document whole = document();
        window.keys(VK_SPACE);
        until("nodes can be sought", () -> onEdt(() -> window.frame().getFocusOwner() instanceof javax.swing.JTextField));
        window.type("painter");
        window.keys(VK_ENTER);
        until("it says why not", () -> texts().contains("cannot contain itself"));
        assertThat(document()).isEqualTo(whole);
    }

    private List<String> ports() {
        return document().form().fields().stream().map(easel.graph.Field::name).toList();
    }

    @Test
    void ports_are_named_ordered_and_taken_away_in_the_inspector() throws Exception {
        packed();
        entered();
        List<String> all = ports();
        String first = all.getFirst();
        String second = all.get(1);
        window.click(onEdt(() -> window.named("ports.down." + first, Component.class)));
        until("it is second", () -> ports().subList(0, 2).equals(List.of(second, first)));
        onEdt(() -> window.named("port." + first, Component.class).requestFocusInWindow());
        until("its name has the keys", () -> onEdt(() -> window.named("port." + first, Component.class).isFocusOwner()));
        window.keys(VK_CONTROL, VK_A);
        window.type("words");
        until("it has another name", () -> "words".equals(document().form().field(first).orElseThrow().label().byTag().get("en")));
        window.click(onEdt(() -> window.named("ports.remove." + second, Component.class)));
        until("the other is gone", () -> !ports().contains(second) && ports().size() == all.size() - 1);
        onEdt(() -> window.named("canvas", Component.class).requestFocusInWindow());
        focused();
        for (int step = 0; step < 3; step++) {
            window.keys(VK_CONTROL, VK_Z);
        }
        until("all is as it was", () -> ports().equals(all));
    }

    private void command(String words) {
        window.keys(VK_CONTROL, VK_SHIFT, VK_P);
        until("commands can be sought", () -> onEdt(() -> window.frame().getFocusOwner() instanceof javax.swing.JTextField));
        window.type(words);
        window.keys(VK_ENTER);
    }

    @Test
    void a_node_of_ones_own_is_added_to_another_workflow() throws Exception {
        packed();
        command("own node");
        until("it is kept", () -> texts().contains("painter is kept"));
        focused();
        window.keys(VK_CONTROL, VK_N);
        until("another workflow is there", () -> onEdt(() -> canvas() != null && canvas().document().subgraphs().isEmpty()));
        focused();
        window.keys(VK_SPACE);
        until("nodes can be sought", () -> onEdt(() -> window.frame().getFocusOwner() instanceof javax.swing.JTextField));
        window.type("painter");
        window.keys(VK_ENTER);
        until("it has the node and what is inside it", () -> document().nodes().stream().anyMatch(n -> n.type().equals("subgraph:own-painter"))
                && document().subgraphs().size() == 1);
    }

    @Test
    void what_is_inside_is_found_from_outside() throws Exception {
        packed();
        window.keys(VK_CONTROL, VK_F);
        until("words can be typed", () -> onEdt(() -> window.named("find.field", Component.class) != null
                && window.named("find.field", Component.class).isFocusOwner()));
        window.type("save pic");
        window.keys(VK_ENTER);
        until("one is where it is", () -> inside() && onEdt(() -> canvas().selection()).equals(Set.of(new NodeId("save"))));
        until("the words are still there", () -> onEdt(() -> window.named("find.field", javax.swing.JTextField.class) instanceof javax.swing.JTextField f
                && f.isFocusOwner() && f.getText().equals("save pic")));
        window.keys(VK_ESCAPE);
        focused();
    }

    @Test
    void a_value_inside_that_the_form_sets_is_the_forms() throws Exception {
        packed();
        entered();
        Node prompt = node("prompt");
        String words = prompt.value("text").orElseThrow().toString();
        window.keys(VK_PAGE_UP);
        until("the outside is shown", () -> !inside());
        assertThat(document().nodes().iterator().next().values().values().stream().map(Object::toString)).contains(words);
    }
}
