package easel.ui.search;

import easel.nodes.Catalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ranks kinds of nodes. With words: by how well a name matches, what is used often a little before what is not. Without:
 * favourites, then what is used, then the library's order; with a wire in hand the most special first.
 */
public final class NodeSearch {

    /** Why something stands where it does. */
    public enum Part {
        /** Marked by the person. */
        FAVOURITE,
        /** Used lately. */
        USED,
        /** Found by its name, or the best for a wire. */
        BEST,
        /** The rest. */
        OTHER
    }

    /**
     * Something that was found.
     *
     * @param port the socket or parameter for the wire in hand; null without one
     * @param name the name it was found by, where that is not its title; else empty
     */
    public record Found(NodeKind kind, Fit.@Nullable Port port, Part part, String name) {}

    private record Match(double score, String name) {}

    /** A match at least as good as the beginning of one of several words. */
    private static final double GOOD = 45;
    /** What use adds at most: never so much as to put a bad match before a good one. */
    private static final double USE = 12;

    /** What stands apart in the library follows what is as well found and does not. */
    private static final double APART = 1;

    private final List<NodeKind> kinds;
    private final Uses uses;

    public NodeSearch(List<NodeKind> kinds, Uses uses) {
        this.kinds = List.copyOf(kinds);
        this.uses = uses;
    }

    /**
     * What fits, best first.
     *
     * @param query what the person typed
     * @param fit   what a wire needs, or null
     */
    public List<Found> find(String query, @Nullable Fit fit) {
        List<String> words = words(query);
        List<Ranked> all = new ArrayList<>();
        for (int place = 0; place < kinds.size(); place++) {
            NodeKind kind = kinds.get(place);
            Fit.Port port = fit == null ? null : fit.of(kind.schema()).orElse(null);
            if (fit != null && port == null) {
                continue;
            }
            Ranked ranked = words.isEmpty() ? unasked(kind, port, place) : asked(kind, port, words, place);
            if (ranked != null) {
                all.add(ranked);
            }
        }
        all.sort(Comparator.comparingDouble((Ranked r) -> r.first).thenComparingDouble(r -> r.then).thenComparingInt(r -> r.place));
        return all.stream().map(Ranked::found).toList();
    }

    private record Ranked(Found found, double first, double then, int place) {}

    private Ranked unasked(NodeKind kind, Fit.@Nullable Port port, int place) {
        double used = uses.of(kind.type());
        boolean marked = uses.isFavourite(kind.type());
        if (port != null) {
            Part part = port.rank() == 0 ? Part.BEST : Part.OTHER;
            return new Ranked(new Found(kind, port, part, ""), port.rank(), -used - (marked ? 4 : 0), place);
        }
        Part part = marked ? Part.FAVOURITE : used > 0 ? Part.USED : Part.OTHER;
        return new Ranked(new Found(kind, null, part, ""), part.ordinal(), marked ? uses.favourites().indexOf(kind.type()) : -used, place);
    }

    private @Nullable Ranked asked(NodeKind kind, Fit.@Nullable Port port, List<String> words, int place) {
        Match match = match(kind, words);
        if (match.score <= 0) {
            return null;
        }
        double used = Math.min(USE, 4 * uses.of(kind.type()) + (uses.isFavourite(kind.type()) ? 6 : 0));
        Part part = match.score >= GOOD ? Part.BEST : Part.OTHER;
        String by = match.name.equals(kind.title()) ? "" : match.name;
        double fits = port == null ? 0 : port.rank() * 2.0;
        double apart = Catalogue.family(kind.type()).isPresent() ? APART : 0;
        return new Ranked(new Found(kind, port, part, by), part.ordinal(), -match.score - used + fits + apart, place);
    }

    // ---- matching

    private static List<String> words(String query) {
        return List.of(query.strip().toLowerCase(Locale.ROOT).split("[\\s_\\-]+")).stream().filter(w -> !w.isEmpty()).toList();
    }

    private static Match match(NodeKind kind, List<String> words) {
        Match best = new Match(0, "");
        for (int i = 0; i < kind.names().size(); i++) {
            String name = kind.names().get(i);
            // What people see goes before what it is also called.
            double score = score(name, words) * (i == 0 ? 1 : 0.95);
            if (score > best.score) {
                best = new Match(score, name);
            }
        }
        if (best.score == 0 && kind.help().length() > 0 && words.stream().allMatch(w -> w.length() > 2 && kind.help().toLowerCase(Locale.ROOT).contains(w))) {
            return new Match(8, kind.title());
        }
        return best;
    }

    /** How well a name answers words, 0 to 100; every word has to be in it. */
    static double score(String name, List<String> words) {
        String low = name.toLowerCase(Locale.ROOT);
        String dense = dense(low);
        if (dense.equals(String.join("", words))) {
            return 100;
        }
        List<String> parts = parts(name);
        double least = 100;
        double sum = 0;
        for (String word : words) {
            double one = score(low, dense, parts, word);
            least = Math.min(least, one);
            sum += one;
        }
        // A long name says less about a short word; a letter or two more or less say nothing.
        int more = Math.max(0, dense.length() - words.stream().mapToInt(String::length).sum());
        return least == 0 ? 0 : sum / words.size() - Math.min(12, more / 4 * 2.0);
    }

    private static double score(String low, String dense, List<String> parts, String word) {
        String plain = dense(word);
        if (plain.isEmpty()) {
            return 0;
        }
        if (low.startsWith(word) || dense.startsWith(plain)) {
            return 85;
        }
        for (String part : parts) {
            if (part.startsWith(plain)) {
                return 70;
            }
        }
        if (dense.contains(plain)) {
            return plain.length() == 1 ? 12 : 50;
        }
        StringBuilder initials = new StringBuilder();
        parts.forEach(p -> initials.append(p.charAt(0)));
        if (plain.length() > 1 && initials.indexOf(plain) >= 0) {
            return 55;
        }
        return plain.length() < 3 ? 0 : scattered(dense, plain);
    }

    /** Letters in their order with others between, as long as these are few: typing errors and contractions. */
    private static double scattered(String dense, String word) {
        int from = dense.indexOf(word.charAt(0));
        if (from < 0) {
            return 0;
        }
        int at = from;
        for (int i = 1; i < word.length(); i++) {
            at = dense.indexOf(word.charAt(i), at + 1);
            if (at < 0) {
                return 0;
            }
        }
        int span = at - from + 1;
        return span > 2 * word.length() + 2 ? 0 : 30.0 * word.length() / span;
    }

    private static String dense(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** The words of a name; a class's name is taken apart at its capitals. */
    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})")) {
            if (!part.isEmpty()) {
                parts.add(part.toLowerCase(Locale.ROOT));
            }
        }
        return parts;
    }

    /** The kind of that type. */
    public Optional<NodeKind> kind(String type) {
        return kinds.stream().filter(k -> k.type().equals(type)).findFirst();
    }
}
