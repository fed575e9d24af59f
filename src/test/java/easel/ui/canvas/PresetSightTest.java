package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.graph.Problem;
import easel.run.Presets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workflows as one sees them first. */
class PresetSightTest {

    static Stream<String> bundled() {
        return Presets.bundled().stream().map(easel.run.Preset::name);
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void no_node_of_a_preset_lies_on_another(String preset) throws Exception {
        Scene scene = new Hands(Presets.bundled(preset).orElseThrow().document()).view().scene();
        List<NodeView> all = scene.document().nodes().stream().map(n -> scene.node(n.id()).orElseThrow()).toList();
        for (NodeView one : all) {
            assertThat(all).filteredOn(other -> other != one && other.box().intersects(one.box())).as(one.title()).isEmpty();
        }
    }

    @Test
    void what_is_only_to_be_known_does_not_look_like_what_is_wrong() throws Exception {
        Hands hands = new Hands(Document.EMPTY.with(Node.of("load", "load-picture").at(new Position(100, 100))));
        InputRef file = InputRef.of("load", "file");
        NodeView node = hands.view().scene().node(new NodeId("load")).orElseThrow();
        CanvasColors colors = CanvasColors.now();
        hands.problems(List.of(Problem.at(file, Problem.Code.DEEP_PICTURE)));
        assertThat(node.ink("file", colors, colors.text)).isEqualTo(colors.warning);
        hands.problems(List.of(Problem.at(file, Problem.Code.DEEP_PICTURE), Problem.at(file, Problem.Code.NO_SUCH_FILE, "a.png")));
        assertThat(node.ink("file", colors, colors.text)).isEqualTo(colors.problem);
        hands.problems(List.of());
        assertThat(node.ink("file", colors, colors.text)).isEqualTo(colors.text);
    }
}
