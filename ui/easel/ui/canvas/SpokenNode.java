package easel.ui.canvas;

import easel.graph.NodeId;
import easel.graph.SubgraphId;
import easel.platform.Language;
import java.util.List;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleStateSet;
import org.jspecify.annotations.Nullable;

/** A node for people who do not see it: "Sampler, running, step 7 of 20, 1 problem". */
final class SpokenNode extends SpokenPart {

    private final Scene scene;
    private final NodeId id;

    SpokenNode(Accessible sheet, Scene scene, NodeId id, int index) {
        super(sheet, index);
        this.scene = scene;
        this.id = id;
    }

    @Override
    public String getAccessibleName() {
        return scene.node(id).map(this::name).orElse("");
    }

    /** The words it gave. */
    @Override
    public @Nullable String getAccessibleDescription() {
        return scene.node(id).map(NodeView::words).filter(w -> !w.isEmpty()).orElse(null);
    }

    private String name(NodeView view) {
        Say say = scene.say();
        StringBuilder name = new StringBuilder(view.title());
        if (SubgraphId.isInstance(view.node().type())) {
            append(name, say.words("spoken.subgraph"));
        }
        if (view.marked) {
            long chosen = scene.nodes().stream().filter(n -> n.selected).count();
            append(name, view.selected ? say.words("spoken.selected", chosen) : say.words("spoken.unselected"));
        }
        switch (view.mode()) {
            case ON -> { }
            case MUTED -> append(name, say.words("spoken.muted"));
            case BYPASSED -> append(name, say.words("spoken.bypassed"));
            case FROZEN -> append(name, say.words("spoken.frozen"));
        }
        view.state().ifPresent(state -> append(name, say.spoken(state)));
        if (view.isOutdated()) {
            append(name, say.words("state.outdated"));
        }
        int problems = view.problems().size();
        if (problems > 0) {
            append(name, problems == 1 ? say.words("spoken.problem") : say.words("spoken.problems", problems));
        }
        return name.toString();
    }

    private void append(StringBuilder name, String what) {
        name.append(scene.say().words("spoken.comma")).append(what);
    }

    @Override
    public AccessibleRole getAccessibleRole() {
        return AccessibleRole.PANEL;
    }

    @Override
    public AccessibleStateSet getAccessibleStateSet() {
        return selectable(scene.node(id).filter(v -> v.selected).isPresent());
    }

    @Override
    public int getAccessibleChildrenCount() {
        return sockets().size();
    }

    private List<Plug> sockets() {
        return scene.node(id).map(v -> Plug.of(v).stream().filter(p -> !p.field() || p.isFed()).toList()).orElse(List.of());
    }

    @Override
    public @Nullable Accessible getAccessibleChild(int i) {
        List<Plug> sockets = sockets();
        return i < 0 || i >= sockets.size() ? null : new SpokenSocket(this, scene.say(), sockets.get(i), i);
    }

    @Override
    Language language() {
        return scene.say().language();
    }
}
