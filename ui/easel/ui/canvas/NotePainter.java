package easel.ui.canvas;

import easel.graph.Note;
import easel.graph.Value;
import easel.ui.theme.Icons;
import java.util.List;

/** Paints notes. */
final class NotePainter {

    private final NodePen at;
    private final Pen pen;
    private final CanvasColors colors;

    NotePainter(NodePen at) {
        this.at = at;
        this.pen = at.pen;
        this.colors = at.colors;
    }

    void paint() {
        int right = at.x(at.layout.width());
        int bottom = at.y(at.layout.height());
        pen.box(at.left, at.top, right - at.left, bottom - at.top, at.size(6), at.zoom < NodePainter.BLOCKS ? 0 : at.hair, fill(), line());
        if (at.view.selected || at.view.hovered) {
            at.frame(at.left, at.top, right - at.left, bottom - at.top, at.size(6));
        }
        if (at.zoom < NodePainter.BLOCKS) {
            return;
        }
        int height = at.y(NodeLayout.HEAD) - at.top;
        int icon = at.size(14);
        pen.icon(Icons.NOTE, at.x(9), at.top + (height - icon) / 2, icon, colors.label);
        pen.text(at.view.title(), pen.exactFace(Type.Role.TITLE, at.titleSize()), colors.text, at.x(30), at.top, height, right - at.x(30) - at.size(8), Pen.Side.LEFT);
        if (at.view.hovered && at.texts && !at.view.node().collapsed()) {
            at.grip(right, bottom);
        }
        NodeLayout.Box box = at.layout.picture();
        if (box != null && at.texts && at.view.node().value(Note.TEXT).orElse(null) instanceof Value.Text words) {
            // A megabyte of words shows as many lines as a kilobyte does.
            String text = words.text().length() > 8000 ? words.text().substring(0, 8000) : words.text();
            boolean markdown = at.view.node().value(Note.FORMAT).orElse(null) instanceof Value.Text format && format.text().equals(Note.MARKDOWN);
            words(box, markdown ? Markdown.blocks(text) : plain(text));
        }
    }

    private static List<Markdown.Block> plain(String text) {
        return text.lines().map(line -> new Markdown.Block(0, 0, "", line.isEmpty() ? List.of() : List.of(new Markdown.Run(line, Markdown.Style.PLAIN)))).toList();
    }

    private void words(NodeLayout.Box box, List<Markdown.Block> blocks) {
        float y = at.y(box.y());
        for (NoteLines.Line line : NoteLines.of(blocks, this::face, heading -> (float) (heading == 0 ? at.line() : Math.max(at.line(), at.size(25 - 2 * heading))),
                at.size(box.width()), at.size(box.height()), at.size(14))) {
            for (NoteLines.Piece piece : line.pieces()) {
                float x = at.x(box.x()) + piece.x();
                if (piece.style() == Markdown.Style.CODE) {
                    int inset = at.size(1);
                    pen.fill(Math.round(x) - inset, Math.round(y) + inset, Math.round(piece.face().width(piece.text())) + 2 * inset, Math.round(line.height()) - 2 * inset,
                            CanvasColors.mix(colors.text, fill(), 0.1));
                }
                int rgb = line.headings() > 0 || piece.style() == Markdown.Style.STRONG ? colors.text : piece.style() == Markdown.Style.LINK ? colors.ink : colors.label;
                pen.line(piece.text(), piece.face(), rgb, x, Pen.baseline(piece.face(), Math.round(y), Math.round(line.height())));
            }
            y += line.height();
        }
    }

    private Type.Face face(Markdown.Style style, int heading) {
        if (heading > 0) {
            return pen.exactFace(Type.Role.TITLE, Math.max((17 - 1.5 * heading) * at.scale, at.size(Type.Role.ROW)));
        }
        return switch (style) {
            case PLAIN, LINK -> at.row();
            case STRONG -> pen.exactFace(Type.Role.TITLE, at.size(Type.Role.ROW));
            case EMPHASIS -> pen.exactFace(Type.Role.EMPHASIS, at.size(Type.Role.EMPHASIS));
            case CODE -> pen.exactFace(Type.Role.CODE, at.size(Type.Role.CODE));
        };
    }

    private int fill() {
        String own = at.view.node().colour();
        return own == null ? colors.note : CanvasColors.mix(CanvasColors.hex(own, colors.note), colors.node, 0.22);
    }

    private int line() {
        String own = at.view.node().colour();
        return own == null ? colors.noteLine : CanvasColors.mix(CanvasColors.hex(own, colors.noteLine), colors.node, 0.45);
    }
}
