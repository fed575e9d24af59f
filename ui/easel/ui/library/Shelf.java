package easel.ui.library;

import easel.graph.Schema;
import easel.graph.SubgraphId;
import easel.nodes.Catalogue;
import easel.ui.search.NodeKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A section of the library.
 *
 * @param code  what stands above it
 * @param kinds in the catalogue's order, or in the person's own
 */
record Shelf(String code, List<NodeKind> kinds) {

    /** Before the id of a family of nodes. */
    private static final String FAMILY = "family.";

    Shelf {
        kinds = List.copyOf(kinds);
    }

    /** Whether the nodes of a kind, or the only ones of it, stand there. */
    boolean isOf(Schema.Kind kind) {
        return code.equals(code(kind)) || code.startsWith(FAMILY) && kinds.stream().anyMatch(k -> k.schema().kind() == kind);
    }

    private static String code(Schema.Kind kind) {
        return "kind." + kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it stands open until the person says otherwise: nodes of other programs are there to be found, not in the way. */
    boolean isOpenAtFirst() {
        return !code.startsWith(FAMILY);
    }

    /** The shelves there are; those of the person's own choice first, empty ones left out. */
    static List<Shelf> all(Collection<NodeKind> kinds, List<String> favourites, List<String> recent, Predicate<String> own) {
        List<Shelf> shelves = new ArrayList<>();
        shelves.add(new Shelf("library.favourites", some(kinds, favourites)));
        shelves.add(new Shelf("library.recent", some(kinds, recent)));
        shelves.add(new Shelf("library.own", kinds.stream().filter(k -> own.test(k.type())).toList()));
        shelves.add(new Shelf("library.workflow", kinds.stream().filter(k -> SubgraphId.isInstance(k.type()) && !own.test(k.type())).toList()));
        List<NodeKind> known = kinds.stream().filter(k -> !SubgraphId.isInstance(k.type())).toList();
        for (Schema.Kind kind : Schema.Kind.values()) {
            shelves.add(new Shelf(code(kind), known.stream()
                    .filter(k -> k.schema().kind() == kind && Catalogue.family(k.type()).isEmpty()).toList()));
        }
        known.stream().map(k -> Catalogue.family(k.type())).flatMap(Optional::stream).distinct().forEach(family -> shelves.add(new Shelf(FAMILY + family,
                known.stream().filter(k -> Catalogue.family(k.type()).equals(Optional.of(family))).toList())));
        return shelves.stream().filter(s -> !s.kinds.isEmpty()).toList();
    }

    private static List<NodeKind> some(Collection<NodeKind> kinds, List<String> types) {
        return types.stream().map(t -> kinds.stream().filter(k -> k.type().equals(t)).findFirst().orElse(null))
                .filter(Objects::nonNull).toList();
    }
}
