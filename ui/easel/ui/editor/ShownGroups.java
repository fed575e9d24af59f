package easel.ui.editor;

import easel.graph.GroupId;
import easel.graph.NodeId;
import easel.platform.Language;
import easel.ui.canvas.CanvasView;
import easel.ui.inspector.Groups;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The groups of the canvas in front, for the inspector. */
final class ShownGroups implements Groups {

    private final Language language;
    private final Supplier<@Nullable CanvasView> canvas;

    ShownGroups(Language language, Supplier<@Nullable CanvasView> canvas) {
        this.language = language;
        this.canvas = canvas;
    }

    @Override
    public Set<NodeId> nodesIn(GroupId group) {
        CanvasView shown = canvas.get();
        return shown == null ? Set.of() : shown.nodesIn(group);
    }

    @Override
    public void fold(GroupId group) {
        CanvasView shown = canvas.get();
        if (shown != null) {
            shown.fold(group);
        }
    }

    @Override
    public List<Colour> colours() {
        return CanvasView.colours(language).entrySet().stream().map(c -> new Colour(c.getValue(), c.getKey())).toList();
    }
}
