package easel.run;

import easel.graph.Document;
import easel.graph.SetInside;
import easel.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A document with some of its parameters going through values, each with each: one axis is a row, two are a grid, a
 * third is a grid for each of its values. Every seed is the same number all over it, unless an axis goes through seeds.
 *
 * @param base what all its cells have in common, every seed fixed
 * @param axes the columns, the rows, the grids
 */
public record Sweep(Document base, List<Axis> axes) {

    /** Most cells of one. */
    public static final int MOST_CELLS = 10_000;

    public Sweep {
        axes = List.copyOf(axes);
        if (axes.isEmpty() || axes.size() > 3 || count(axes) > MOST_CELLS) {
            throw new IllegalArgumentException(axes.size() + " axes, " + count(axes) + " cells");
        }
    }

    /**
     * One job of it.
     *
     * @param at       which value of each axis, the first being 0
     * @param document what it runs
     */
    public record Cell(List<Integer> at, Document document) {
        public Cell {
            at = List.copyOf(at);
        }

        /** Which value of an axis, 0 for an axis that the sweep does not have. */
        public int place(int axis) {
            return axis < at.size() ? at.get(axis) : 0;
        }
    }

    /** How many cells axes make. */
    public static long count(List<Axis> axes) {
        return axes.stream().mapToLong(a -> a.values().size()).reduce(1, Math::multiplyExact);
    }

    /** A sweep of a document: its seeds stay at their numbers, those that have none are drawn once. */
    public static Sweep holding(Document document, List<Axis> axes, RandomGenerator random) {
        Seeds seeds = new Seeds(random);
        return new Sweep(seeds.held(document.withCount(1)), axes.stream().map(axis -> new Axis(axis.parameter(), axis.rule(),
                axis.values().stream().map(v -> v instanceof Value.Seed seed ? seeds.held(seed) : v).toList())).toList());
    }

    /**
     * The cells in the order to run them: row by row and grid by grid, but so that weights are loaded as seldom as can
     * be.
     */
    public List<Cell> cells() {
        // From what changes seldom to what changes with every cell; loading a model may take longer than painting.
        List<Integer> order = IntStream.range(0, axes.size()).boxed().toList().reversed().stream()
                .sorted((a, b) -> Boolean.compare(axes.get(b).isOverWeights(), axes.get(a).isOverWeights())).toList();
        List<Cell> cells = new ArrayList<>();
        add(cells, order, new Integer[axes.size()], base);
        return cells;
    }

    private void add(List<Cell> cells, List<Integer> order, Integer[] at, Document document) {
        if (order.isEmpty()) {
            cells.add(new Cell(Arrays.asList(at.clone()), document));
            return;
        }
        int axis = order.getFirst();
        for (int place = 0; place < axes.get(axis).values().size(); place++) {
            at[axis] = place;
            add(cells, order.subList(1, order.size()), at, at(axis, place, document));
        }
    }

    /** A document with an axis at one of its values, and what follows from it in the form: another model may not take what the first did. */
    public Document at(int axis, int place, Document document) {
        return document.form().withFollowing(new SetInside(axes.get(axis).parameter(), axes.get(axis).values().get(place)), document).on(document);
    }
}
