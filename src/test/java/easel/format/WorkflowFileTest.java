package easel.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Value;
import easel.platform.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowFileTest {

    private static String golden() throws IOException {
        try (var in = WorkflowFileTest.class.getResourceAsStream("version-1.easel.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_golden_file_comes_back_byte_for_byte_with_all_that_nobody_knows() throws Exception {
        assertThat(WorkflowFile.text(WorkflowFile.parse(golden()))).isEqualTo(golden());
    }

    @Test
    void reads_what_the_golden_file_says() throws Exception {
        Document document = WorkflowFile.parse(golden());
        assertThat(document.about().title().in(Language.CHINESE)).isEqualTo("例子");
        assertThat(document.count()).isEqualTo(4);
        Node node = document.node(new NodeId("12:3")).orElseThrow();
        assertThat(node.mode()).isEqualTo(Mode.BYPASSED);
        assertThat(node.pinned()).isTrue();
        assertThat(node.value("big")).contains(new Value.Number("18446744073709551615"));
        assertThat(node.value("one")).contains(new Value.Number("1.0"));
        assertThat(node.value("huge")).contains(new Value.Foreign("1e999999999"));
        assertThat(node.value("seed")).contains(Value.Seed.fixed(Long.MAX_VALUE));
        assertThat(node.value("beyond")).contains(new Value.Foreign("{\"seed\":\"fixed\",\"number\":9223372036854775808}"));
        assertThat(node.value("list")).contains(new Value.Foreign("[1,[2.50,null],{\"a\":true}]"));
        assertThat(document.form().field("prompt").orElseThrow().targets()).containsExactly(InputRef.of("p", "text"));
        assertThat(document.form().field("dial").orElseThrow().extras().jsonByName()).containsEntry("knobs", "[1,2]");
    }

    @Test
    void a_drawn_seed_is_in_the_file() throws Exception {
        Document document = Document.EMPTY.with(Node.of("s", "sampler").with("seed", Value.Seed.random().drawn(42)));
        Value.Seed seed = (Value.Seed) WorkflowFile.parse(WorkflowFile.text(document)).value(InputRef.of("s", "seed")).orElseThrow();
        assertThat(seed.number()).hasValue(42);
    }

    @Test
    void says_line_and_column_of_broken_json() {
        WorkflowException broken = refused("{\"easel\": 1,\n  \"nodes\": [}\n");
        assertThat(broken.code()).isEqualTo(WorkflowException.Code.NOT_JSON);
        assertThat(broken.arguments()).first().isEqualTo("2");
        assertThat(refused("").code()).isEqualTo(WorkflowException.Code.NOT_JSON);
        assertThat(refused("{\"easel\":1} more").code()).isEqualTo(WorkflowException.Code.NOT_JSON);
        assertThat(refused("[".repeat(100_000)).code()).isNotNull();
        assertThat(refused("{\"easel\":1,\"x\":" + "[".repeat(100_000)).code()).isEqualTo(WorkflowException.Code.NOT_JSON);
    }

    @Test
    void says_that_a_newer_easel_made_it() {
        assertThat(refused("{\"easel\":2,\"nodes\":{}}").sentence(Language.ENGLISH)).contains("newer Easel").contains("2");
    }

    @Test
    void tells_other_json_from_a_workflow_with_a_wrong_field() {
        assertThat(refused("{\"nodes\":[{\"id\":1,\"type\":\"KSampler\"}]}").code()).isEqualTo(WorkflowException.Code.NOT_A_WORKFLOW);
        assertThat(refused("[]").code()).isEqualTo(WorkflowException.Code.NOT_A_WORKFLOW);
        assertThat(refused("{\"easel\":1,\"nodes\":[{\"id\":1,\"type\":\"x\"}]}").arguments()).containsExactly("$.nodes[0].id", "text");
        assertThat(refused("{\"easel\":1,\"count\":0}").code()).isEqualTo(WorkflowException.Code.WRONG_SHAPE);
    }

    @Test
    void two_nodes_of_one_id_are_refused_by_name() {
        WorkflowException twice = refused("{\"easel\":1,\"nodes\":[{\"id\":\"a\",\"type\":\"x\"},{\"id\":\"a\",\"type\":\"y\"}]}");
        assertThat(twice.code()).isEqualTo(WorkflowException.Code.DUPLICATE_ID);
        assertThat(twice.arguments()).containsExactly("a");
    }

    @Test
    void a_file_that_is_not_there_is_a_sentence(@TempDir Path folder) {
        WorkflowException gone = catchThrowableOfType(WorkflowException.class, () -> WorkflowFile.read(folder.resolve("no.easel.json")));
        assertThat(gone.code()).isEqualTo(WorkflowException.Code.UNREADABLE);
    }

    @Test
    void a_written_file_is_read_as_what_it_was(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("中文 name.easel.json");
        WorkflowFile.write(file, WorkflowFile.parse(golden()));
        assertThat(WorkflowFile.read(file)).isEqualTo(WorkflowFile.parse(golden()));
        assertThat(Files.readString(file)).isEqualTo(golden());
    }

    @Test
    void every_refusal_has_a_sentence_in_both_languages() {
        for (Language language : Language.values()) {
            List<Object> arguments = List.of("$.x", "text", 3);
            assertThat(Arrays.stream(WorkflowException.Code.values()))
                    .allSatisfy(code -> assertThat(new WorkflowException(code, arguments.toArray()).sentence(language)).isNotBlank());
        }
    }

    private static WorkflowException refused(String text) {
        return catchThrowableOfType(WorkflowException.class, () -> WorkflowFile.parse(text));
    }
}
