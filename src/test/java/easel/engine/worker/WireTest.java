package easel.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import easel.engine.ContextKey;
import easel.engine.Control;
import easel.engine.Device;
import easel.engine.Embedding;
import easel.engine.Event;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.Lora;
import easel.engine.LoraMode;
import easel.engine.ModelFiles;
import easel.engine.Outcome;
import easel.engine.Part;
import easel.engine.Phase;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.Result;
import easel.engine.Rng;
import easel.engine.Rung;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.Start;
import easel.engine.Tiling;
import easel.engine.Timings;
import easel.engine.Versions;
import easel.engine.VideoRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireTest {

    private static final Picture SMALL = Picture.of(2, 1, 3, new byte[] {1, 2, 3, -1, -2, -3});
    private static final Picture MASK = Picture.of(1, 2, 1, new byte[] {0, -1});

    static Stream<Message> every_kind_of_message() {
        ContextKey context = new ContextKey(ModelFiles.checkpoint(Path.of("/models/风景 a.safetensors")).with(Part.TAESD, Path.of("/t")),
                List.of(new Embedding("style", Path.of("/e"))), new Execution("Vulkan0", 4, Rung.STREAMED, true, true),
                LoraMode.IMMEDIATELY, Rng.CPU, Rng.STD_DEFAULT, true, false);
        ImageRequest full = new ImageRequest("a \"prompt\"\nwith 雪 \uD83C\uDFA8 \u2028", "", 2, 512, 768,
                new Sampling(Sampler.DPMPP_2M, Scheduler.KARRAS, 20, 6.5), Long.MAX_VALUE, List.of(new Lora(Path.of("/l"), -0.5), new Lora(Path.of("/l"), 0.5, true)),
                new Start(SMALL, 0.7, MASK), new Control(SMALL, 0.9), List.of(SMALL, SMALL),
                new Hires(Hires.Upscaler.MODEL, Path.of("/up"), 1024, 1536, 10, 0.4), new Tiling(32, 64, 0.25, 3, 2), null, null, true);
        return Stream.of(
                new Message.Hello(1, new Versions(1, "0.1.20", "0.12", "abc", "AVX2")),
                new Message.Refused(new Failure.LibraryMissing(Path.of("/lib"))),
                new Message.Start(1, new Job.Paint(context, full, Preview.TAE)),
                new Message.Start(3, new Job.Film(context, VideoRequest.text("a boat", "", 64, 64, 5, 8, full.sampling(), 7), Preview.NONE)),
                new Message.Start(2, new Job.Paint(context, ImageRequest.text("", "", 128, 128, full.sampling(), 0), Preview.NONE)),
                new Message.Start(3, new Job.Upscale(Path.of("/m"), Execution.cpu(2), SMALL, 0)),
                new Message.Start(6, new Job.Canny(SMALL, 0.5, 0.25)),
                new Message.Start(4, new Job.Convert(Path.of("/m"), null, Path.of("/o"), "q8_0")),
                new Message.Cancel(4), new Message.AskDevices(9),
                new Message.Devices(9, List.of(new Device("CPU", "A processor", Device.Kind.CPU, 1L << 40, 1L << 41))),
                new Message.Happened(1, new Event.PhaseBegan(Phase.SAMPLING)),
                new Message.Happened(1, new Event.Progress(Phase.DECODING, 1, 9, 0.25)),
                new Message.Happened(1, new Event.PreviewPainted(3, SMALL)),
                new Message.Happened(1, new Event.Warned("PromptCut", List.of("8000"))),
                new Message.Happened(1, new Event.Retried(new Failure.EngineHung(60))),
                new Message.Happened(1, new Event.Logged(Event.Logged.Level.WARN, "text")),
                new Message.Ended(1, new Outcome.Done(new Result.Painted(SMALL, 42, new Timings(Map.of(Phase.SAMPLING, 1.5), 2, 3), -1, "id"))),
                new Message.Ended(1, new Outcome.Done(new Result.Converted(Path.of("/o"), new Timings(Map.of(), 2, 3)))),
                new Message.Ended(1, new Outcome.Failed(new Failure.BadValue("steps", "0", "1 - 1000"))),
                new Message.Ended(1, new Outcome.Failed(new Failure.NoSuchDevice("x", List.of("CPU", "Vulkan0")))));
    }

    @ParameterizedTest
    @MethodSource("every_kind_of_message")
    void a_message_comes_out_as_it_went_in(Message message) {
        Wire.Encoded encoded = Wire.encode(message);
        assertThat(encoded.line()).doesNotContain("\n");
        assertThat(Wire.decode(encoded.line(), encoded.bytes())).isEqualTo(message);
    }

    @Test
    void samples_of_pictures_stay_out_of_the_line() {
        Wire.Encoded encoded = Wire.encode(new Message.Happened(1, new Event.PreviewPainted(1, Picture.of(500, 400, 3, new byte[600_000]))));
        assertThat(encoded.line().length()).isLessThan(200);
        assertThat(encoded.bytes()).singleElement().satisfies(b -> assertThat(b).hasSize(600_000));
    }

    @Test
    void what_is_no_message_is_refused() {
        for (String line : List.of("{", "[]", "{}", "{\"is\":\"Nothing\"}", "{\"is\":\"Happened\",\"job\":1,\"event\":{\"is\":\"PreviewPainted\",\"picture\":[1,1,3,0]}}")) {
            assertThatThrownBy(() -> Wire.decode(line, List.of())).as(line).isInstanceOf(JsonParseException.class);
        }
    }
}
