package easel.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/** A note's blocks broken into lines of a width, in device pixels. */
final class NoteLines {

    /** Some words of a line; {@code x} is from the line's beginning. */
    record Piece(String text, Markdown.Style style, Type.Face face, float x) {}

    /**
     * A line.
     *
     * @param height   how high it is, as lines of plain words are
     * @param headings 1 to 3 for a heading, or 0
     */
    record Line(List<Piece> pieces, float height, int headings) {}

    private static final float GAP = 0.45f;
    private static final String ELLIPSIS = "\u2026";

    private final BiFunction<Markdown.Style, Integer, Type.Face> faces;
    private final IntFunction<Float> heights;
    private final float width;
    private final float step;
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param faces   the face for a style in a heading of that rank, 0 for none
     * @param heights how high a line of a heading is, 0 for plain words
     * @param step    how far a list is set in
     */
    private NoteLines(BiFunction<Markdown.Style, Integer, Type.Face> faces, IntFunction<Float> heights, float width, float step) {
        this.faces = faces;
        this.heights = heights;
        this.width = width;
        this.step = step;
    }

    /** As many lines as find room; what does not ends in an ellipsis. */
    static List<Line> of(List<Markdown.Block> blocks, BiFunction<Markdown.Style, Integer, Type.Face> faces, IntFunction<Float> heights, float width,
            float height, float step) {
        NoteLines maker = new NoteLines(faces, heights, width, step);
        List<Line> shown = new ArrayList<>();
        float taken = 0;
        for (Markdown.Block block : blocks) {
            maker.lines.clear();
            maker.block(block);
            for (Line line : maker.lines) {
                if (taken + line.height > height + 0.5f) {
                    if (!shown.isEmpty()) {
                        shown.set(shown.size() - 1, cut(shown.getLast(), width));
                    }
                    return shown;
                }
                taken += line.height;
                shown.add(line);
            }
        }
        return shown;
    }

    private static Line cut(Line line, float width) {
        if (line.pieces.isEmpty()) {
            return line;
        }
        List<Piece> pieces = new ArrayList<>(line.pieces);
        Piece last = pieces.removeLast();
        String all = last.text.stripTrailing();
        float room = width - last.x;
        String text = last.face.width(all + ELLIPSIS) <= room ? all + ELLIPSIS : last.face.cut(all + ELLIPSIS + ELLIPSIS, room);
        pieces.add(new Piece(text, last.style, last.face, last.x));
        return new Line(pieces, line.height, line.headings);
    }

    private void block(Markdown.Block block) {
        float height = heights.apply(block.heading());
        if (block.runs().isEmpty()) {
            lines.add(new Line(List.of(), height * GAP, 0));
            return;
        }
        float indent = block.indent() * step;
        List<Piece> pieces = new ArrayList<>();
        if (!block.sign().isEmpty()) {
            Type.Face face = faces.apply(Markdown.Style.PLAIN, 0);
            pieces.add(new Piece(block.sign(), Markdown.Style.PLAIN, face, Math.max(0, indent - face.width(block.sign()) - step * 0.35f)));
        }
        float x = indent;
        for (Markdown.Run run : block.runs()) {
            Type.Face face = faces.apply(run.style(), block.heading());
            String text = run.text();
            int from = 0;
            while (from < text.length()) {
                int end = fitting(text, from, face, width - x);
                if (end == from && x > indent) {
                    lines.add(new Line(List.copyOf(pieces), height, block.heading()));
                    pieces.clear();
                    x = indent;
                    while (from < text.length() && text.charAt(from) == ' ') {
                        from++;
                    }
                    continue;
                }
                end = Math.max(end, Math.min(text.length(), from + 1));
                String part = text.substring(from, end);
                pieces.add(new Piece(part, run.style(), face, x));
                x += face.width(part);
                from = end;
            }
        }
        lines.add(new Line(List.copyOf(pieces), height, block.heading()));
    }

    /** Where the text that finds room ends: after a word, or within one that is too long for any line. */
    private int fitting(String text, int from, Type.Face face, float room) {
        int best = from;
        int at = from;
        float used = 0;
        while (at < text.length()) {
            int next = at + Character.charCount(text.codePointAt(at));
            boolean space = text.charAt(at) == ' ';
            used += face.width(text.substring(at, next));
            if (!space && used > room) {
                break;
            }
            at = next;
            if (space || isWide(text, at - 1) || at < text.length() && isWide(text, at)) {
                best = at;
            }
        }
        if (at == text.length()) {
            return at;
        }
        boolean wholeLine = room >= width - 5 * step - 1 && best == from;
        return wholeLine ? Math.max(at, from) : best;
    }

    /** Chinese and its like may break anywhere. */
    private static boolean isWide(String text, int at) {
        return text.charAt(at) >= 0x2E80;
    }
}
