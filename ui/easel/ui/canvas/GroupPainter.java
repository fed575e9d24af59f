package easel.ui.canvas;

import easel.graph.Group;
import easel.ui.theme.Icons;

/** Paints the groups' frames, under everything else. */
final class GroupPainter {

    private static final int GROUP_HEAD = (int) Group.HEAD;

    private final NodePen at;
    private final Pen pen;
    private final CanvasColors colors;

    GroupPainter(NodePen at) {
        this.at = at;
        this.pen = at.pen;
        this.colors = at.colors;
    }

    void paint(GroupView group) {
        int x = at.originX + (int) Math.round(group.x() * at.scale);
        int y = at.originY + (int) Math.round(group.y() * at.scale);
        int width = at.originX + (int) Math.round(group.right() * at.scale) - x;
        int height = at.originY + (int) Math.round(group.bottom() * at.scale) - y;
        if (width <= 0 || height <= 0) {
            return;
        }
        String colour = group.group().colour();
        int fill = colour == null ? colors.group : CanvasColors.mix(CanvasColors.hex(colour, colors.group), colors.group, 0.14);
        int line = colour == null ? colors.groupLine : CanvasColors.mix(CanvasColors.hex(colour, colors.groupLine), colors.groupLine, 0.5);
        int radius = Math.max(1, at.size(6));
        pen.box(x, y, width, height, radius, at.hair, fill, line);
        if (group.selected) {
            int out = (int) Math.round(at.dpi);
            pen.frame(x - out, y - out, width + 2 * out, height + 2 * out, radius + out, (int) Math.round(2 * at.dpi), colors.ink);
        } else if (group.hovered) {
            pen.frame(x, y, width, height, radius, at.hair, colors.hint);
        }
        int head = Math.min(height, at.size(GROUP_HEAD));
        double text = Math.max(12 * at.zoom, Math.min(10, GROUP_HEAD * at.zoom * 0.75)) * at.dpi;
        if (text >= 8 * at.dpi) {
            int room = width - 2 * at.size(12) - (at.zoom >= NodePainter.BLOCKS ? at.size(GroupSpot.FOLD - 12) : 0);
            pen.text(group.group().title(), pen.exactFace(Type.Role.TITLE, text), colors.label, x + at.size(12), y, head, room, Pen.Side.LEFT);
        }
        if (at.zoom >= NodePainter.BLOCKS) {
            int icon = at.size(12);
            pen.icon(Icons.CHEVRON_DOWN, x + width - at.size(12) - icon, y + (head - icon) / 2, icon, group.hovered ? colors.text : colors.label);
        }
    }
}
