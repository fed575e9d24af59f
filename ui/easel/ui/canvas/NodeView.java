package easel.ui.canvas;

import com.mxgraph.model.mxCell;
import com.mxgraph.model.mxGeometry;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Note;
import easel.graph.Problem;
import easel.graph.Reroute;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Size;
import easel.graph.SocketType;
import easel.graph.SubgraphId;
import easel.graph.Value;
import easel.run.Key;
import easel.run.NodeState;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node as it is shown: what the document has, where its parts stand, what became of it. The value of a cell. */
final class NodeView {

    /** Where no screen scrolls to any more; what lies farther out is shown there. */
    private static final double FARTHEST = 1e7;

    private final mxCell cell;
    private Node node;
    private NodeLayout layout;
    private @Nullable Schema schema;
    private String title;
    private @Nullable SocketType passes;
    private List<Problem> problems = List.of();
    private Map<String, String> told = Map.of();
    private @Nullable Key stateKey;
    private @Nullable NodeState state;
    private @Nullable Key presentKey;
    private List<Thumb> pictures = List.of();
    private boolean preview;
    private List<Thumb> awaited = List.of();
    private boolean awaitedPreview;
    private final List<Wire> wires = new ArrayList<>();
    /** What a parameter that is being dragged will be: shown, and no part of the document yet. */
    private @Nullable String draftOf;
    private @Nullable Value draft;
    private final FileThumbs files = new FileThumbs();
    boolean selected;
    boolean hovered;
    /** Whether keys went to it without selecting it alone. */
    boolean marked;
    /** How far it is dragged, in the canvas's pixels, as long as the drag is no edit yet. */
    double dragX;
    double dragY;

    NodeView(Node node, @Nullable Schema schema, NodeLayout layout, String title) {
        this.node = node;
        this.schema = schema;
        this.layout = layout;
        this.title = title;
        this.cell = new mxCell(this, new mxGeometry(sane(node.position().x()), sane(node.position().y()), layout.width(), layout.height()), "");
        cell.setVertex(true);
        cell.setConnectable(false);
    }

    /** Takes over the document's newer state of it. */
    void become(Node other, @Nullable Schema otherSchema, NodeLayout otherLayout, String otherTitle) {
        node = other;
        schema = otherSchema;
        layout = otherLayout;
        title = otherTitle;
    }

    /** Where the cell belongs, or null if it is there. */
    @Nullable mxGeometry moved() {
        double x = sane(node.position().x());
        double y = sane(node.position().y());
        mxGeometry now = cell.getGeometry();
        return now.getX() == x && now.getY() == y && now.getWidth() == layout.width() && now.getHeight() == layout.height()
                ? null : new mxGeometry(x, y, layout.width(), layout.height());
    }

    static double sane(double place) {
        return Double.isNaN(place) ? 0 : Math.clamp(place, -FARTHEST, FARTHEST);
    }

    mxCell cell() {
        return cell;
    }

    NodeId id() {
        return node.id();
    }

    Node node() {
        return node;
    }

    /** The parameter that names a picture file of its own, or null. */
    @Nullable String pictureFile() {
        if (SubgraphId.isInstance(node.type())) {
            return null;   // what it shows is what it gives
        }
        return schema().stream().flatMap(s -> s.parameters().stream())
                .filter(p -> p.rule() instanceof Rule.File file && file.of() == Rule.File.Of.PICTURE)
                .map(Schema.Parameter::name).findFirst().orElse(null);
    }

    Optional<Schema> schema() {
        return Optional.ofNullable(schema);
    }

    Schema.Kind kind() {
        return schema == null ? Schema.Kind.VALUE : schema.kind();
    }

    /** The colours of its kind, or those a person gave it. */
    CanvasColors.Kind colours(CanvasColors colors) {
        String own = node.colour();
        return own == null ? colors.kind(kind()) : colors.kind(CanvasColors.hex(own, colors.outline));
    }

    /** The colour of the block it is far away. */
    int block(CanvasColors colors) {
        return Note.is(node) && node.colour() == null ? colors.noteLine : Reroute.is(node) ? colors.hint : colours(colors).block();
    }

    NodeLayout layout() {
        return layout;
    }

    /** What goes through it, if it has no type of its own; null if that is unknown. */
    @Nullable SocketType passes() {
        return passes;
    }

    boolean setPasses(@Nullable SocketType type) {
        boolean change = !java.util.Objects.equals(passes, type);
        passes = type;
        return change;
    }

    String title() {
        return title;
    }

    double x() {
        return cell.getGeometry().getX() + dragX;
    }

    double y() {
        return cell.getGeometry().getY() + dragY;
    }

