package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.graph.Document;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every node that takes something, with the oddest pictures and masks that can be brought to it: it works, or says why in a sentence. */
@Timeout(300)
class EveryNodeOnOddInputTest extends OnBench {

    /** What feeds a type, by its name. */
    private static final Map<String, String> FEEDS = Map.ofEntries(Map.entry("IMAGE", "picture.picture"), Map.entry("MASK", "mask.mask"), Map.entry("MODEL", "loader.model"),
            Map.entry("CLIP", "loader.clip"), Map.entry("VAE", "loader.vae"), Map.entry("CONDITIONING", "words.conditioning"), Map.entry("LATENT", "begin.latent"),
            Map.entry("CONTROL", "net.control_net"), Map.entry("UPSCALER", "enlarge.upscale_model"), Map.entry("SIGMAS", "levels.sigmas"), Map.entry("SAMPLER", "way.sampler"),
            Map.entry("NOISE", "noise.noise"), Map.entry("GUIDER", "guide.guider"), Map.entry("REGIONAL_PROMPTS", "place.regions"), Map.entry("REGION", "cut.region"));
    /** Sides beyond this only take time: 16,384 is tried with pictures of one row. */
    private static final long LONG = 2048;
    private static final long MANY = 64;

    private final List<String> wrong = new ArrayList<>();
    private int tried;
    private int done;

    private static Stream<Schema> nodes() {
        return Catalogue.schemas().stream().filter(schema -> !schema.inputs().isEmpty())
                .filter(schema -> schema.inputs().stream().allMatch(input -> !input.required() || FEEDS.containsKey(input.type().name())));
    }

    private Document fed(Schema schema, Path picture, Path mask) {
        return fed(schema, new Sketch().add("picture", "load-picture", "file=" + picture).add("mask", "load-mask", "file=" + mask));
    }

    /** @param flow has a {@code picture} and a {@code mask} */
    private Document fed(Schema schema, Sketch flow) {
        Path model = folder.resolve("model.safetensors");
        flow.add("loader", "checkpoint-loader-simple", "ckpt_name=" + model).add("words", "clip-text-encode", "text=a boat", "clip<loader.clip")
                .add("begin", "vae-encode", "pixels<picture.picture", "vae<loader.vae").add("net", "control-net-loader", "control_net_name=" + model)
                .add("enlarge", "upscale-model-loader", "model_name=" + model).add("levels", "karras-scheduler").add("way", "k-sampler-select")
                .add("noise", "random-noise", "noise_seed=7").add("guide", "basic-guider", "model<loader.model", "conditioning<words.conditioning")
                .add("place", "regional-prompt", "prompt<words.conditioning", "mask<mask.mask").add("cut", "crop-region", "picture<picture.picture", "mask<mask.mask")
                .add("it", schema.type());
        for (Schema.Input input : schema.inputs()) {
            Optional.ofNullable(FEEDS.get(input.type().name())).ifPresent(from -> flow.set("it", input.name() + "<" + from));
        }
        schema.outputs().forEach(output -> used(flow, output));
        for (Schema.Parameter parameter : schema.parameters()) {
            if (parameter.rule() instanceof Rule.Seed) {
                flow.set("it", parameter.name() + "=7");
            }
        }
        return flow.document();
    }

    /** What only describes is painted: nothing comes of it else. */
    private static void used(Sketch flow, Schema.Output output) {
        String from = "<it." + output.name();
        switch (output.type().name()) {
            case "LATENT" -> flow.add("decode-" + output.name(), "vae-decode", "samples" + from, "vae<loader.vae");
            case "CONDITIONING" -> flow.add("paint-" + output.name(), "sampler", "model<loader.model", "positive" + from, "seed=7", "steps=2");
            case "MODEL" -> flow.add("paint-" + output.name(), "sampler", "model" + from, "positive<words.conditioning", "seed=7", "steps=2");
            case "CONTROL" -> flow.add("follow", "follow-picture", "prompt<words.conditioning", "picture<picture.picture", "control_net" + from)
                    .add("paint", "sampler", "model<loader.model", "positive<follow.following", "seed=7", "steps=2");
            default -> { }
        }
    }

