package easel.cli;

import easel.engine.Event;
import easel.engine.Failure;
import easel.engine.Phase;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.Ending;
import easel.run.NodeState;
import easel.run.Progress;
import easel.run.RunEvent;
import easel.run.store.StoreFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For people: a bar on a terminal, otherwise a plain line a phase and a tenth; each picture's path on standard output,
 * everything else on standard error.
 */
final class TextReport implements ProgressReport {

    private static final int BAR = 30;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;
    private final boolean terminal = System.console() != null && System.console().isTerminal();
    private final Words words;
    private final Language language;
    private final Set<String> told = new HashSet<>();
    private final Set<Phase> passed = EnumSet.noneOf(Phase.class);
    private @Nullable Phase phase;
    private int lastTenth = -1;
    private int drawn;

    TextReport(PrintWriter out, PrintWriter err, boolean quiet, Language language) {
        this.out = out;
        this.err = err;
        this.quiet = quiet;
        this.language = language;
        this.words = Words.of(TextReport.class, language);
    }

    @Override
    public void hear(RunEvent event) {
        switch (event) {
            case RunEvent.NodeChanged(_, _, _, NodeState.Running(Progress progress)) -> show(progress);
            case RunEvent.NodeChanged(_, _, _, NodeState.Done done) when done.file() != null -> {
                passed.clear();
                lastTenth = -1;
                clear();
                done.files().forEach(out::println);
                out.flush();
            }
            case RunEvent.Warned warned -> say(new Event.Warned(warned.code(), warned.arguments()).sentence(language));
            case RunEvent.Retried retried -> say(words.say("retried", retried.reason().cause()));
            case RunEvent.Ended(_, Ending.Failed(var trouble), _) -> say(trouble.sentence(language));
            case RunEvent.Ended(_, Ending.Cancelled _, _) -> say(new Failure.Cancelled().sentence(language));
            default -> { }
        }
    }

    @Override
    public void progress(Progress progress) {
        show(progress);
    }

    @Override
    public void model(Path file) {
        sheet(file);
    }

    @Override
    public void problem(ProblemLine problem) {
        say(problem.text(language));
    }

    @Override
    public void trouble(StoreFailure failure) {
        say(failure.sentence(language));
    }

    @Override
    public void sentence(String sentence) {
        say(sentence);
    }

    @Override
    public void shown(Path file) {
        sheet(file);
    }

    @Override
    public void again() {
        told.clear();
        passed.clear();
        lastTenth = -1;
    }

    @Override
    public void cell(CellLine cell) {
        if (!quiet) {
            clear();
            err.println(words.say("sweep.cell", cell.number(), cell.count(), cell.text()));
            err.flush();
        }
    }

    @Override
    public void sheet(Path file) {
        clear();
        out.println(file);
        out.flush();
    }

    private void show(Progress progress) {
        if (quiet || progress.phase() == null) {
            return;
        }
        boolean fresh = progress.phase() != phase;
        phase = progress.phase();
        String name = words.say("phase." + phase.name());
        if (terminal) {
            draw(name, progress);
        } else if (fresh && passed.add(phase)) {
            // Lines stay: the engine's way back to the model, for the parts it loads as it needs them, is no news.
            err.println(name);
            err.flush();
        } else if (progress.steps() > 0 && phase == Phase.SAMPLING) {
            int tenth = 10 * progress.step() / progress.steps();
            if (tenth != lastTenth) {   // fewer than before: another pass
                lastTenth = tenth;
                err.println(place(progress) + words.say("step", progress.step(), progress.steps(), seconds(progress.secondsLeft())));
                err.flush();
            }
        }
    }

    private void draw(String name, Progress progress) {
        String line = name;
        if (progress.steps() > 0) {
            int filled = Math.clamp(BAR * (long) progress.step() / progress.steps(), 0, BAR);
            line = place(progress) + String.format(Locale.ROOT, "%s [%s%s] %d/%d", name, "=".repeat(filled), " ".repeat(BAR - filled), progress.step(), progress.steps());
            if (phase == Phase.SAMPLING && progress.secondsLeft() > 0.5) {
                line += "  " + words.say("left", seconds(progress.secondsLeft()));
            }
        }
        err.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        err.flush();
        drawn = line.length();
    }

    private String place(Progress progress) {
        return progress.pictures() > 1 ? words.say("batch", progress.picture(), progress.pictures()) : "";
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.0f", Math.max(0, seconds));
    }

    private void clear() {
        if (drawn > 0) {
            err.print("\r" + " ".repeat(drawn) + "\r");
            err.flush();
            drawn = 0;
        }
    }

    /** A sentence, once a command however often it is true. */
    private void say(String sentence) {
        if (told.add(sentence)) {
            clear();
            err.println(sentence);
            err.flush();
        }
    }

    @Override
    public void end() {
        clear();
    }
}
