package easel.bench;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * What a typed letter changes on the display: the pixels that stand still before and after it (a caret blinks) and are
 * not the same.
 *
 * @param at     the rectangle around them
 * @param places indices into what is seen there
 * @param after  what they become
 */
record Typed(Rectangle at, int[] places, int[] after) {

    /** Part of the pixels that must have turned: letters typed next touch the edge of this one. */
    private static final double ENOUGH = 0.9;
    private static final int FEWEST = 8;
    /** Rows between one change and another. */
    private static final int GAP = 12;
    private static final int LARGEST_EDGE = 60;

    /** Looks for so long that a blinking caret has been there and not there. */
    static List<int[]> watch(Display display) throws InterruptedException {
        List<int[]> seen = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            seen.add(display.look(Display.whole()));
            Thread.sleep(100);
        }
        return seen;
    }

    /**
     * Finds the letter.
     *
     * @throws IllegalStateException if what changed is no letter in one place
     */
    static Typed between(List<int[]> before, List<int[]> after) {
        Rectangle whole = Display.whole();
        int[] was = before.getFirst();
        int[] is = after.getFirst();
        Rectangle around = new Rectangle(-1, -1);
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < is.length; i++) {
            if (was[i] != is[i] && still(before, i) && still(after, i)) {
                if (around.y >= 0 && i / whole.width > around.y + around.height + GAP) {
                    // The first letter turns Undo on as well, in the bar above: the letter is what comes last.
                    changed.clear();
                    around = new Rectangle(-1, -1);
                }
                changed.add(i);
                around.add(new Rectangle(i % whole.width, i / whole.width, 1, 1));
            }
        }
        if (changed.size() < FEWEST || around.width > LARGEST_EDGE || around.height > LARGEST_EDGE) {
            throw new IllegalStateException("a typed letter changed " + changed.size() + " pixels in " + around);
        }
        Rectangle at = around;
        int[] places = changed.stream().mapToInt(i -> (i / whole.width - at.y) * at.width + i % whole.width - at.x).toArray();
        return new Typed(at, places, changed.stream().mapToInt(i -> is[i]).toArray());
    }

    private static boolean still(List<int[]> frames, int i) {
        return frames.stream().allMatch(frame -> frame[i] == frames.getFirst()[i]);
    }

    /** Whether the letter is on the display now. */
    boolean isThere(Display display) {
        int[] seen = display.look(at);
        int same = 0;
        for (int i = 0; i < places.length; i++) {
            same += seen[places[i]] == after[i] ? 1 : 0;
        }
        return same >= ENOUGH * places.length;
    }
}
