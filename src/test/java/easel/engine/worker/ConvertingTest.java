package easel.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import easel.engine.ContextKey;
import easel.engine.EngineException;
import easel.engine.Event;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.GgufType;
import easel.engine.Job;
import easel.engine.ModelFiles;
import easel.engine.Outcome;
import easel.engine.Part;
import easel.engine.Phase;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.weights.Container;
import easel.engine.weights.Family;
import easel.engine.weights.ModelCheck;
import easel.engine.weights.ModelFacts;
import easel.engine.weights.ModelFile;
import easel.engine.weights.NewModel;
import easel.engine.weights.TensorInfo;
import easel.platform.Home;
import easel.platform.Language;
import easel.platform.SystemWord;
import easel.support.Captured;
import easel.support.RealEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real engine converts the starter's weights. */
class ConvertingTest {

    @TempDir
    private Path folder;
    private WorkerEngine engine;

    @BeforeEach
    void start() {
        engine = new WorkerEngine(new WorkerOptions(Home.library(), folder.resolve("state"), false, false, Duration.ofMinutes(5), Duration.ofSeconds(60)), new ModelCheck());
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private static Path starter() {
        return RealEngine.starter().get(Part.CHECKPOINT).orElseThrow();
    }

    /** The starter with another file in the place of its checkpoint: its VAE is one of its own. */
    private static ModelFiles with(Path checkpoint) {
        return RealEngine.starter().with(Part.CHECKPOINT, checkpoint);
    }

    private void convert(Path to, GgufType type) throws EngineException {
        NewModel.write(to, place -> {
            if (engine.start(new Job.Convert(starter(), null, place, type.id()), _ -> { }).outcome().join() instanceof Outcome.Failed(Failure failure)) {
                throw new EngineException(failure);
            }
        });
    }

    private Stream<Path> files() throws Exception {
        return Files.list(folder).filter(Files::isRegularFile);
    }

    @ParameterizedTest
    @EnumSource(GgufType.class)
    void a_model_of_every_type_is_whole_and_of_the_same_family(GgufType type) throws Exception {
        Path to = folder.resolve("model.gguf");
        convert(to, type);
        ModelFile model = ModelFile.read(to);
        assertThat(model.container()).isEqualTo(Container.GGUF);
        assertThat(model.family()).isEqualTo(ModelFile.read(starter()).family()).isPresent();
        assertThat(model.tensors()).extracting(TensorInfo::type).contains(type.name());
        assertThat(new ModelCheck().of(with(to), List.of(), List.of())).isEmpty();
        assertThat(files()).containsExactly(to);
    }

    @Test
    void a_converted_model_paints_nearly_the_same_picture() throws Exception {
        Path to = folder.resolve("model.gguf");
        convert(to, GgufType.Q8_0);
        Picture before = Captured.start(engine, RealEngine.smallJob(4, 7)).picture();
        ContextKey context = ContextKey.of(with(to), Execution.cpu(2));
        Picture after = Captured.start(engine, new Job.Paint(context, RealEngine.request("mountains at sunset, purple sky, sun, clouds", 4, 7), Preview.NONE)).picture();
        long difference = 0;
        for (int at = 0; at < before.samples().length; at++) {
            difference += Math.abs((before.samples()[at] & 0xFF) - (after.samples()[at] & 0xFF));
        }
        assertThat(difference / (double) before.samples().length).isLessThan(12);
    }

    @Test
    void progress_is_told_and_a_cancel_ends_it_leaving_nothing() throws Exception {
        Path to = folder.resolve("model.gguf");
        assertThatThrownBy(() -> NewModel.write(to, place -> {
            try {
                Captured job = Captured.until(engine, new Job.Convert(starter(), null, place, "q8_0"), e -> e instanceof Event.Progress(Phase _, int step, int _, double _) && step > 0);
                job.running().cancel();
                if (job.outcome() instanceof Outcome.Failed(Failure failure)) {
                    throw new EngineException(failure);
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        })).isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.failure()).isEqualTo(new Failure.Cancelled()));
        assertThat(files()).isEmpty();
        assertThat(Captured.start(engine, RealEngine.smallJob(1, 1)).picture()).isNotNull();
    }

    @Test
    void what_is_there_stays_and_half_a_model_is_not_brought_to_its_place() throws Exception {
        Path there = Files.writeString(folder.resolve("there.gguf"), "mine");
        assertThatThrownBy(() -> convert(there, GgufType.Q8_0)).isInstanceOfSatisfying(EngineException.class,
                e -> assertThat(e.failure()).isEqualTo(new Failure.NotWritten(there, SystemWord.of(SystemWord.Why.THERE))));
        assertThat(Files.readString(there)).isEqualTo("mine");
        Path half = folder.resolve("half.gguf");
        assertThatThrownBy(() -> NewModel.write(half, place -> {
            try (var in = Files.newInputStream(starter())) {
                Files.write(place, in.readNBytes(100_000));
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
        })).isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.failure()).isEqualTo(new Failure.NotWritten(half, SystemWord.of(SystemWord.Why.ENDS))));
        assertThat(files()).containsExactly(there);
    }

    @Test
    void the_facts_of_a_model_are_told_from_its_header() throws Exception {
        var facts = ModelFacts.of(ModelFile.read(starter()), Language.ENGLISH);
        assertThat(facts).containsEntry("family", Family.SDXS_512.say(Language.ENGLISH)).containsEntry("bytes", Files.size(starter())).containsEntry("supported", true);
        long weights = ModelFile.read(starter()).tensors().stream().mapToLong(t -> t.shape().stream().reduce(1L, (a, b) -> a * b)).sum();
        assertThat(facts).containsEntry("weights", weights);
        assertThat(ModelFacts.text(ModelFile.read(starter()), Language.ENGLISH)).contains("types: F16 ");
    }
}
