package easel.run;

/**
 * Which of several pictures a node has painted just now: they share one progress, for which those to come are taken to
 * have as many steps as this one.
 *
 * @param place  from 0
 * @param before the steps that those before it took
 */
record Round(int place, int of, int before) {

    /** One picture by itself. */
    static final Round ONLY = new Round(0, 1, 0);

    int done(int step) {
        return before + step;
    }

    int all(int steps) {
        return before + steps * (of - place);
    }
}
