package easel.ui.canvas;

import easel.graph.GroupId;
import easel.graph.Node;
import easel.platform.Language;
import java.util.Set;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleStateSet;

/** A group for people who do not see it: "Upscaling, group, 3 nodes, folded". The nodes in it are the canvas's own children. */
final class SpokenGroup extends SpokenPart {

    private final Scene scene;
    private final GroupId id;

    SpokenGroup(Accessible sheet, Scene scene, GroupId id, int index) {
        super(sheet, index);
        this.scene = scene;
        this.id = id;
    }

    @Override
    public String getAccessibleName() {
        return scene.group(id).map(this::name).orElse("");
    }

    private String name(GroupView group) {
        Set<NodeView> inside = scene.nodesIn(group);
        String name = scene.say().words("spoken.group", group.group().title(), inside.size());
        boolean folded = !inside.isEmpty() && inside.stream().map(NodeView::node).allMatch(Node::collapsed);
        return folded ? String.join(scene.say().words("spoken.comma"), name, scene.say().words("spoken.folded")) : name;
    }

    @Override
    public AccessibleRole getAccessibleRole() {
        return AccessibleRole.GROUP_BOX;
    }

    @Override
    public AccessibleStateSet getAccessibleStateSet() {
        return selectable(scene.group(id).filter(g -> g.selected).isPresent());
    }

    @Override
    Language language() {
        return scene.say().language();
    }
}
