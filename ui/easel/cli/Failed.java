package easel.cli;

import easel.engine.Failure;
import easel.platform.Language;
import easel.platform.Words;

/** Ends a command with one sentence on standard error. */
final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private Failed(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** The command was right and could not be done: exit code 1. The code has words in this room. */
    static Failed because(String code, Object... arguments) {
        return new Failed(1, words().say(code, arguments));
    }

    /** ... in another room's sentence. */
    static Failed saying(String sentence) {
        return new Failed(1, sentence);
    }

    /** ... because of an engine's failure. */
    static Failed because(Failure failure) {
        return saying(failure.sentence(Language.ofUser()));
    }

    /** The command was wrong: exit code 2. The code has words in this room. */
    static Failed wrongUse(String code, Object... arguments) {
        return new Failed(2, words().say(code, arguments));
    }

    /** ... in another room's sentence. */
    static Failed wrongUseSaying(String sentence) {
        return new Failed(2, sentence);
    }

    private static Words words() {
        return Words.of(Failed.class, Language.ofUser());
    }

    int exitCode() {
        return exitCode;
    }
}
