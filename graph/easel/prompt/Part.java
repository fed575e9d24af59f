package easel.prompt;

import java.util.List;

/** A piece of a prompt as it was written. */
sealed interface Part {

    /** Words as they are. */
    record Plain(String text) implements Part {}

    /**
     * Some of several: {@code {a|b}}, or {@code {2$$a|b|c}} for two of them.
     *
     * @param least   how many are taken at least
     * @param most    ... and at most
     * @param between what is put between them
     */
    record Choice(int least, int most, String between, List<Option> options) implements Part {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** A line of a wildcard file: {@code __name__}. */
    record Wildcard(String name) implements Part {}

    /** One of a choice; {@code 2::a} is taken twice as often as {@code a}. */
    record Option(double weight, Template words) {}
}
