package easel.cli;

import easel.engine.EngineException;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.worker.WorkerEngine;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.format.Thumbnail;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.MaskShape;
import easel.graph.Problem;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.platform.WholeFile;
import easel.run.Ending;
import easel.run.Preset;
import easel.run.Presets;
import easel.run.RunOptions;
import easel.run.Studio;
import easel.run.Submission;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has presets paint their small pictures: with one seed, from the words they come with. Where a preset takes a picture it gets
 * what the first preset paints, or a sketch drawn here.
 */
final class PresetPainting {

    private static final long SEED = 7;
    /** The start picture's own seed would paint it again. */
    private static final long OTHER_SEED = 11;
    /** What is painted anew where a preset asks which part: the sky. */
    private static final Value SKY = new Value.Shapes(List.of(new MaskShape(MaskShape.Kind.RECTANGLE, 0, 0, 1, 0.4, false)));
    /** What is painted over where a preset takes a picture; a sketch is drawn for the one that wants it. */
    private static final String SKETCH = "sketch-to-picture";

    private final EngineOptions engineOptions;
    private final Path out;
    private final Language language;

    PresetPainting(EngineOptions engineOptions, Path out, Language language) {
        this.engineOptions = engineOptions;
        this.out = out;
        this.language = language;
    }

    /** Paints them and gives the exit code. */
    int paint(List<Preset> presets, PrintWriter print) {
        try (WorkerEngine engine = engineOptions.engine(); Studio studio = Studios.open(engine); Scratch scratch = new Scratch()) {
            RunOptions options = new RunOptions(engineOptions.execution(engine), Preview.NONE, scratch.folder());
            Path start = scratch.keep("start", painted(studio, seeded(Presets.bundled(Presets.FIRST).orElseThrow().document(), SEED), options));
            Path sketch = scratch.keep("sketch", Sketch.of(256, 256));
            Files.createDirectories(out);
            for (Preset preset : presets) {
                // The first one's own has been painted: it is what the others begin from.
                Picture picture = preset.name().equals(Presets.FIRST) ? PictureFile.read(start).picture()
                        : painted(studio, seeded(with(preset.document(), preset.name().equals(SKETCH) ? sketch : start), OTHER_SEED), options);
                WholeFile.write(out.resolve(preset.name() + Presets.THUMBNAIL), Thumbnail.of(picture));
                print.println(preset.name());
                print.flush();
            }
            return 0;
        } catch (EngineException e) {
            throw Failed.because(e.failure());
        } catch (PictureException e) {
            throw Failed.saying(e.failure().sentence(language));
        } catch (IOException e) {
            throw Failed.saying(String.valueOf(e.getMessage()));
        }
    }

    private static Document with(Document document, Path picture) {
        Document with = document;
        for (Field field : document.form().fields()) {
            if (field.control() instanceof Control.Picture || field.control() instanceof Control.Mask) {
                for (var target : field.targets()) {
                    with = new Edit.SetParameter(target, field.control() instanceof Control.Mask ? SKY : Value.of(picture.toString())).on(with);
                }
            }
        }
        return with;
    }

    private Picture painted(Studio studio, Document document, RunOptions options) throws EngineException, PictureException, IOException {
        Set<Path> before = files(options.pictures());
        Submission submission = studio.submit(document, options);
        if (submission.jobs().isEmpty()) {
            throw Failed.saying(submission.problems().stream().filter(p -> p.severity() == Problem.Severity.ERROR).findFirst()
                    .map(p -> Catalogue.sentence(p, submission.document(), language)).orElse(document.about().name()));
        }
        if (submission.jobs().getFirst().ending().join() instanceof Ending.Failed(var trouble)) {
            throw Failed.saying(trouble.sentence(language));
        }
        List<Path> painted = files(options.pictures()).stream().filter(f -> !before.contains(f)).sorted().toList();
        if (painted.isEmpty()) {
            throw Failed.saying(document.about().name());
        }
        Picture first = PictureFile.read(painted.getFirst()).picture();
        if (painted.size() < 4) {
            return first;
        }
        List<Picture> four = List.of(first, PictureFile.read(painted.get(1)).picture(), PictureFile.read(painted.get(2)).picture(), PictureFile.read(painted.get(3)).picture());
        return four.stream().allMatch(p -> p.width() == first.width() && p.height() == first.height() && p.channels() == first.channels()) ? together(four) : first;
    }

    /** Four pictures of a size, two above two. */
    private static Picture together(List<Picture> four) {
        Picture first = four.getFirst();
        int row = first.width() * first.channels();
        byte[] samples = new byte[4 * row * first.height()];
        for (int i = 0; i < 4; i++) {
            for (int y = 0; y < first.height(); y++) {
                int to = (i / 2 * first.height() + y) * 2 * row + i % 2 * row;
                System.arraycopy(four.get(i).samples(), y * row, samples, to, row);
            }
        }
        return Picture.of(first.width() * 2, first.height() * 2, first.channels(), samples);
    }

    private static Document seeded(Document document, long seed) {
        Document seeded = document.withCount(1);
        for (Field field : document.form().fields()) {
            if (field.control() instanceof Control.Seed) {
                for (var target : field.targets()) {
                    seeded = new Edit.SetParameter(target, Value.Seed.fixed(seed)).on(seeded);
                }
            }
        }
        return seeded;
    }

    private static Set<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return Set.copyOf(files.toList());
        }
    }

    /** A folder that goes when all is painted. */
    private record Scratch(Path folder) implements AutoCloseable {

        Scratch() throws IOException {
            this(Files.createTempDirectory("easel-presets"));
        }

        Path keep(String name, Picture picture) throws PictureException {
            Path file = folder.resolve(name + ".png");
            new PictureFile(picture, PictureTexts.none()).write(file);
            return file;
        }

        @Override
        public void close() throws IOException {
            for (Path file : files(folder)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        }
    }
}
