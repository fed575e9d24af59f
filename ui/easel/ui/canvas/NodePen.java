package easel.ui.canvas;

/** A pen with a view to paint for, set on one node after the other: where its parts stand on device pixels. */
final class NodePen {

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
    // The node that is being painted, and its upper left corner.
    NodeView view;
    NodeLayout layout;
    int left;
    int top;

    NodePen(Pen pen, CanvasColors colors, Say say, View to) {
        this.pen = pen;
        this.colors = colors;
        this.say = say;
        this.zoom = to.zoom();
        this.scale = to.scale();
        this.dpi = to.dpi();
        this.originX = to.originX();
        this.originY = to.originY();
        this.hair = Math.max(1, (int) dpi);
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
