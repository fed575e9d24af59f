package easel.cli;

import easel.platform.Language;
import easel.run.Sweep;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cell of a sweep as commands print it.
 *
 * @param job    the job that paints it
 * @param number which it is in the order they run, from 1
 * @param values by parameter, as they would be typed
 * @param text   the values for people
 */
record CellLine(long job, int number, int count, SequencedMap<String, String> values, String text) {

    static CellLine of(Sweep sweep, Sweep.Cell cell, long job, int number, int count, Language language) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (int axis = 0; axis < sweep.axes().size(); axis++) {
            values.put(sweep.axes().get(axis).parameter().toString(), sweep.axes().get(axis).text(cell.place(axis)));
        }
        return new CellLine(job, number, count, values, text(sweep, cell, language));
    }

    private static String text(Sweep sweep, Sweep.Cell cell, Language language) {
        return IntStream.range(0, sweep.axes().size()).mapToObj(axis -> Map.entry(sweep.axes().get(axis).title(sweep.base(), language),
                sweep.axes().get(axis).label(cell.place(axis), sweep.base(), language)))
                .map(named -> named.getKey() + " = " + named.getValue()).collect(Collectors.joining(", "));
    }
}
