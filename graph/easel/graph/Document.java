package easel.graph;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A workflow: nodes with their links, groups, the form over them, the subgraphs they stand for, how many pictures a run
 * makes. Never changed: a change gives another document that shares all it can with this one. Drawn seeds do not count
 * when documents are compared ({@link Value.Seed}).
 */
public final class Document {

    /** No nodes. */
    public static final Document EMPTY = new Document(About.NOTHING, Body.EMPTY, Form.NONE, 1, Ordered.none(), Extras.NONE);

    private final About about;
    private final Body body;
    private final Form form;
    private final int count;
    private final Ordered<SubgraphId, Subgraph> subgraphs;
    private final Extras extras;

    private Document(About about, Body body, Form form, int count, Ordered<SubgraphId, Subgraph> subgraphs, Extras extras) {
        this.about = about;
        this.body = body;
        this.form = form;
        this.count = count;
        this.subgraphs = subgraphs;
        this.extras = extras;
    }

    /** What the workflow says of itself. */
    public About about() {
        return about;
    }

    /** The nodes and groups. */
    public Body body() {
        return body;
    }

    /** The nodes in their order. */
    public Collection<Node> nodes() {
        return body.nodes();
    }

    /** The groups in their order. */
    public Collection<Group> groups() {
        return body.groups();
    }

    /** How many nodes there are; what is inside a subgraph does not count. */
    public int size() {
        return body.size();
    }

    /** The node of that id, or at the end of that path through subgraphs. */
    public Optional<Node> node(NodeId id) {
        Optional<Node> node = body.node(id);
        return node.isPresent() || !id.isPath() ? node : home(id).flatMap(s -> s.body().node(id.inner()));
    }

    /** The subgraph that a path leads into; empty for a name alone and a path that leads nowhere. */
    public Optional<Subgraph> home(NodeId path) {
        Optional<Subgraph> at = Optional.empty();
        int from = 0;
        String text = path.text();
        for (int end = text.indexOf('/'); end >= 0; end = text.indexOf('/', from)) {
            if (end == from) {
                return Optional.empty();
            }
            NodeId step = new NodeId(text.substring(from, end));
            Body in = at.map(Subgraph::body).orElse(body);
            at = in.node(step).flatMap(n -> SubgraphId.of(n.type())).flatMap(subgraphs::get);
            if (at.isEmpty()) {
                return at;
            }
            from = end + 1;
        }
        return from == text.length() ? Optional.empty() : at;
    }

    /** What a parameter holds, if it was set; a default is the schema's to know. */
    public Optional<Value> value(InputRef parameter) {
        return node(parameter.node()).flatMap(n -> n.value(parameter.input()));
    }

    /** Every link, in the order of the nodes they lead to. */
    public Stream<Link> links() {
        return body.links();
    }

    /** The form over the nodes. */
    public Form form() {
        return form;
    }

    /** How many pictures a run makes, 1 or more: as many runs with seeds counting up. */
    public int count() {
        return count;
    }

    /** The subgraphs in their order. */
    public Collection<Subgraph> subgraphs() {
        return subgraphs.values();
    }

    /** The subgraph of that id. */
    public Optional<Subgraph> subgraph(SubgraphId id) {
        return subgraphs.get(id);
    }

    /** Unknown fields of the file. */
    public Extras extras() {
        return extras;
    }

    /** This document with {@code node} last, or in place of the node that had its id. */
    public Document with(Node node) {
        return with(body.with(node));
    }

    /** This document with {@code group} last, or in place of the group that had its id. */
    public Document with(Group group) {
        return with(body.with(group));
    }

    /** This document without some nodes; links from them go too, fields of the form stay. */
    public Document without(Set<NodeId> ids) {
        return with(body.without(ids));
    }

    /** This document with some nodes changed, also inside subgraphs; ids and paths that lead nowhere are left out. */
    public Document mapNodes(Set<NodeId> ids, UnaryOperator<Node> change) {
        Document changed = with(body.mapNodes(ids, change));
        for (NodeId id : ids) {
            if (id.isPath() && !body.has(id)) {
                Optional<Subgraph> home = changed.home(id);
                if (home.isPresent()) {
                    changed = changed.with(home.get().with(home.get().body().mapNodes(Set.of(id.inner()), change)));
                }
            }
        }
        return changed;
    }

    /** This document with every node changed or left as it is, those inside subgraphs too. */
    public Document mapEverywhere(UnaryOperator<Node> change) {
        Document changed = with(body.mapNodes(change));
        for (Subgraph subgraph : subgraphs()) {
            Body other = subgraph.body().mapNodes(change);
            changed = other == subgraph.body() ? changed : changed.with(subgraph.with(other));
        }
        return changed;
    }

    /** This document with other nodes and groups. */
    public Document with(Body other) {
        return other == body ? this : new Document(about, other, form, count, subgraphs, extras);
    }

    /** This document saying something else of itself. */
    public Document about(About other) {
        return new Document(other, body, form, count, subgraphs, extras);
    }

    /** This document under another form. */
    public Document with(Form other) {
        return other == form ? this : new Document(about, body, other, count, subgraphs, extras);
    }

    /** This document making so many pictures a run. */
    public Document withCount(int other) {
        if (other < 1) {
            throw new IllegalArgumentException("a run makes at least one picture");
        }
        return other == count ? this : new Document(about, body, form, other, subgraphs, extras);
    }

    /** This document with {@code subgraph} last, or in place of the subgraph that had its id. */
    public Document with(Subgraph subgraph) {
        return new Document(about, body, form, count, subgraphs.with(subgraph.id(), subgraph), extras);
    }

    /** This document without a subgraph; nodes that stand for it stay, and nobody knows them any more. */
    public Document without(SubgraphId subgraph) {
        return new Document(about, body, form, count, subgraphs.without(subgraph), extras);
    }

    /** This document with other unknown fields. */
    public Document with(Extras others) {
        return new Document(about, body, form, count, subgraphs, others);
    }

    /**
     * The inside of a subgraph as a document of its own: its ports are the form, and the subgraphs are this one's.
     * What is done to it comes back with {@link #closed}.
     */
    public Optional<Document> opened(SubgraphId id) {
        return subgraph(id).map(s -> new Document(s.about(), s.body(), s.form(), 1, subgraphs, s.extras()));
    }

    /** This document after what was done to the inside of one of its subgraphs. */
    public Document closed(SubgraphId id, Document inside) {
        return closed(id, inside, subgraph(id).map(Subgraph::rim).orElse(null));
    }

    /** ... and its ports were placed somewhere. */
    Document closed(SubgraphId id, Document inside, @Nullable Rim rim) {
        Subgraph changed = new Subgraph(id, inside.about, inside.body, inside.form, rim, inside.extras);
        return new Document(about, body, form, count, inside.subgraphs.with(id, changed), extras);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document that && (this == that || count == that.count && about.equals(that.about)
                && form.equals(that.form) && extras.equals(that.extras) && body.equals(that.body) && subgraphs.equals(that.subgraphs));
    }

    @Override
    public int hashCode() {
        return body.hashCode();
    }

    @Override
    public String toString() {
        return "Document of " + size() + " nodes";
    }
}
