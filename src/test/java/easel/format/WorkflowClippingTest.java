package easel.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import easel.graph.Clipping;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.graph.Offset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkflowClippingTest {

    private static Document golden() throws Exception {
        try (var in = WorkflowClippingTest.class.getResourceAsStream("version-1.easel.json")) {
            return WorkflowFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_copy_survives_the_clipboard_with_its_subgraphs_and_links_from_outside() throws Exception {
        Clipping copy = Clipping.of(golden(), Set.of(new NodeId("soft-1"), new NodeId("n")), Set.of());
        Clipping read = WorkflowClipping.parse(WorkflowClipping.text(copy));
        assertThat(read).isEqualTo(copy);
        Document pasted = read.into(golden(), new Offset(1, 1), true).on(golden());
        assertThat(pasted.node(new NodeId("soft-2")).orElseThrow().inputs()).isEqualTo(golden().node(new NodeId("soft-1")).orElseThrow().inputs());
        assertThat(pasted.subgraphs()).hasSize(golden().subgraphs().size());
    }

    @Test
    void other_text_is_one_typed_failure() {
        for (String garbage : new String[] {"", "hello", "{}", "[1,2]", "{\"easel\":1,\"nodes\":3}", "\u0000", "https://example.com/x?y=z"}) {
            assertThat(catchThrowableOfType(WorkflowException.class, () -> WorkflowClipping.parse(garbage))).as(garbage).isNotNull();
        }
    }

    @Test
    void a_whole_workflow_can_be_pasted() throws Exception {
        Clipping whole = WorkflowClipping.parse(WorkflowFile.text(golden()));
        assertThat(whole.into(Document.EMPTY, new Offset(0, 0), false).nodes()).hasSize(golden().size());
    }
}
