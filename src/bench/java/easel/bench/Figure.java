package easel.bench;

import java.util.List;
import java.util.function.Consumer;

/** Something that is measured. It says what, measures it anew each time, and gives one reading or a few. */
interface Figure {

    /** What {@code ./bench --only} calls it; its readings' names begin with it. */
    String name();

    /** One line: what is measured against what. */
    String what();

    /**
     * Measures.
     *
     * @param progress hears a line now and then
     * @throws Exception if it could not be measured, which is never the same as a missed goal
     */
    List<Reading> measure(House house, Consumer<String> progress) throws Exception;
}