    int width() {
        return layout.width();
    }

    int height() {
        return layout.height();
    }

    Size size() {
        return new Size(width(), height());
    }

    /** Its rectangle. */
    Rectangle2D box() {
        return new Rectangle2D.Double(x(), y(), width(), height());
    }

    /** Shows it in another layout than the document gives it. */
    void show(NodeLayout other) {
        layout = other;
    }

    boolean contains(double px, double py) {
        return px >= x() && py >= y() && px < x() + width() && py < y() + height();
    }

    Mode mode() {
        return node.mode();
    }

    /** What a parameter is shown to hold; empty for its default. */
    Optional<Value> shown(String parameter) {
        return parameter.equals(draftOf) ? Optional.ofNullable(draft) : node.value(parameter);
    }

    void setDraft(@Nullable String parameter, @Nullable Value value) {
        draftOf = parameter;
        draft = value;
    }

    List<Wire> wires() {
        return wires;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Whether it failed when it ran last. */
    boolean isFailed() {
        return state instanceof NodeState.Failed;
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
    }

    /** Whether its head says that something is wrong. */
    boolean hasBadge() {
        return hasErrors() || isFailed();
    }

    /** The colour of an input: that of what is wrong with it, else {@code otherwise}. */
    int ink(String input, CanvasColors colors, int otherwise) {
        int ink = otherwise;
        for (Problem problem : problems) {
            if (input.equals(problem.input())) {
                if (problem.severity() == Problem.Severity.ERROR) {
                    return colors.problem;
                }
                ink = colors.warning;
            }
        }
        return ink;
    }

    boolean setProblems(List<Problem> others) {
        boolean change = !problems.equals(others);
        problems = others;
        return change;
    }

    boolean setTold(Map<String, String> other) {
        boolean change = !told.equals(other);
        told = other;
        return change;
    }

    /** The words or the number that an output gave, or gives before anything runs; empty if that is not known. */
    String told(String output) {
        String given = state instanceof NodeState.Done done ? done.told().get(output) : null;
        return given != null ? given : told.getOrDefault(output, "");
    }

    /** The words that are shown in the place kept for what it gives; empty if there are none, or no place. */
    String words() {
        return layout.words().map(NodeLayout.Socket::name).map(this::told).orElse("");
    }

    /** What stands beside an output's name: a number it gives that stands nowhere else in the node. */
    String beside(NodeLayout.Socket output) {
        boolean number = output.type() == SocketType.Known.INT || output.type() == SocketType.Known.FLOAT || output.type() == SocketType.Known.SEED;
        return number && schema().flatMap(s -> s.parameter(output.name())).isEmpty() ? told(output.name()) : "";
    }

    Optional<NodeState> state() {
        return Optional.ofNullable(state);
    }

    void setState(@Nullable Key key, @Nullable NodeState other) {
        stateKey = key;
        state = other;
    }

    boolean setPresentKey(@Nullable Key key) {
        boolean before = isOutdated();
        presentKey = key;
        return before != isOutdated();
    }

    /** Whether what it shows was made of something else than what stands there now. */
    boolean isOutdated() {
        return state instanceof NodeState.Done && presentKey != null && !presentKey.equals(stateKey);
    }

    boolean isRunning() {
        return state instanceof NodeState.Running;
    }

    /** The small picture of the file that a parameter names, or null. */
    @Nullable Thumb fileThumb(Schema.Parameter parameter) {
        Thumb own = pictures.size() == 1 ? pictures.getFirst() : null;
        return files.of(parameter.name(), parameter.rule(), shown(parameter.name()).orElse(parameter.standard()), own);
    }

    /** Whether any parameter was shown with one, or will be once it is read. */
    boolean hasFileThumbs() {
        return !files.isEmpty();
    }

    List<Thumb> pictures() {
        return pictures;
    }

    /** Whether the picture is one that is still being painted. */
    boolean isPreview() {
        return preview;
    }

    void setPictures(List<Thumb> others, boolean nowPreview) {
        pictures = List.copyOf(others);
        preview = nowPreview;
        awaited = List.of();
    }

    /** These take the others' place as soon as they are there. */
    void await(List<Thumb> others, boolean nowPreview) {
        awaited = List.copyOf(others);
        awaitedPreview = nowPreview;
    }

    /** Takes over what was awaited, if it is there by now; whether that was so. */
    boolean swapIfReady() {
        if (awaited.isEmpty() || !awaited.stream().allMatch(t -> t.isLoaded() || t.isUnreadable())) {
            return false;
        }
        setPictures(awaited, awaitedPreview);
        return true;
    }
}
