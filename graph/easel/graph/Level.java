package easel.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document one is: at its top, or inside what a node stands for.
 *
 * @param path that node's, or null at the top
 */
public record Level(@Nullable NodeId path) {

    /** The document itself. */
    public static final Level TOP = new Level(null);

    /** The level that a text names, as {@link #text} gives it. */
    public static Level of(String text) {
        return text.isEmpty() ? TOP : new Level(new NodeId(text));
    }

    /** Its name; empty at the top. */
    public String text() {
        return path == null ? "" : path.text();
    }

    /** Whether it is the document itself. */
    public boolean isTop() {
        return path == null;
    }

    /** The level inside a node that is seen here. */
    public Level into(NodeId node) {
        return new Level(whole(node));
    }

    /** The level that this one is in; the top stays itself. */
    public Level out() {
        return path == null ? TOP : path.outer().map(Level::new).orElse(TOP);
    }

    /** The way from the top to here, both included. */
    public List<Level> way() {
        List<Level> way = new ArrayList<>(List.of(this));
        for (Level at = this; !at.isTop(); at = at.out()) {
            way.addFirst(at.out());
        }
        return way;
    }

    /** What a node that is seen here is called in the whole document. */
    public NodeId whole(NodeId here) {
        return path == null ? here : here.in(path);
    }

    /** What a node of the whole document is called here; empty if it is elsewhere, or is what this is the inside of. */
    public Optional<NodeId> here(NodeId whole) {
        return path == null ? Optional.of(whole) : whole.within(path).filter(rest -> !rest.isEmpty()).map(NodeId::new);
    }

    /** The level where a node of the whole document is seen. */
    public static Level of(NodeId whole) {
        return whole.outer().map(Level::new).orElse(TOP);
    }

    /** The subgraph that this is the inside of; empty at the top, and where there is none. */
    public Optional<Subgraph> subgraph(Document whole) {
        return path == null ? Optional.empty() : whole.node(path).flatMap(n -> SubgraphId.of(n.type())).flatMap(whole::subgraph);
    }

    /** Whether a document has it: not where what is inside contains itself. */
    public boolean isIn(Document whole) {
        return path == null || subgraph(whole).filter(s -> !isCircular(whole, s.id())).isPresent();
    }

    /** Whether a subgraph contains itself, directly or through others. */
    public static boolean isCircular(Document whole, SubgraphId subgraph) {
        return new Nesting(whole).isCircular(subgraph);
    }

    /** This level, or the nearest one towards the top that a document has. */
    public Level lasting(Document whole) {
        Level at = this;
        while (!at.isIn(whole)) {
            at = at.out();
        }
        return at;
    }

    /** What is seen here: the document itself, or the inside with its ports as two nodes more ({@link Rim}). */
    public Document of(Document whole) {
        return path == null ? whole : Interior.of(whole, path).map(Interior::document).orElse(whole);
    }

    /** The edit of the whole document that does what {@code edit} does to what is seen here. */
    public Edit edit(Edit edit, Document whole, Function<String, Optional<Schema>> catalogue) {
        return path == null ? edit : new SubgraphEdit.Within(path, edit, ports(edit.on(of(whole)), catalogue));
    }

    /** The ports that links to {@link Rim#NEW} ask for. */
    private static Map<InputRef, Field> ports(Document after, Function<String, Optional<Schema>> catalogue) {
        Types types = new Types(after, catalogue);
        Map<InputRef, Field> ports = new HashMap<>();
        after.links().filter(l -> l.from().output().equals(Rim.NEW) && after.body().node(l.from().node()).filter(Rim::is).isPresent()).forEach(l -> {
            Optional<Schema> schema = after.body().node(l.to().node()).flatMap(n -> types.apply(n.type()));
            Control control = schema.flatMap(s -> s.parameter(l.to().input())).map(p -> Control.of(p.rule())).orElse(new Control.Socket());
            ports.put(l.to(), Field.of(l.to().input(), control, l.to())
                    .typed(schema.flatMap(s -> s.typeOf(l.to().input())).filter(t -> !t.equals(SocketType.ANY)).orElse(null)));
        });
        return ports;
    }
}
