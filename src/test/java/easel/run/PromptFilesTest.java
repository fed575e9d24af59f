package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Embedding;
import easel.engine.ImageRequest;
import easel.engine.Lora;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Problem;
import easel.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Prompts with choices, wildcards, styles, LoRA tags and embeddings: what is asked, kept and known again. */
@Timeout(60)
class PromptFilesTest extends OnBench {

    private Document flow;

    @BeforeEach
    void open() throws Exception {
        flow = Bench.set(bench.preset, "sampler.seed", Value.Seed.fixed(7));
    }

    private Path write(String path, String text) throws Exception {
        Path file = folder.resolve("data").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toAbsolutePath();
    }

    private Document saying(String prompt) {
        return Bench.set(flow, "prompt.text", Value.of(prompt));
    }

    private ImageRequest asked(Document document) throws Exception {
        assertThat(bench.run(document).problems()).isEmpty();
        return bench.engine.painted.getLast();
    }

    private List<Problem.Code> problems(Document document) {
        return bench.studio.check(document).stream().map(Problem::code).toList();
    }

    @Test void the_engine_is_asked_for_drawn_words_and_the_picture_says_them_while_the_workflow_keeps_what_was_written() throws Exception {
        write("wildcards/weather.txt", "rain\nfog\nsnow");
        String written = "a {red|blue} boat, __weather__";
        ImageRequest request = asked(saying(written));
        assertThat(request.prompt()).matches("a (red|blue) boat, (rain|fog|snow)");
        PictureTexts texts = PictureFile.head(bench.saved().getFirst()).texts();
        assertThat(texts.infotext().orElseThrow().prompt()).isEqualTo(request.prompt());
        assertThat(texts.get(PictureTexts.EASEL).orElseThrow()).contains(written);
    }

    @Test void the_same_seed_has_the_same_words_and_a_row_of_seeds_has_others() throws Exception {
        Document choices = saying("{" + String.join("|", "abcdefghij".split("")) + "}");
        String first = asked(choices).prompt();
        assertThat(asked(Bench.set(choices, "sampler.steps", Value.of(9))).prompt()).isEqualTo(first);
        bench.run(choices.withCount(6));
        assertThat(bench.engine.painted.stream().map(ImageRequest::prompt).distinct().count()).isGreaterThan(2);
    }

    @Test void a_wildcard_s_file_is_part_of_the_key_and_another_file_is_not() throws Exception {
        write("wildcards/weather.txt", "rain");
        Document document = saying("a boat, __weather__");
        Key before = key(document);
        write("wildcards/other.txt", "x");
        assertThat(key(document)).isEqualTo(before);
        assertThat(asked(document).prompt()).isEqualTo("a boat, rain");
        write("wildcards/weather.txt", "snow at last");
        assertThat(key(document)).isNotEqualTo(before);
        assertThat(asked(document).prompt()).isEqualTo("a boat, snow at last");
    }

    private Key key(Document document) throws Exception {
        return bench.studio.keys(document, bench.options).get(new NodeId("sampler"));
    }

