package easel.ui.canvas;

import easel.graph.Document;
import easel.graph.Level;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.graph.Value;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

        /** A node at another level, called as in the whole document. */
        record Elsewhere(NodeId node) implements Hit {
            @Override
            public Rectangle2D box() {
                return new Rectangle2D.Double();
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

    /**
     * What was found.
     *
     * @param hits   those that are shown first, then those at other levels, in the order of levels from here on, round at the end
     * @param before how many are at levels before this one
     */
    record Found(List<Hit> hits, int before) {
        static final Found NOTHING = new Found(List.of(), 0);
    }

    private record Ranked(Hit hit, boolean byTitle) {}

    private static final int MOST_LEVELS = 1000;

    private Finder() {}

    /** What has all the words, in any order of theirs: those that are called so first, then from left to right. */
    static Found find(Scene scene, Optional<CanvasHost.Whole> whole, String text) {
        List<Hit> here = find(scene, text);
        if (whole.isEmpty() || text.isBlank()) {
            return new Found(here, 0);
        }
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        Document document = whole.get().document();
        List<Level> levels = levels(document);
        int at = levels.indexOf(whole.get().level());
        List<Hit> hits = new ArrayList<>(here);
        List<Hit> before = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            if (i != at) {
                List<Hit> found = level.subgraph(document).map(Subgraph::body).orElse(document.body()).nodes().stream()
                        .filter(n -> has(scene.say().title(n).toLowerCase(Locale.ROOT) + "\n" + written(scene, n), words))
                        .map(n -> (Hit) new Hit.Elsewhere(level.whole(n.id()))).toList();
                (i < at ? before : hits).addAll(found);
            }
        }
        hits.addAll(before);
        return new Found(hits, before.size());
    }

    /** Every level that can be gone to, each subgraph but once for each node outside that stands for it. */
    private static List<Level> levels(Document document) {
        List<Level> levels = new ArrayList<>(List.of(Level.TOP));
        for (int i = 0; i < levels.size() && levels.size() < MOST_LEVELS; i++) {
            Level level = levels.get(i);
            level.subgraph(document).map(Subgraph::body).orElse(document.body()).nodes().stream().filter(n -> SubgraphId.isInstance(n.type()))
                    .map(n -> level.into(n.id())).filter(l -> l.isIn(document)).forEach(levels::add);
        }
        return levels;
    }

    /** Of those that are shown. */
    private static List<Hit> find(Scene scene, String text) {
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        if (words.getFirst().isEmpty()) {
            return List.of();
        }
        List<Ranked> found = new ArrayList<>();
        for (NodeView node : scene.nodes()) {
            String title = node.title().toLowerCase(Locale.ROOT);
            if (has(title, words)) {
                found.add(new Ranked(new Hit.OfNode(node), true));
            } else if (has(title + "\n" + written(scene, node.node()), words)) {
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

    private static String written(Scene scene, Node node) {
        StringBuilder all = new StringBuilder(scene.say().title(node.type())).append('\n').append(node.type());
        for (Value value : node.values().values()) {
            if (value instanceof Value.Text text) {
                all.append('\n').append(text.text());
            }
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }
}
