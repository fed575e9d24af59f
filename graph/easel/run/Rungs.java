package easel.run;

import easel.engine.Rung;
import java.util.List;

/** How sparing with memory pictures are painted. */
@FunctionalInterface
interface Rungs {

    /** How a picture whose size is known is begun. */
    Rung first(Foretelling.Painting painting);

    /**
     * How the pictures of a node were painted that nobody could tell of before they were: empty for as asked.
     *
     * @param thought the key that it had then
     */
    default List<Rung> found(Key thought) {
        return List.of();
    }

    /** Another number once {@link #found} may say something else. */
    default long findings() {
        return 0;
    }
}
