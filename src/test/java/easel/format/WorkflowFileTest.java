package easel.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import easel.graph.Area;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Group;
import easel.graph.GroupId;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Note;
import easel.graph.OutputRef;
import easel.graph.SocketType;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.graph.Value;
import easel.platform.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    void what_an_option_is_for_comes_back() throws Exception {
        String text = """
                {"easel": 1, "form": [{"name": "quality", "sets": [["s", "steps"]], "needs": ["m", "checkpoint"], "control": "choice",
                  "options": [{"label": {"en": "Fast"}, "values": [4], "where": "starter"}, {"label": {"en": "Fine"}, "values": [20]}]}],
                 "nodes": [{"id": "m", "type": "load-checkpoint", "values": {"checkpoint": "starter"}}, {"id": "s", "type": "sampler"}]}""";
        Document document = WorkflowFile.parse(WorkflowFile.text(WorkflowFile.parse(text)));
        assertThat(((Control.Choice) document.form().field("quality").orElseThrow().control()).options())
                .extracting(Control.Choice.Option::where).containsExactly(Value.of("starter"), null);
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
    void reads_groups_notes_subgraphs_and_their_ports() throws Exception {
        Document document = WorkflowFile.parse(golden());
        Group group = document.body().group(new GroupId("g")).orElseThrow();
        assertThat(group.area()).isEqualTo(Area.of(-16, -48, 640, 320.5));
        assertThat(group.extras().jsonByName()).containsEntry("locked", "true");
        Subgraph soft = document.subgraph(new SubgraphId("soft")).orElseThrow();
        Field radius = soft.form().field("radius").orElseThrow();
        assertThat(radius.type()).isEqualTo(SocketType.Known.FLOAT);
        assertThat(radius.standard()).isEqualTo(new Value.Number("1.50"));
        assertThat(soft.form().field("strange").orElseThrow().type()).isEqualTo(new SocketType.Foreign("WARP_FIELD"));
        assertThat(soft.form().outlet("picture").orElseThrow().from()).isEqualTo(OutputRef.of("bend", "out"));
        assertThat(document.node(new NodeId("soft-1/first")).orElseThrow().type()).isEqualTo("blur");
        assertThat(Note.is(document.node(new NodeId("n")).orElseThrow())).isTrue();
        assertThat(document.form().outlet("result").orElseThrow().from()).isEqualTo(OutputRef.of("soft-1", "picture"));
    }

    @Test
    void a_drawn_seed_is_in_the_file() throws Exception {
        Document document = Document.EMPTY.with(Node.of("s", "sampler").with("seed", Value.Seed.random().drawn(42)));
        Value.Seed seed = (Value.Seed) WorkflowFile.parse(WorkflowFile.text(document)).value(InputRef.of("s", "seed")).orElseThrow();
        assertThat(seed.number()).hasValue(42);
    }

    @Test
    void half_a_character_in_a_text_does_not_cost_the_document() throws Exception {
        Document document = Document.EMPTY.with(Node.of("p", "prompt").with("text", Value.of("a\uD83Cb\0\u001Bc\uDFD4")));
        assertThat(WorkflowFile.parse(WorkflowFile.text(document)).value(InputRef.of("p", "text"))).contains(Value.of("a\uFFFDb\0\u001Bc\uFFFD"));
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
    void an_older_version_is_brought_up_to_date_one_step_after_the_other() throws Exception {
        Migrations three = new Migrations(List.of(
                old -> {
                    old.add("knots", old.remove("nodes"));
                    return old;
                },
                second -> {
                    second.add("nodes", second.remove("knots"));
                    second.addProperty("count", 7);
                    return second;
                }));
        assertThat(WorkflowFile.parse("{\"nodes\":[{\"id\":\"a\",\"type\":\"x\"}],\"easel\":1}", three).size()).isEqualTo(1);
        Document second = WorkflowFile.parse("{\"easel\":2,\"knots\":[{\"id\":\"a\",\"type\":\"x\"}]}", three);
        assertThat(second.size()).isEqualTo(1);
        assertThat(second.count()).isEqualTo(7);
        assertThat(WorkflowFile.parse("{\"easel\":3,\"nodes\":[]}", three).count()).isEqualTo(1);
        WorkflowException newer = catchThrowableOfType(WorkflowException.class, () -> WorkflowFile.parse("{\"easel\":4}", three));
        assertThat(newer.code()).isEqualTo(WorkflowException.Code.NEWER_VERSION);
        assertThat(newer.arguments()).containsExactly("4", 3);
        WorkflowException damaged = catchThrowableOfType(WorkflowException.class, () -> WorkflowFile.parse("{\"easel\":1,\"nodes\":[", three));
        assertThat(damaged.code()).isEqualTo(WorkflowException.Code.NOT_JSON);
    }

    @Test
    void what_nobody_knows_keeps_its_digits_its_order_and_what_stands_in_it_twice() throws Exception {
        String text = WorkflowFile.text(WorkflowFile.parse("{\"easel\":1,\"nodes\":[],\"x\":{\"b\":1.50,\"a\":-0,\"b\":1e400,\"c\":[]}}"));
        assertThat(text).contains("\"b\": 1.50,\n    \"a\": -0,\n    \"b\": 1e400,\n    \"c\": []");
    }

    @Test
    @Timeout(60)
    void a_file_of_more_values_than_anybody_sets_is_refused() {
        String many = "{\"easel\":1,\"nodes\":[{\"id\":\"a\",\"type\":\"x\",\"values\":{\"a\":" + "1,\"b\":".repeat(2_100_000) + "1}}]}";
        assertThat(refused(many).code()).isEqualTo(WorkflowException.Code.TOO_MUCH);
        assertThat(refused("{\"easel\":1,\"x\":[" + "[],".repeat(12_000_000) + "[]]}").code()).isEqualTo(WorkflowException.Code.TOO_LARGE);
        assertThat(catchThrowableOfType(WorkflowException.class, () -> WorkflowFile.parse("{\"easel\":1,\"x\":[" + "[],".repeat(5_000_000) + "[]]}"))).isNull();
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
    void groups_and_subgraphs_of_one_id_and_paths_as_ids_are_refused() {
        String group = "{\"id\":\"g\",\"size\":[1,1]}";
        assertThat(refused("{\"easel\":1,\"groups\":[" + group + "," + group + "]}").code()).isEqualTo(WorkflowException.Code.DUPLICATE_GROUP);
        assertThat(refused("{\"easel\":1,\"subgraphs\":[{\"id\":\"s\"},{\"id\":\"s\"}]}").code())
                .isEqualTo(WorkflowException.Code.DUPLICATE_SUBGRAPH);
        assertThat(refused("{\"easel\":1,\"nodes\":[{\"id\":\"a/b\",\"type\":\"x\"}]}").arguments()).containsExactly("$.nodes[0].id", "name-alone");
        assertThat(refused("{\"easel\":1,\"groups\":[{\"title\":\"no size\"}]}").code()).isEqualTo(WorkflowException.Code.WRONG_SHAPE);
    }

    @Test
    @Timeout(60)
    void a_file_of_ten_thousand_nodes_is_read_and_one_past_all_bounds_is_refused() throws Exception {
        Document large = Document.EMPTY;
        for (int i = 0; i < 10_000; i++) {
            large = large.with(Node.of("n" + i, "blur").with("radius", Value.of(i)));
        }
        assertThat(WorkflowFile.parse(WorkflowFile.text(large))).isEqualTo(large);
        StringBuilder many = new StringBuilder("{\"easel\":1,\"nodes\":[");
        for (int i = 0; i < 100_001; i++) {
            many.append(i == 0 ? "" : ",").append("{\"id\":\"").append(i).append("\",\"type\":\"x\"}");
        }
        assertThat(refused(many.append("]}").toString()).code()).isEqualTo(WorkflowException.Code.TOO_MANY_NODES);
    }

    @Test
    @Timeout(20)
    void two_hundred_megabytes_are_refused_without_being_read(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("huge.easel.json");
        try (var out = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(200L << 20);
        }
        WorkflowException refused = catchThrowableOfType(WorkflowException.class, () -> WorkflowFile.read(file));
        assertThat(refused.code()).isEqualTo(WorkflowException.Code.TOO_LARGE);
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
