package easel.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.About;
import easel.graph.Body;
import easel.graph.Document;
import easel.graph.Extras;
import easel.graph.Form;
import easel.graph.Level;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.graph.Problem;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The way from one problem to the next, through all levels. */
class WrongNodesTest {

    private static Node at(String id, String type, double x) {
        return Node.of(id, type).at(new Position(x, 0));
    }

    /** left, box (with deep inside that has core, and late), right. */
    private final Document document = Document.EMPTY
            .with(new Subgraph(new SubgraphId("inner"), About.NOTHING, Body.EMPTY.with(at("core", "crop", 0)), Form.NONE, Extras.NONE))
            .with(new Subgraph(new SubgraphId("outer"), About.NOTHING,
                    Body.EMPTY.with(at("late", "crop", 500)).with(at("deep", "subgraph:inner", 100)), Form.NONE, Extras.NONE))
            .with(at("right", "crop", 900)).with(at("box", "subgraph:outer", 300)).with(at("left", "crop", 0));

    private WrongNodes wrong(String... ids) {
        return WrongNodes.of(document, Stream.of(ids).map(id -> Problem.at(new NodeId(id), Problem.Code.INPUT_MISSING, "picture")).toList(), List.of());
    }

    private static NodeId id(String id) {
        return new NodeId(id);
    }

    @Test
    void goes_from_left_to_right_and_into_what_stands_between() {
        WrongNodes wrong = wrong("right", "box/late", "left", "box/deep/core");
        assertThat(wrong.next(null, Level.TOP, 1)).contains(id("left"));
        assertThat(wrong.next(id("left"), Level.TOP, 1)).contains(id("box/deep/core"));
        assertThat(wrong.next(id("box/deep/core"), Level.of("box/deep"), 1)).contains(id("box/late"));
        assertThat(wrong.next(id("box/late"), Level.of("box"), 1)).contains(id("right"));
        assertThat(wrong.next(id("right"), Level.TOP, 1)).as("round").contains(id("left"));
        assertThat(wrong.next(id("right"), Level.TOP, -1)).contains(id("box/late"));
        assertThat(wrong.next(id("left"), Level.TOP, -1)).as("round").contains(id("right"));
    }

    @Test
    void begins_where_one_is() {
        WrongNodes wrong = wrong("right", "box/late", "left");
        assertThat(wrong.next(null, Level.of("box"), 1)).contains(id("box/late"));
        assertThat(wrong.next(null, Level.of("box"), -1)).contains(id("box/late"));
        assertThat(wrong.next(id("box/deep"), Level.of("box"), 1)).as("from one that is sound").contains(id("box/late"));
        assertThat(wrong.next(null, Level.TOP, -1)).contains(id("right"));
        assertThat(wrong("right").next(null, Level.of("box"), 1)).as("nothing is wrong here").contains(id("right"));
    }

    @Test
    void what_is_gone_or_only_odd_is_passed_over() {
        assertThat(wrong("nowhere", "box/nobody").isEmpty()).isTrue();
        assertThat(wrong().next(null, Level.TOP, 1)).isEmpty();
        Problem odd = Problem.at(id("left"), Problem.Code.UNKNOWN_TYPE_UNUSED, "x");
        assertThat(WrongNodes.of(document, List.of(odd), List.of()).isEmpty()).isTrue();
    }
}
