package easel.ui.canvas;

import java.awt.Rectangle;

/**
 * How the canvas lies on device pixels.
 *
 * @param zoom    logical pixels to one of the canvas
 * @param dpi     device pixels to a logical one
 * @param originX where the canvas's origin stands, in device pixels
 * @param originY likewise
 */
record View(double zoom, double dpi, int originX, int originY) {

    static View of(Camera camera, double dpi) {
        return new View(camera.zoom(), dpi, (int) Math.round(camera.x() * dpi), (int) Math.round(camera.y() * dpi));
    }

    /** Device pixels to one of the canvas. */
    double scale() {
        return zoom * dpi;
    }

    /** What of the canvas lies under some device pixels, in its own pixels: left, top, right, bottom. */
    double[] under(Rectangle part) {
        double scale = scale();
        return new double[] {(part.x - originX) / scale, (part.y - originY) / scale,
            (part.x + part.width - originX) / scale, (part.y + part.height - originY) / scale};
    }

    /** What stands out of nodes and wires, in the canvas's pixels. */
    double air() {
        return 10 + 4 / scale() * Math.max(1, dpi);
    }

    /** The device pixels that a node touches, its sockets and outline among them. */
    Rectangle area(NodeView node) {
        double scale = scale();
        int air = (int) Math.ceil(10 * Math.max(scale, dpi)) + 2;
        int x = originX + (int) Math.round(node.x() * scale);
        int y = originY + (int) Math.round(node.y() * scale);
        return new Rectangle(x - air, y - air, (int) Math.ceil(node.width() * scale) + 2 * air, (int) Math.ceil(node.height() * scale) + 2 * air);
    }

    /** The device pixels of a group, its outline among them. */
    Rectangle area(GroupView group) {
        double scale = scale();
        int air = (int) Math.ceil(2 * dpi) + 2;
        int x = originX + (int) Math.floor(group.x() * scale);
        int y = originY + (int) Math.floor(group.y() * scale);
        int right = originX + (int) Math.ceil(group.right() * scale);
        int bottom = originY + (int) Math.ceil(group.bottom() * scale);
        return new Rectangle(x - air, y - air, Math.max(0, right - x) + 2 * air, Math.max(0, bottom - y) + 2 * air);
    }

    /** The device pixels that a wire may touch. */
    Rectangle area(Wire wire) {
        double scale = scale();
        double reach = WireShape.reach(wire.x0(), wire.x1());
        int air = (int) Math.ceil(4 * scale) + 2;
        int x0 = originX + (int) Math.floor((Math.min(wire.x0(), wire.x1()) - reach) * scale);
        int x1 = originX + (int) Math.ceil((Math.max(wire.x0(), wire.x1()) + reach) * scale);
        int y0 = originY + (int) Math.floor(Math.min(wire.y0(), wire.y1()) * scale);
        int y1 = originY + (int) Math.ceil(Math.max(wire.y0(), wire.y1()) * scale);
        Rectangle area = new Rectangle(x0, y0 - air, x1 - x0, y1 - y0 + 2 * air);
        if (wire.isHidden()) {
            area.grow((int) Math.ceil((WireBadge.MOST + WireBadge.BESIDE) * scale), (int) Math.ceil(WireBadge.HEIGHT * scale));
        }
        return area;
    }
}
