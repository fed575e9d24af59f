package easel.ui.desk;

import easel.run.QueuedJob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be said about the run of one tab. On the EDT. */
final class TabRun {

    private RunView view = new RunView.Idle();
    private boolean cancelling;
    private int preparing;

    RunView view() {
        return view;
    }

    boolean isCancelling() {
        return cancelling;
    }

    /** Whether something was asked for and no answer has come. */
    boolean isPreparing() {
        return preparing > 0;
    }

    void asked() {
        preparing++;
        if (!view.isBusy()) {
            cancelling = false;
            view = new RunView.Preparing(false, 0);
        }
    }

    void answered() {
        preparing--;
    }

    void show(RunView other) {
        view = other;
        if (!other.isBusy()) {
            cancelling = false;
        }
    }

    void cancel() {
        cancelling = true;
        view = switch (view) {
            case RunView.Preparing p -> new RunView.Preparing(true, p.ahead());
            case RunView.Working w -> new RunView.Working(w.job(), w.progress(), w.preview(), w.secondsLeft(), w.silent(), w.retrying(), true);
            case RunView other -> other;
        };
    }

    /**
     * How things stand now.
     *
     * @param current what runs, if it is ours
     * @param coming  our jobs that run or wait
     * @param ahead   jobs of others before our first
     * @param ended   how the last of our jobs ended, if one has ended since it was last told
     */
    void stand(RunLog.@Nullable Current current, List<QueuedJob> coming, int ahead, @Nullable RunView ended) {
        if (current != null) {
            view = new RunView.Working(current.job(), current.progress(), current.preview(), current.secondsLeft(),
                    current.silent(), current.retrying(), cancelling);
        } else if (!coming.isEmpty() || preparing > 0) {
            view = new RunView.Preparing(cancelling, ahead);
        } else if (ended != null) {
            show(ended);
        } else if (view.isBusy()) {
            show(new RunView.Idle());
        }
    }
}
