package easel.run;

/**
 * Which of several pictures a node has painted just now: they share one progress, in which each has as many steps.
 *
 * @param place from 0
 */
record Round(int place, int of) {

    /** One picture by itself. */
    static final Round ONLY = new Round(0, 1);

    int done(int step, int steps) {
        return place * steps + step;
    }

    int all(int steps) {
        return of * steps;
    }
}
