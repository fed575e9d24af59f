package easel.cli;

import easel.engine.Picture;
import easel.format.ContactSheet;
import easel.format.ContactSheet.Content;
import easel.format.ContactSheet.Heading;
import easel.format.FileNames;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.nodes.SavedPicture;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.Sweep;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The contact sheets of a sweep: one for each value of its third axis, written once all that belongs on it is over. */
final class SweepSheets {

    /** Beside the pictures in the order they were made. */
    private static final FileNames NAMES = new FileNames("{date}-{counter}-sheet");

    private final Sweep sweep;
    private final Path folder;
    private final Language language;
    private final int cellsOnOne;
    private final Map<Integer, Map<List<Integer>, Result>> sheets = new HashMap<>();

    /** What came of a cell. */
    sealed interface Result {

        /** Its picture lies there. */
        record Painted(Path file) implements Result {}

        /** There is none, and why. */
        record Missing(String reason) implements Result {}
    }

    SweepSheets(Sweep sweep, Path folder, Language language) {
        this.sweep = sweep;
        this.folder = folder;
        this.language = language;
        this.cellsOnOne = values(0) * values(1);
    }

    /** A cell is over; gives the sheet's file if it was the last on its sheet. */
    Optional<Path> over(Sweep.Cell cell, Result result) {
        int z = cell.place(2);
        Map<List<Integer>, Result> results = sheets.computeIfAbsent(z, _ -> new HashMap<>());
        results.put(List.of(cell.place(0), cell.place(1)), result);
        if (results.size() < cellsOnOne) {
            return Optional.empty();
        }
        sheets.remove(z);
        return Optional.of(write(z, results));
    }

    private Path write(int z, Map<List<Integer>, Result> results) {
        boolean isDeep = sweep.axes().size() > 2;
        String title = isDeep ? sweep.axes().get(2).title(sweep.base(), language) + " = " + sweep.axes().get(2).label(z, sweep.base(), language) : "";
        Document workflow = isDeep ? sweep.at(2, z, sweep.base()) : sweep.base();
        // Letters and pictures in memory; nothing asks for a display.
        System.setProperty("java.awt.headless", "true");
        try {
            Picture sheet = ContactSheet.of(title, heading(0), heading(1), (x, y) -> content(results.get(List.of(x, y))));
            return SavedPicture.writeSheet(sheet, WorkflowFile.text(workflow), folder, NAMES);
        } catch (PictureException e) {
            throw Failed.saying(e.failure().sentence(language));
        } catch (LinkageError | InternalError noFonts) {
            // The JDK's own libraries need a few of the system's, and at least one font.
            throw Failed.because("sweep.noFonts", String.valueOf(noFonts.getMessage()));
        }
    }

    private Content content(Result result) {
        return switch (result) {
            case Result.Painted(Path file) -> {
                try {
                    yield new Content.Shown(PictureFile.read(file).picture());
                } catch (PictureException e) {
                    yield new Content.Said(e.failure().sentence(language));
                }
            }
            case Result.Missing(String reason) -> new Content.Said(reason);
        };
    }

    private Heading heading(int axis) {
        return axis >= sweep.axes().size() ? Heading.NONE : new Heading(sweep.axes().get(axis).title(sweep.base(), language),
                IntStream.range(0, values(axis)).mapToObj(place -> sweep.axes().get(axis).label(place, sweep.base(), language)).toList());
    }

    private int values(int axis) {
        return axis < sweep.axes().size() ? sweep.axes().get(axis).values().size() : 1;
    }

    /** What a cell says that ran and gave no picture. */
    static Result nothing(Language language) {
        return new Result.Missing(Words.of(SweepSheets.class, language).say("sweep.noPicture"));
    }
}
