package easel.engine;

import easel.platform.Language;
import easel.platform.Words;
import java.util.List;

/** What a job tells while it runs. */
public sealed interface Event {

    /** Something else is being done now; nothing is known of how long it takes. */
    record PhaseBegan(Phase phase) implements Event {}

    /**
     * Part of a phase is done.
     *
     * @param step    how many of {@code steps} are done
     * @param seconds that the last one took; 0 if not known
     */
    record Progress(Phase phase, int step, int steps, double seconds) implements Event {}

    /** The picture as it looks after {@code step}; may be smaller than the picture asked for. */
    record PreviewPainted(int step, Picture picture) implements Event {}

    /** Something the person should know although the job goes on; {@code code} has words in this room. */
    record Warned(String code, List<String> arguments) implements Event {
        public Warned {
            arguments = List.copyOf(arguments);
        }

        /** The sentence for people. */
        public String sentence(Language language) {
            return Words.of(Event.class, language).say(code, arguments);
        }
    }

    /** The worker died or hung and the job begins again from its start. */
    record Retried(Failure reason) implements Event {}

    /** A line of the engine's own log, for engineers. */
    record Logged(Level level, String text) implements Event {
        /** The engine's log levels. */
        public enum Level { DEBUG, INFO, WARN, ERROR }
    }
}
