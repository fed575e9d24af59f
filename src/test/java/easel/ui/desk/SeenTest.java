package easel.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Level;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Packing;
import easel.graph.Phrase;
import easel.graph.Problem;
import easel.nodes.Catalogue;
import easel.nodes.Image;
import easel.run.JobId;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.Progress;
import easel.run.RunEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenTest {

    /** picture -> [half -> quarter] -> save. */
    private final Document whole = packed(Document.EMPTY.with(Node.of("picture", "load-picture"))
            .with(Node.of("half", "image-scale").fedBy("image", OutputRef.of("picture", "picture")))
            .with(Node.of("quarter", "image-scale").fedBy("image", OutputRef.of("half", "scaled")))
            .with(Node.of("save", "save-picture").fedBy("picture", OutputRef.of("quarter", "scaled"))));
    private final Seen outside = new Seen(whole, Level.TOP);
    private final Seen inside = new Seen(whole, Level.of("subgraph"));
    private final Image image = new Image(Picture.of(2, 2, 1, new byte[4]), null);

    private static Document packed(Document document) {
        return Packing.of(document, Set.of(id("half"), id("quarter")), Phrase.of("x", "y"), List.of(), List.of(), Catalogue::schema).orElseThrow().on(document);
    }

    private static NodeId id(String id) {
        return new NodeId(id);
    }

    private static RunEvent.NodeChanged changed(String node, NodeState state) {
        return new RunEvent.NodeChanged(new JobId(1), id(node), new Key("k-" + node), state);
    }

    private static NodeState done(double seconds, Image... images) {
        return new NodeState.Done(seconds, false, List.of(images), null);
    }

    private static NodeState of(List<RunEvent.NodeChanged> seen, String node) {
        return seen.stream().filter(c -> c.node().equals(id(node))).findFirst().orElseThrow().state();
    }

    @Test
    void a_node_shows_what_is_inside_it() {
        NodeState running = new NodeState.Running(Progress.BEGUN);
        assertThat(of(outside.nodes(List.of(changed("subgraph/half", running), changed("subgraph/quarter", new NodeState.Waiting()))), "subgraph"))
                .isEqualTo(running);
        assertThat(of(outside.nodes(List.of(changed("subgraph/half", done(1)), changed("subgraph/quarter", new NodeState.Waiting()))), "subgraph"))
                .as("it is not over yet").isInstanceOf(NodeState.Running.class);
        List<RunEvent.NodeChanged> over = outside.nodes(List.of(changed("subgraph/quarter", done(2, image)), changed("subgraph/half", done(1))));
        assertThat(of(over, "subgraph")).isEqualTo(done(3, image));
        assertThat(over).filteredOn(c -> c.node().equals(id("subgraph"))).extracting(RunEvent.NodeChanged::key).containsExactly(new Key("k-subgraph/quarter"));
    }

    @Test
    void inside_nodes_are_called_as_they_are_there() {
        assertThat(inside.nodes(List.of(changed("subgraph/half", done(1)), changed("save", done(1))))).extracting(c -> c.node().text()).containsExactly("half");
        assertThat(inside.keys(Map.of(id("subgraph/half"), new Key("a"), id("save"), new Key("b")))).isEqualTo(Map.of(id("half"), new Key("a")));
        assertThat(outside.keys(Map.of(id("subgraph/quarter"), new Key("a")))).containsEntry(id("subgraph"), new Key("a"));
    }

    @Test
    void what_is_gone_from_inside_is_no_part_of_it() {
        List<RunEvent.NodeChanged> seen = outside.nodes(List.of(changed("subgraph/gone", new NodeState.Skipped()), changed("subgraph/quarter", done(2, image))));
        assertThat(of(seen, "subgraph")).isEqualTo(done(2, image));
    }

    @Test
    void what_is_wrong_is_seen_where_it_can_be_mended() {
        Problem open = Problem.at(InputRef.of("subgraph/half", "image"), Problem.Code.INPUT_MISSING, "image");
        Problem value = Problem.at(InputRef.of("subgraph/half", "width"), Problem.Code.BAD_VALUE, "width", "-1", "0 to 8");
        assertThat(outside.problems(List.of(open, value))).containsExactly(
                Problem.at(InputRef.of("subgraph", "image"), Problem.Code.INPUT_MISSING, "image"),
                Problem.at(id("subgraph"), Problem.Code.WRONG_INSIDE, 1));
        assertThat(inside.problems(List.of(open, value))).containsExactly(
                Problem.at(InputRef.of("half", "image"), Problem.Code.INPUT_MISSING, "image"),
                Problem.at(InputRef.of("half", "width"), Problem.Code.BAD_VALUE, "width", "-1", "0 to 8"));
    }
}
