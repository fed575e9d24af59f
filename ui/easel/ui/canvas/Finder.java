package easel.ui.canvas;

import easel.graph.Value;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds words on a canvas: in titles and kinds of nodes, in what is written in them, in titles of groups. */
final class Finder {

    /** Something that has the words. */
    sealed interface Hit {

        /** Where it is. */
        Rectangle2D box();

        /** A node. */
        record OfNode(NodeView node) implements Hit {
            @Override
            public Rectangle2D box() {
                return node.box();
            }
        }

        /** A group. */
        record OfGroup(GroupView group) implements Hit {
            @Override
            public Rectangle2D box() {
                return group.box();
            }
        }
    }

    private record Ranked(Hit hit, boolean byTitle) {}

    private Finder() {}

    /** What has all the words, in any order of theirs: those that are called so first, then from left to right. */
    static List<Hit> find(Scene scene, String text) {
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        if (words.getFirst().isEmpty()) {
            return List.of();
        }
        List<Ranked> found = new ArrayList<>();
        for (NodeView node : scene.nodes()) {
            String title = node.title().toLowerCase(Locale.ROOT);
            if (has(title, words)) {
                found.add(new Ranked(new Hit.OfNode(node), true));
            } else if (has(title + "\n" + written(scene, node), words)) {
                found.add(new Ranked(new Hit.OfNode(node), false));
            }
        }
        for (GroupView group : scene.groups()) {
            if (has(group.group().title().toLowerCase(Locale.ROOT), words)) {
                found.add(new Ranked(new Hit.OfGroup(group), true));
            }
        }
        found.sort(Comparator.comparing(Ranked::byTitle).reversed().thenComparingDouble((Ranked r) -> r.hit().box().getX())
                .thenComparingDouble((Ranked r) -> r.hit().box().getY()));
        return found.stream().map(Ranked::hit).toList();
    }

    private static boolean has(String text, List<String> words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String written(Scene scene, NodeView node) {
        StringBuilder all = new StringBuilder(scene.say().title(node.node().type())).append('\n').append(node.node().type());
        for (Value value : node.node().values().values()) {
            if (value instanceof Value.Text text) {
                all.append('\n').append(text.text());
            }
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }
}
