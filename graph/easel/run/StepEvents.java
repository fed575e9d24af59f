package easel.run;

import easel.engine.Event;
import easel.engine.Failure;
import easel.engine.Phase;
import easel.engine.Picture;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the events of one call of the engine into those of the step that shows it. */
final class StepEvents implements Consumer<Event> {

    private final JobId job;
    private final Step step;
    private final Round turn;
    private final Consumer<RunEvent> events;
    private final Consumer<NodeState> state;
    private @Nullable Phase phase;
    private int done;
    private int steps;
    private double seconds;
    private @Nullable Picture preview;
    private int sampled;
    private boolean closed;

    /**
     * @param turn  which of several calls it is
     * @param state told how the step is
     */
    StepEvents(JobId job, Step step, Round turn, Consumer<RunEvent> events, Consumer<NodeState> state) {
        this.job = job;
        this.step = step;
        this.turn = turn;
        this.events = events;
        this.state = state;
    }

    /** From now on nothing is heard: a preview that comes late must not follow the result. */
    synchronized void close() {
        closed = true;
    }

    /** How many steps of sampling were taken. */
    synchronized int sampled() {
        return sampled;
    }

    @Override
    public synchronized void accept(Event event) {
        if (closed) {
            return;
        }
        switch (event) {
            case Event.PhaseBegan(Phase begun) -> {
                phase = begun;
                done = 0;
                steps = 0;
                seconds = 0;
                progress();
            }
            case Event.Progress(Phase of, int k, int n, double took) -> {
                phase = of;
                done = k;
                steps = n;
                seconds = took;
                progress();
            }
            case Event.PreviewPainted(int _, Picture picture) -> {
                preview = picture;
                progress();
            }
            case Event.Warned(String code, List<String> arguments) -> events.accept(new RunEvent.Warned(job, step.id(), code, arguments));
            case Event.Retried(Failure reason) -> {
                preview = null;
                events.accept(new RunEvent.Retried(job, step.id(), reason));
            }
            case Event.Logged(Event.Logged.Level level, String text) -> events.accept(new RunEvent.Logged(job, level, text));
        }
    }

    private void progress() {
        boolean shared = phase == Phase.SAMPLING && steps > 0;
        sampled = shared ? done : sampled;
        state.accept(new NodeState.Running(new Progress(phase, shared ? turn.done(done) : done, shared ? turn.all(steps) : steps, seconds, preview, turn.go() + 1, turn.goes())));
    }
}