    /** Runs it, and writes down what is an error of ours. */
    private void tryOut(String what, Document document) throws Exception {
        tried++;
        Submission submission = bench.submit(document);
        submission.problems().stream().filter(problem -> problem.code() == Problem.Code.NODE_BROKEN).forEach(problem -> wrong.add(what + ": " + problem.arguments()));
        if (submission.jobs().isEmpty()) {
            if (submission.problems().stream().noneMatch(problem -> problem.severity() == Problem.Severity.ERROR)) {
                wrong.add(what + ": nothing ran, and nobody says why");
            }
            return;
        }
        Ending ending;
        try {
            ending = submission.jobs().getFirst().ending().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            wrong.add(what + ": no end");
            throw new AssertionError(String.join("\n", wrong), e);
        }
        done += ending instanceof Ending.Done ? 1 : 0;
        // The bench remembers every picture that was told of or asked for.
        bench.events.clear();
        bench.engine.painted.clear();
        bench.engine.upscaled.clear();
        bench.engine.filmed.clear();
        bench.engine.edged.clear();
        if (ending instanceof Ending.Failed(Trouble trouble) && (trouble.code().equals("NODE_BROKEN") || trouble.code().equals("EngineFailed"))) {
            wrong.add(what + ": " + trouble);
        }
    }

    @Test
    void pictures_of_every_shape_and_masks_of_another_size() throws Exception {
        Path dot = file("dot.png", Picture.of(1, 1, 3, new byte[] {1, 2, 3}));
        Path clear = file("clear.png", Picture.of(3, 2, 4, new byte[24]));
        Path row = file("row.png", Sketch.motley(16_384, 1, 3));
        Path column = file("column.png", Sketch.motley(1, 16_384, 4));
        Path white = file("white.png", Sketch.grey(3, 2, (_, _) -> 255));
        Path black = file("black.png", Sketch.grey(3, 2, (_, _) -> 0));
        Path whiteRow = file("white-row.png", Sketch.grey(16_384, 1, (x, _) -> x > 16_000 ? 255 : 0));
        List<Schema> all = nodes().toList();
        assertThat(all).hasSizeGreaterThan(70);
        for (Schema schema : all) {
            tryOut(schema.type() + " on one pixel, mask of another size", fed(schema, dot, white));
            tryOut(schema.type() + " on nothing to be seen", fed(schema, clear, white));
            tryOut(schema.type() + " under a black mask", fed(schema, clear, black));
            tryOut(schema.type() + " on one row", fed(schema, row, whiteRow));
            tryOut(schema.type() + " on one column", fed(schema, column, white));
        }
        assertThat(wrong).isEmpty();
    }

    /** A batch of them, as one value where one is expected, beside a mask for each and beside a single mask. */
    @Test
    void batches_of_pictures_of_several_sizes_and_kinds() throws Exception {
        Path all = Files.createDirectory(folder.resolve("all"));
        file("all/1.png", Sketch.grey(1, 1, (_, _) -> 7));
        file("all/2.png", Sketch.motley(3, 2, 4));
        file("all/3.png", Sketch.motley(40, 1, 3));
        Path mask = file("mask.png", Sketch.grey(3, 2, (_, _) -> 255));
        for (Schema schema : nodes().toList()) {
            Sketch one = new Sketch().add("all", "load-folder", "folder=" + all).add("picture", "sharpen", "picture<all.pictures").add("mask", "load-mask", "file=" + mask);
            tryOut(schema.type() + " on a batch under one mask", fed(schema, one));
            Sketch each = new Sketch().add("all", "load-folder", "folder=" + all).add("picture", "sharpen", "picture<all.pictures")
                    .add("mask", "mask-from-brightness", "picture<all.pictures", "least=0");
            tryOut(schema.type() + " on a batch under a mask for each", fed(schema, each));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void values_at_both_ends_of_what_is_allowed() throws Exception {
        Path picture = file("small.png", Sketch.motley(7, 5, 4));
        Path mask = file("mask.png", Sketch.grey(7, 5, (x, _) -> x > 2 ? 255 : 0));
        for (Schema schema : nodes().toList()) {
            Document document = fed(schema, picture, mask);
            for (Schema.Parameter parameter : schema.parameters()) {
                for (Value value : ends(parameter.rule())) {
                    tryOut(schema.type() + " with " + parameter.name() + " = " + Value.shown(value), Bench.set(document, "it." + parameter.name(), value));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(done).as("of %d", tried).isGreaterThan(tried / 2);   // else little of it ran at all
    }

    private static List<Value> ends(Rule rule) {
        return switch (rule) {
            case Rule.Whole whole -> List.of(Value.of((int) whole.least()), Value.of((int) Math.min(whole.most(), whole.unit() == Rule.Unit.PIXELS ? LONG : MANY)));
            case Rule.Real real -> List.of(Value.of(real.least()), Value.of(real.most()));
            case Rule.Choice choice -> choice.ids().stream().<Value>map(Value::of).toList();
            case Rule.Truth _ -> List.of(Value.of(true), Value.of(false));
            default -> List.of();
        };
    }
}