    @Test void what_is_not_there_is_a_problem_at_the_prompt_until_it_is() throws Exception {
        Document document = saying("a boat, __weather__");
        assertThat(bench.studio.check(document)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Problem.Code.NO_SUCH_WILDCARD);
            assertThat(problem.node()).isEqualTo(new NodeId("prompt"));
            assertThat(problem.input()).isEqualTo("text");
        });
        write("wildcards/weather.txt", "rain");
        assertThat(problems(document)).isEmpty();
        assertThat(problems(saying("<lora:gone:1>"))).containsExactly(Problem.Code.NO_SUCH_LORA);
        assertThat(problems(Bench.set(flow, "prompt.styles", Value.of("gone")))).containsExactly(Problem.Code.NO_SUCH_STYLE);
    }

    @Test void a_style_s_words_go_with_both_prompts_and_are_part_of_the_key() throws Exception {
        write("styles.csv", "name,prompt,negative_prompt\nInk,\"drawing of {prompt}\",photo\n");
        Document document = Bench.set(saying("a boat"), "prompt.styles", Value.of("Ink"));
        ImageRequest request = asked(document);
        assertThat(request.prompt()).isEqualTo("drawing of a boat");
        assertThat(request.negativePrompt()).isEqualTo("photo");
        Key before = key(document);
        write("styles.csv", "name,prompt,negative_prompt\nInk,\"ink drawing of {prompt}\",photo\n");
        assertThat(key(document)).isNotEqualTo(before);
        assertThat(asked(document).prompt()).isEqualTo("ink drawing of a boat");
    }

    @Test void a_tag_s_lora_is_asked_for_and_stands_in_the_metadata() throws Exception {
        Path ink = write("models/loras/ink.safetensors", "weights");
        ImageRequest request = asked(saying("a boat, <lora:ink:0.8>"));
        assertThat(request.loras()).containsExactly(new Lora(ink, 0.8));
        assertThat(request.prompt()).isEqualTo("a boat");
        assertThat(PictureFile.head(bench.saved().getFirst()).texts().infotext().orElseThrow().prompt()).isEqualTo("a boat <lora:ink:0.8>");
        Key before = key(saying("a boat, <lora:ink:0.8>"));
        write("models/loras/ink.safetensors", "other weights");
        assertThat(key(saying("a boat, <lora:ink:0.8>"))).isNotEqualTo(before);
    }

    @Test void a_tag_and_a_loader_of_the_same_lora_add_up() throws Exception {
        Path ink = write("models/loras/ink.safetensors", "weights");
        Document document = saying("a boat <lora:ink:0.5>");
        Node loader = Node.of("lora", "load-lora").with("lora", Value.of(ink.toString())).with("strength", Value.of(0.25));
        document = new Edit.AddNode(loader).on(document);
        document = new Edit.Connect(OutputRef.of("model", "model"), InputRef.of("lora", "model")).on(document);
        document = new Edit.Connect(OutputRef.of("lora", "patched_model"), InputRef.of("sampler", "model")).on(document);
        assertThat(asked(document).loras()).containsExactly(new Lora(ink, 0.75));
    }

    @Test void an_embedding_whose_name_stands_in_a_prompt_is_given_to_the_engine() throws Exception {
        Path easy = write("models/embeddings/Easy.pt", "weights");
        asked(saying("a boat"));
        assertThat(bench.engine.contexts.getLast().embeddings()).isEmpty();
        asked(Bench.set(flow, "negative.text", Value.of("(easy:1.1)")));
        assertThat(bench.engine.contexts.getLast().embeddings()).containsExactly(new Embedding("easy", easy));
    }

    @Test void a_prompt_that_comes_through_a_join_is_drawn_too() throws Exception {
        write("wildcards/weather.txt", "rain");
        Document document = new Edit.AddNodes(List.of(Node.of("join", "join-text").with("string_a", Value.of("a boat, ")).with("string_b", Value.of("__weather__")))).on(flow);
        document = new Edit.Connect(OutputRef.of("join", "joined"), InputRef.of("prompt", "text")).on(document);
        assertThat(asked(document).prompt()).isEqualTo("a boat, rain");
        Key before = key(document);
        write("wildcards/weather.txt", "snow");
        assertThat(key(document)).isNotEqualTo(before);
    }

    @Test void comfy_s_words_draw_choices_and_leave_what_they_do_not_know() throws Exception {
        Node words = Node.of("words", "clip-text-encode").with("text", Value.of("a {boat|boat}, __nowhere__, <lora:gone:1>"));
        Document document = new Edit.AddNodes(List.of(words, Node.of("load", "checkpoint-loader-simple")
                .with("ckpt_name", Value.of(folder.resolve("model.safetensors").toString())))).on(flow);
        document = new Edit.Connect(OutputRef.of("load", "clip"), InputRef.of("words", "clip")).on(document);
        document = new Edit.Connect(OutputRef.of("words", "conditioning"), InputRef.of("sampler", "positive")).on(document);
        document = new Edit.Disconnect(InputRef.of("sampler", "negative")).on(document);
        assertThat(asked(document).prompt()).isEqualTo("a boat, __nowhere__, <lora:gone:1>");
    }
}
