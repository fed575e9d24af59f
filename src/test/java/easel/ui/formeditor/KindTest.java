package easel.ui.formeditor;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Control;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Catalogue;
import org.junit.jupiter.api.Test;

class KindTest {

    @Test
    void a_line_is_of_a_kind_that_its_parameter_offers_whatever_a_form_was_saved_with() {
        for (Schema schema : Catalogue.schemas()) {
            for (Schema.Parameter parameter : schema.parameters()) {
                assertThat(Kind.of(parameter.rule())).as("%s.%s", schema.type(), parameter.name()).containsAll(Kind.of(Control.of(parameter.rule()), parameter.rule()).stream().toList());
                if (parameter.rule() instanceof Rule.File file && file.of() != Rule.File.Of.PICTURE) {
                    assertThat(Kind.of(parameter.rule())).as("%s.%s as a model", schema.type(), parameter.name()).containsAll(Kind.of(new Control.Model(), parameter.rule()).stream().toList());
                }
            }
        }
    }
}
