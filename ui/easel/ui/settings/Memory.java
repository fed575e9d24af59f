package easel.ui.settings;

import easel.ui.task.Edt;
import easel.ui.task.Lane;
import easel.ui.task.Task;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.Timer;

/**
 * The settings as they are now, saved a moment after they change: soon enough that a killed window loses no more than
 * two seconds, seldom enough that typing writes no file per key. On the EDT.
 */
public final class Memory {

    /** After this long without a change the settings are written ... */
    static final int QUIET_MS = 400;
    /** ... and after this long at the latest. */
    static final int LATEST_MS = 1500;
    /** After a failure it is tried again, for the disk may have room again. */
    private static final int AGAIN_MS = 5000;

    private final SettingsFile file;
    private final boolean saves;
    private final Consumer<IOException> trouble;
    private final Timer timer = new Timer(QUIET_MS, _ -> saveNow());
    private Settings settings;
    private long turn;
    private long unsavedSince;
    private boolean failing;

    /**
     * @param loaded  what the file held
     * @param trouble told on the EDT when the settings could not be written, once until they could again
     */
    public Memory(SettingsFile file, SettingsFile.Loaded loaded, Consumer<IOException> trouble) {
        this.file = file;
        this.settings = loaded.settings();
        this.saves = loaded.saves();
        this.trouble = trouble;
        timer.setRepeats(false);
    }

    /** The settings now. */
    public Settings get() {
        return settings;
    }

    /** Changes them; the file follows. */
    public void change(UnaryOperator<Settings> change) {
        Edt.mustBeOn();
        settings = change.apply(settings);
        touch();
    }

    private void touch() {
        long now = System.nanoTime() / 1_000_000;
        if (!timer.isRunning()) {
            unsavedSince = now;
        }
        timer.setInitialDelay(Math.clamp(LATEST_MS - (now - unsavedSince), 0, QUIET_MS));
        timer.restart();
    }

    /** Changes what the person was doing. */
    public void changeWork(UnaryOperator<Work> change) {
        change(s -> s.with(change.apply(s.work())));
    }

    /** Changes the panels round the nodes. */
    public void changeSides(UnaryOperator<Sides> change) {
        change(s -> s.with(change.apply(s.sides())));
    }

    private void saveNow() {
        if (!saves) {
            return;
        }
        Settings snapshot = settings;
        long mine = ++turn;
        Task.<Void>of(Lane.KEEPING, () -> {
            file.write(mine, snapshot);
            return null;
        }).whenFailed(this::failed).whenDone(_ -> failing = false);
    }

    private void failed(Exception e) {
        if (!failing) {
            failing = true;
            trouble.accept(e instanceof IOException io ? io : new IOException(e));
        }
        if (!timer.isRunning()) {
            timer.setInitialDelay(AGAIN_MS);
            timer.restart();
        }
    }

    /** What writes the settings as they are now, not on the EDT: the program is about to end. */
    public Callable<Void> ending() {
        timer.stop();
        Settings last = settings;
        long mine = ++turn;
        return () -> {
            Edt.mustBeOff();
            if (saves) {
                file.write(mine, last);
            }
            return null;
        };
    }
}
