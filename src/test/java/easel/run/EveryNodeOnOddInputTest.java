package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Document;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.SocketType;
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

/** Every node that pictures and masks can be brought to, with the oddest of them: it works, or says why in a sentence. */
@Timeout(300)
class EveryNodeOnOddInputTest extends OnBench {

    private static final Map<SocketType, String> FEEDS = Map.of(SocketType.Known.IMAGE, "picture.picture", SocketType.Known.MASK, "mask.mask", SocketType.Known.MODEL, "model.model",
            SocketType.Known.CONDITIONING, "words.prompt");
    /** Sides beyond this only take time: 16,384 is tried with pictures of one row. */
    private static final long LONG = 2048;
    private static final long MANY = 64;

    private final List<String> wrong = new ArrayList<>();

    private static Stream<Schema> nodes() {
        return Catalogue.schemas().stream().filter(schema -> schema.inputs().stream().anyMatch(input -> input.type() == SocketType.Known.IMAGE || input.type() == SocketType.Known.MASK))
                .filter(schema -> schema.inputs().stream().allMatch(input -> !input.required() || FEEDS.containsKey(input.type())));
    }

    private Path file(String name, Picture picture) throws Exception {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            new PictureFile(picture, PictureTexts.none()).write(file);
        }
        return file;
    }

    private Document fed(Schema schema, Path picture, Path mask) {
        return fed(schema, new Sketch().add("picture", "load-picture", "file=" + picture).add("mask", "load-mask", "file=" + mask));
    }

    /** @param flow has a {@code picture} and a {@code mask} */
    private Document fed(Schema schema, Sketch flow) {
        flow.add("words", "prompt", "text=a boat")
                .add("model", "load-checkpoint", "checkpoint=" + folder.resolve("model.safetensors")).add("it", schema.type());
        for (Schema.Input input : schema.inputs()) {
            Optional.ofNullable(FEEDS.get(input.type())).ifPresent(from -> flow.set("it", input.name() + "<" + from));
        }
        for (Schema.Parameter parameter : schema.parameters()) {
            if (parameter.rule() instanceof Rule.Seed) {
                flow.set("it", parameter.name() + "=7");
            }
        }
        return flow.document();
    }

    /** Runs it, and writes down what is an error of ours. */
    private void tryOut(String what, Document document) throws Exception {
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
        assertThat(all).hasSizeGreaterThan(40);
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
