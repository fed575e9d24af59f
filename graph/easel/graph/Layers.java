package easel.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Boxes in columns, each right of what feeds it, with few crossings among the links (Sugiyama's way: longest paths,
 * then sweeps over the barycentres). Linear in boxes and links but for sorting within a column. Boxes are numbers.
 */
final class Layers {

    private static final int SWEEPS = 6;
    private static final double GAP_X = 80;
    private static final double GAP_Y = 32;

    private final List<Size> sizes;
    private final int[][] feeders;
    private final int[][] takers;
    private final int[] column;
    private final double[] x;
    private final double[] y;

    /** @param feeders for each box those that feed it; boxes in a circle are taken as if one of the links were not there */
    Layers(List<Size> sizes, int[][] feeders) {
        this.sizes = sizes;
        this.feeders = feeders;
        this.takers = turned(feeders);
        this.column = new int[sizes.size()];
        this.x = new double[sizes.size()];
        this.y = new double[sizes.size()];
        columns();
        place();
    }

    /** Where a box goes: its upper left corner, the first one near 0, 0. */
    Position at(int box) {
        return new Position(Math.rint(x[box]), Math.rint(y[box]));
    }

    private static int[][] turned(int[][] feeders) {
        int[] count = new int[feeders.length];
        for (int[] from : feeders) {
            for (int f : from) {
                count[f]++;
            }
        }
        int[][] takers = new int[feeders.length][];
        Arrays.setAll(takers, i -> new int[count[i]]);
        for (int box = feeders.length - 1; box >= 0; box--) {
            for (int f : feeders[box]) {
                takers[f][--count[f]] = box;
            }
        }
        return takers;
    }

    private boolean isLoose(int box) {
        return feeders[box].length == 0 && takers[box].length == 0;
    }

    /** Longest path from the left; then what is fed by nothing goes right, next to the first that takes from it. */
    private void columns() {
        int[] waiting = new int[feeders.length];
        int[] queue = new int[feeders.length];
        boolean[] done = new boolean[feeders.length];
        int end = 0;
        for (int box = 0; box < feeders.length; box++) {
            waiting[box] = feeders[box].length;
            if (waiting[box] == 0) {
                queue[end++] = box;
                done[box] = true;
            }
        }
        int unmet = 0;
        for (int at = 0; at < feeders.length; at++) {
            if (at == end) {
                // Only circles are left: the first of the rest begins as if what feeds it from the rest were not there.
                while (done[unmet]) {
                    unmet++;
                }
                done[unmet] = true;
                queue[end++] = unmet;
            }
            int box = queue[at];
            for (int taker : takers[box]) {
                if (!done[taker]) {
                    column[taker] = Math.max(column[taker], column[box] + 1);
                    if (--waiting[taker] == 0) {
                        done[taker] = true;
                        queue[end++] = taker;
                    }
                }
            }
        }
        for (int box = 0; box < feeders.length; box++) {
            if (feeders[box].length == 0 && takers[box].length > 0) {
                column[box] = Math.max(0, Arrays.stream(takers[box]).map(t -> column[t]).min().orElseThrow() - 1);
            }
        }
    }

    private void place() {
        int[][] columns = boxesByColumn();
        for (int[] boxes : columns) {
            stack(boxes);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean rightwards = sweep % 2 == 0;
            for (int i = 0; i < columns.length; i++) {
                int[] boxes = columns[rightwards ? i : columns.length - 1 - i];
                sort(boxes, rightwards ? feeders : takers);
                stack(boxes);
            }
        }
        double left = 0;
        for (int[] boxes : columns) {
            double width = 0;
            for (int box : boxes) {
                x[box] = left;
                width = Math.max(width, sizes.get(box).width());
            }
            left += width + GAP_X;
            settle(boxes);
        }
        double top = Arrays.stream(columns).flatMapToInt(Arrays::stream).mapToDouble(b -> y[b]).min().orElse(0);
        double bottom = 0;
        for (int[] boxes : columns) {
            for (int box : boxes) {
                y[box] -= top;
                bottom = Math.max(bottom, y[box] + sizes.get(box).height() + GAP_Y);
            }
        }
        loose(bottom);
    }

    private int[][] boxesByColumn() {
        int last = IntStream.range(0, column.length).filter(b -> !isLoose(b)).map(b -> column[b]).max().orElse(-1);
        int[] count = new int[last + 1];
        IntStream.range(0, column.length).filter(b -> !isLoose(b)).forEach(b -> count[column[b]]++);
        int[][] columns = new int[last + 1][];
        Arrays.setAll(columns, c -> new int[count[c]]);
        for (int box = column.length - 1; box >= 0; box--) {
            if (!isLoose(box)) {
                columns[column[box]][--count[column[box]]] = box;
            }
        }
        return columns;
    }

    private double middle(int box) {
        return y[box] + sizes.get(box).height() / 2;
    }

    private double wanted(int box, int[][] neighbours) {
        double sum = 0;
        for (int other : neighbours[box]) {
            sum += middle(other);
        }
        return neighbours[box].length == 0 ? middle(box) : sum / neighbours[box].length;
    }

    private void sort(int[] boxes, int[][] neighbours) {
        double[] key = new double[boxes.length];
        Integer[] order = new Integer[boxes.length];
        for (int i = 0; i < boxes.length; i++) {
            key[i] = wanted(boxes[i], neighbours);
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> key[i]));
        int[] sorted = Arrays.stream(order).mapToInt(i -> boxes[i]).toArray();
        System.arraycopy(sorted, 0, boxes, 0, boxes.length);
    }

    /** One under the other, around the same line in every column. */
    private void stack(int[] boxes) {
        double height = -GAP_Y;
        for (int box : boxes) {
            height += sizes.get(box).height() + GAP_Y;
        }
        double at = -height / 2;
        for (int box : boxes) {
            y[box] = at;
            at += sizes.get(box).height() + GAP_Y;
        }
    }

    /** Each as near to the middle of what feeds it as the ones above let it, and the column as a whole where that costs least. */
    private void settle(int[] boxes) {
        double[] wish = new double[boxes.length];
        for (int i = 0; i < boxes.length; i++) {
            wish[i] = wanted(boxes[i], feeders) - sizes.get(boxes[i]).height() / 2;
        }
        double at = Double.NEGATIVE_INFINITY;
        double off = 0;
        for (int i = 0; i < boxes.length; i++) {
            y[boxes[i]] = Math.max(at, wish[i]);
            off += y[boxes[i]] - wish[i];
            at = y[boxes[i]] + sizes.get(boxes[i]).height() + GAP_Y;
        }
        for (int box : boxes) {
            y[box] -= off / boxes.length;
        }
    }

    /** What has no links stands in rows below, about as wide as high. */
    private void loose(double top) {
        int[] boxes = IntStream.range(0, column.length).filter(this::isLoose).toArray();
        double area = 0;
        for (int box : boxes) {
            area += (sizes.get(box).width() + GAP_X) * (sizes.get(box).height() + GAP_Y);
        }
        double width = Math.sqrt(area) * 1.3;
        double left = 0;
        double row = top;
        double height = 0;
        for (int box : boxes) {
            if (left > 0 && left + sizes.get(box).width() > width) {
                row += height + GAP_Y;
                left = 0;
                height = 0;
            }
            x[box] = left;
            y[box] = row;
            left += sizes.get(box).width() + GAP_X;
            height = Math.max(height, sizes.get(box).height());
        }
    }
}
