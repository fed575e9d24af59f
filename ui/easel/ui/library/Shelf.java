package easel.ui.library;

import easel.graph.Schema;
import easel.graph.SubgraphId;
import easel.ui.search.NodeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A section of the library.
 *
 * @param code  what stands above it
 * @param kinds in the catalogue's order, or in the person's own
 */
record Shelf(String code, List<NodeKind> kinds) {

    Shelf {
        kinds = List.copyOf(kinds);
    }

    /** The shelves there are; those of the person's own choice first, empty ones left out. */
    static List<Shelf> all(Collection<NodeKind> kinds, List<String> favourites, List<String> recent, Predicate<String> own) {
        List<Shelf> shelves = new ArrayList<>();
        shelves.add(new Shelf("library.favourites", some(kinds, favourites)));
        shelves.add(new Shelf("library.recent", some(kinds, recent)));
        shelves.add(new Shelf("library.own", kinds.stream().filter(k -> own.test(k.type())).toList()));
        shelves.add(new Shelf("library.workflow", kinds.stream().filter(k -> SubgraphId.isInstance(k.type()) && !own.test(k.type())).toList()));
        for (Schema.Kind kind : Schema.Kind.values()) {
            shelves.add(new Shelf("kind." + kind.name().toLowerCase(Locale.ROOT), kinds.stream()
                    .filter(k -> k.schema().kind() == kind && !SubgraphId.isInstance(k.type())).toList()));
        }
        return shelves.stream().filter(s -> !s.kinds.isEmpty()).toList();
    }

    private static List<NodeKind> some(Collection<NodeKind> kinds, List<String> types) {
        return types.stream().map(t -> kinds.stream().filter(k -> k.type().equals(t)).findFirst().orElse(null))
                .filter(Objects::nonNull).toList();
    }
}
