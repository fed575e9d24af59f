package easel.pixels;

/** What lies beyond a picture's sides for what has to look there. */
enum Border {
    /** The last pixels go on. */
    EDGE,
    /** The picture again as in a mirror, the last pixels not twice; PyTorch's "reflect". */
    MIRROR;

    /** The place within a side of {@code length} that stands for {@code at}. */
    int within(int at, int length) {
        if (this == EDGE || length == 1) {
            return Math.clamp(at, 0, length - 1);
        }
        int round = 2 * (length - 1);
        int place = Math.floorMod(at, round);
        return place < length ? place : round - place;
    }
}
