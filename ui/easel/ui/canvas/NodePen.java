package easel.ui.canvas;

/** A pen with a view to paint for, set on one node after the other: where its parts stand on device pixels. */
final class NodePen {

    /** In logical pixels. */
    private static final double LEAST_TEXT = 9;

    final Pen pen;
    final CanvasColors colors;
    final Say say;
    final double zoom;
    final double scale;
    final double dpi;
    final int originX;
    final int originY;
    /** A hairline, in device pixels. */
    final int hair;
    /** Whether names and values are written. */
    final boolean texts;
    // The node that is being painted, and its upper left corner.
    NodeView view;
    NodeLayout layout;
    int left;
    int top;

    /** @param nodes how many there are in all */
    NodePen(Pen pen, CanvasColors colors, Say say, View to, int nodes) {
        this.pen = pen;
        this.colors = colors;
        this.say = say;
        this.zoom = to.zoom();
        this.scale = to.scale();
        this.dpi = to.dpi();
        this.originX = to.originX();
        this.originY = to.originY();
        this.hair = Math.max(1, (int) dpi);
        this.texts = NodePainter.writes(zoom, nodes);
    }

    /** Goes on to a node. */
    void on(NodeView node) {
        view = node;
        layout = node.layout();
        left = originX + (int) Math.round(node.x() * scale);
        top = originY + (int) Math.round(node.y() * scale);
    }

    int x(double inNode) {
        return left + (int) Math.round(inNode * scale);
    }

    int y(double inNode) {
        return top + (int) Math.round(inNode * scale);
    }

    int size(double logical) {
        return (int) Math.round(logical * scale);
    }

    /** The size of a title in a head: small zooms shorten the head faster than a title may shrink and still be read. */
    double titleSize() {
        return Math.max(13 * zoom, Math.min(10, NodeLayout.HEAD * zoom * 0.75)) * dpi;
    }

    /** The face for names and values. */
    Type.Face row() {
        return pen.exactFace(Type.Role.ROW, size(Type.Role.ROW));
    }

    /** The face for states and hints. */
    Type.Face small() {
        return pen.exactFace(Type.Role.SMALL, size(Type.Role.SMALL));
    }

    /** The size of words in a row: they shrink no further than they can be read, as long as the row has room for that. */
    double size(Type.Role role) {
        return Math.max(role.size * zoom, Math.min(LEAST_TEXT, NodeLayout.ROW * zoom * 0.75)) * dpi;
    }

    /** The height of a line of words among others. */
    int line() {
        Type.Face face = row();
        return Math.max(size(NodeLayout.TEXT_LINE), (int) Math.ceil(face.ascent + face.descent));
    }

    /** The line round a node that is selected or under the pointer. */
    void frame(int x, int y, int width, int height, int radius) {
        int line = view.selected ? (int) Math.round(2 * dpi) : hair;
        int out = view.selected ? (int) Math.round(dpi) : 0;
        pen.frame(x - out, y - out, width + 2 * out, height + 2 * out, radius + out, line, view.selected ? colors.ink : colors.hint);
    }

    /** The sign in a corner that it can be made larger by. */
    void grip(int right, int bottom) {
        int dot = Math.max(1, size(2));
        for (int[] place : new int[][] {{4, 4}, {8, 4}, {4, 8}}) {
            pen.fill(right - size(place[0]) - dot / 2, bottom - size(place[1]) - dot / 2, dot, dot, colors.hint);
        }
    }
}
