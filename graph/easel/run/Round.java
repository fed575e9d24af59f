package easel.run;

/**
 * Which of several pictures a node has painted just now: they share one progress, for which those to come are taken to
 * have as many steps as this one.
 *
 * @param place   from 0
 * @param before  the steps that those before it took
 * @param go      which one of a batch they are painted for, from 0
 * @param goes    how many that has
 */
record Round(int place, int of, int before, int go, int goes) {

    /** One picture by itself. */
    static final Round ONLY = new Round(0, 1, 0, 0, 1);

    /** One of a batch. */
    static Round ofBatch(int go, int goes, int before) {
        return new Round(go, goes, before, go, goes);
    }

    /** One of several that are painted for the same one of a batch. */
    Round within(int inner, int count, int done) {
        return new Round(go * count + inner, goes * count, done, go, goes);
    }

    int done(int step) {
        return before + step;
    }

    int all(int steps) {
        return before + steps * (of - place);
    }
}
