package easel.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import easel.engine.EngineException;
import easel.engine.Failure;
import easel.engine.Job;
import easel.graph.InputRef;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.graph.Value;
import easel.nodes.Alone;
import easel.platform.SystemWord;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes about model files: one that tells what a file is, one that has it converted. The engine's part is in ConvertingTest. */
@Timeout(30)
class ModelNodesTest extends OnBench {

    private Path model;

    @BeforeEach
    void a_small_file() throws Exception {
        model = Loras.write(folder.resolve("style.safetensors"), "lora_unet_x");
    }

    private Submission converted(String... settings) throws Exception {
        return bench.run(new Sketch().add("convert", "convert-model", "model=" + model, "type=q4_k").set("convert", settings).document());
    }

    private Trouble trouble(Submission submission) throws Exception {
        return ((Ending.Failed) Bench.ending(submission.jobs().getFirst())).trouble();
    }

    @Test
    void a_model_is_converted_beside_itself_and_what_is_known_is_not_converted_again() throws Exception {
        Path to = folder.resolve("style-q4_k.gguf");
        Submission first = converted();
        assertThat(Bench.ending(first.jobs().getFirst())).isEqualTo(new Ending.Done());
        assertThat(((NodeState.Done) bench.last(first.jobs().getFirst(), "convert")).files()).containsExactly(to);
        assertThat(bench.engine.converted).extracting(Job.Convert::model, Job.Convert::type).containsExactly(org.assertj.core.groups.Tuple.tuple(model, "q4_k"));
        assertThat(to).hasSameBinaryContentAs(model);
        converted();
        assertThat(bench.engine.converted).hasSize(1);
        Files.delete(to);
        converted();
        assertThat(bench.engine.converted).hasSize(2);
        assertThat(to).exists();
    }

    @Test
    void it_goes_into_a_folder_and_overwrites_nothing() throws Exception {
        Path there = Files.writeString(Files.createDirectories(folder.resolve("models")).resolve("style-q4_k.gguf"), "mine");
        assertThat(trouble(converted("folder=" + folder.resolve("models")))).isEqualTo(new Trouble.OfEngine(new Failure.NotWritten(there, SystemWord.of(SystemWord.Why.THERE))));
        assertThat(Files.readString(there)).isEqualTo("mine");
        assertThat(bench.engine.converted).isEmpty();
        converted("folder=" + folder.resolve("new/one"));
        assertThat(folder.resolve("new/one/style-q4_k.gguf")).exists();
        assertThat(folder.resolve("new/one")).isDirectoryContaining(f -> f.endsWith("style-q4_k.gguf")).isDirectoryNotContaining(f -> f.toString().endsWith(".tmp"));
    }

    @Test
    void a_convert_without_a_model_or_with_one_that_is_gone_is_a_sentence() throws Exception {
        assertThat(trouble(converted("model="))).isEqualTo(new Trouble.OfDocument(Problem.at(InputRef.of("convert", "model"), Problem.Code.INPUT_MISSING, "model")));
        Path gone = folder.resolve("gone.safetensors");
        assertThat(bench.studio.check(new Sketch().add("convert", "convert-model", "model=" + gone).document()))
                .containsExactly(Problem.at(new InputRef(new NodeId("convert"), "model"), Problem.Code.MISSING_MODEL, gone));
    }

    @Test
    void a_file_tells_what_it_is_and_one_that_is_no_model_says_so_when_it_runs() throws Exception {
        String about = ((Value.Text) Alone.node("model-info").with("model", model).value("about")).text();
        assertThat(about.lines()).contains("file: " + model, "model: a LoRA", "container: safetensors", "bytes: " + Files.size(model), "tensors: 2", "weights: 2", "types: F32 2");
        assertThat(((Value.Number) Alone.node("model-info").with("model", model).value("tensors")).asLong()).hasValue(2);
        Path words = Files.writeString(folder.resolve("words.safetensors"), "{\"no\": \"model\"}");
        assertThatThrownBy(() -> Alone.node("model-info").with("model", words).value("about")).cause()
                .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.failure().arguments()).contains(words));
    }
}
