package easel.ui.search;

import java.util.List;
import java.util.Set;

/**
 * What a person uses.
 *
 * @param favourites types of nodes that the person marked, in the order of marking
 * @param last       types of nodes that were added, the newest first, each as often as it was
 */
public record Uses(List<String> favourites, List<String> last) {

    /** As many as tell what somebody is used to. */
    public static final int REMEMBERED = 64;
    /** What was used so many additions ago counts half. */
    private static final double HALF = 12;

    /** Of somebody who has just come. */
    public static final Uses NONE = new Uses(List.of(), List.of());

    public Uses {
        favourites = List.copyOf(favourites);
        last = List.copyOf(last.subList(0, Math.min(last.size(), REMEMBERED)));
    }

    /** How much a type is used: 0 for never, more for often and lately. */
    double of(String type) {
        double sum = 0;
        for (int i = 0; i < last.size(); i++) {
            if (last.get(i).equals(type)) {
                sum += Math.pow(2, -i / HALF);
            }
        }
        return sum;
    }

    /** Whether the person marked it. */
    public boolean isFavourite(String type) {
        return favourites.contains(type);
    }

    /** After one more was added. */
    public Uses with(String type) {
        return new Uses(favourites, java.util.stream.Stream.concat(java.util.stream.Stream.of(type), last.stream()).toList());
    }

    /** With a type marked, or not any more. */
    public Uses marked(String type, boolean favourite) {
        List<String> others = favourites.stream().filter(f -> !f.equals(type)).toList();
        return new Uses(favourite ? java.util.stream.Stream.concat(others.stream(), java.util.stream.Stream.of(type)).toList() : others, last);
    }

    /** The types that were used, each once, the most used first. */
    public List<String> most() {
        return Set.copyOf(last).stream().sorted(java.util.Comparator.comparingDouble((String t) -> -of(t)).thenComparing(t -> t)).toList();
    }
}
