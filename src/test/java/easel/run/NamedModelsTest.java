package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ContextKey;
import easel.engine.Lora;
import easel.engine.Part;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workflows that call models by the short names of other programs. */
@Timeout(60)
class NamedModelsTest extends OnBench {

    private Path model(String path, String content) throws Exception {
        Path file = folder.resolve("ComfyUI/models").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content).toAbsolutePath();
    }

    private void choose() throws Exception {
        bench.studio.lexicon().models().choose(folder.resolve("ComfyUI"), true);
    }

    private Document named(String checkpoint) {
        return Bench.set(Bench.set(bench.preset, "model.checkpoint", Value.of(checkpoint)), "sampler.seed", Value.Seed.fixed(7));
    }

    private ContextKey asked(Document document) throws Exception {
        assertThat(bench.run(document).problems()).isEmpty();
        return bench.engine.contexts.getLast();
    }

    @Test void the_engine_gets_the_files_that_short_names_mean() throws Exception {
        Path checkpoint = model("checkpoints/XL/same.safetensors", "weights");
        Path vae = model("vae/same.safetensors", "decoder");
        Path lora = model("loras/style/ink.safetensors", "lora");
        choose();
        Document document = Bench.set(named("XL\\same.safetensors"), "model.vae", Value.of("same.safetensors"));
        ContextKey context = asked(Bench.set(document, "prompt.text", Value.of("a boat <lora:ink:0.5>")));
        assertThat(context.files().get(Part.CHECKPOINT)).contains(checkpoint);
        assertThat(context.files().get(Part.VAE)).contains(vae);
        assertThat(bench.engine.painted.getLast().loras()).containsExactly(new Lora(lora, 0.5));
    }

    @Test void a_result_hangs_on_what_is_in_the_file_and_not_on_what_it_is_called() throws Exception {
        model("checkpoints/a.safetensors", "weights");
        model("checkpoints/b.safetensors", "weights");
        model("checkpoints/c.safetensors", "others");
        choose();
        Key first = key("a.safetensors");
        assertThat(key("b.safetensors")).isEqualTo(first);
        assertThat(key("c.safetensors")).isNotEqualTo(first);
        model("checkpoints/a.safetensors", "other weights");
        assertThat(key("a.safetensors")).isNotEqualTo(first);
    }

    private Key key(String checkpoint) throws Exception {
        return bench.studio.keys(named(checkpoint), bench.options).get(new NodeId("sampler"));
    }

    @Test void a_name_of_nothing_is_a_problem_where_it_stands_until_its_folder_is_chosen() throws Exception {
        model("checkpoints/dream.safetensors", "weights");
        Document document = named("dream.safetensors");
        assertThat(bench.studio.check(document)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Problem.Code.MISSING_MODEL);
            assertThat(problem.arguments()).containsExactly(Path.of("dream.safetensors"));
            assertThat(new InputRef(problem.node(), problem.input())).isEqualTo(InputRef.of("model", "checkpoint"));
        });
        choose();
        assertThat(bench.studio.check(document)).isEmpty();
        assertThat(bench.studio.check(named("../checkpoints/dream.safetensors"))).extracting(Problem::code).containsExactly(Problem.Code.MISSING_MODEL);
        assertThat(bench.studio.check(new Edit.SetParameter(InputRef.of("model", "vae"), Value.of("dream.safetensors")).on(document)))
                .extracting(Problem::code).containsExactly(Problem.Code.MISSING_MODEL);
    }
}
