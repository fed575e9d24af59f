package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Problem;
import easel.nodes.Unfoldable;

/** Pictures that must be of one size. */
final class Sizes {

    private Sizes() {}

    static boolean agree(Picture a, Picture b) {
        return a.width() == b.width() && a.height() == b.height();
    }

    /**
     * The second one.
     *
     * @param input where it came in
     * @throws Unfoldable if it has not the size of the first
     */
    static Picture same(Picture first, Picture second, String input) {
        if (!agree(first, second)) {
            throw Unfoldable.at(input, Problem.Code.PICTURE_OF_ANOTHER_SIZE, second.width(), second.height(), first.width(), first.height());
        }
        return second;
    }
}
