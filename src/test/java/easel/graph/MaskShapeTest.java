package easel.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes of masks as values of a document. */
class MaskShapeTest {

    private static final String JSON = "[{\"ellipse\":[0.25,0,0.5,1]},{\"rectangle\":[-0.1,0.3333,1,0.2],\"subtract\":true}]";

    @Test
    void what_is_written_is_read_again() {
        Value.Shapes shapes = Value.Shapes.read(JSON).orElseThrow();
        assertThat(shapes.shapes()).containsExactly(new MaskShape(MaskShape.Kind.ELLIPSE, 0.25, 0, 0.5, 1, false),
                new MaskShape(MaskShape.Kind.RECTANGLE, -0.1, 0.33333, 1, 0.2, true));
        assertThat(shapes.json()).isEqualTo(JSON);
        assertThat(Value.Shapes.read(" [ ]\n")).contains(Value.Shapes.NONE);
        assertThat(Value.Shapes.read("[ {\"subtract\": false, \"rectangle\": [0, 0, 1, 1]} ]")).contains(new Value.Shapes(List.of(new MaskShape(MaskShape.Kind.RECTANGLE, 0, 0, 1, 1, false))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[{}]", "[1,2]", "[{\"circle\":[0,0,1,1]}]", "[{\"ellipse\":[0,0,1]}]", "[{\"ellipse\":[0,0,1,1e9]}]", "[{\"ellipse\":[0,0,1,1]},]",
        "[{\"ellipse\":[0,0,1,1],\"turned\":3}]", "[{\"ellipse\":[0,0,1,1]}{\"ellipse\":[0,0,1,1]}]", "[{\"ellipse\":[0,0,1,NaN]}]", "{\"ellipse\":[0,0,1,1]}"})
    void what_is_no_list_of_shapes_is_none(String json) {
        assertThat(Value.Shapes.read(json)).isEmpty();
    }

    @Test
    void more_than_there_may_be_are_none() {
        String one = "{\"ellipse\":[0,0,1,1]}";
        assertThat(Value.Shapes.read("[" + one + ("," + one).repeat(Value.Shapes.MOST - 1) + "]")).isPresent();
        assertThat(Value.Shapes.read("[" + one + ("," + one).repeat(Value.Shapes.MOST) + "]")).isEmpty();
    }

    @Test
    void an_ellipse_covers_pi_quarters_of_its_box() {
        MaskShape ellipse = new MaskShape(MaskShape.Kind.ELLIPSE, 0.1, 0.2, 0.8, 0.4, false);
        int covered = 0;
        for (int i = 0; i < 1_000_000; i++) {
            covered += ellipse.covers(i % 1000 / 1000.0, i / 1000 / 1000.0) ? 1 : 0;
        }
        assertThat(covered / 1e6).isCloseTo(Math.PI / 4 * 0.8 * 0.4, within(1e-3));
    }
}
