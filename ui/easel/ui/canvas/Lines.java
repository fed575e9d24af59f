package easel.ui.canvas;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text that was broken to a width.
 *
 * @param from where in the text it begins
 * @param text what is shown; the last line of what does not fit ends in an ellipsis
 */
record Lines(int from, String text) {

    /** The first {@code most} lines. */
    static List<Lines> of(String text, Type.Face face, float width, int most) {
        List<Lines> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length() && lines.size() < most) {
            int end = end(text, at, face, width);
            boolean more = end < text.length() && lines.size() + 1 == most;
            String line = text.substring(at, end).stripTrailing();
            lines.add(new Lines(at, more ? face.cut(line + "\u2026\u2026\u2026\u2026", Math.min(width, face.width(line + "\u2026"))) : line));
            at = end;
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            } else {
                while (at < text.length() && text.charAt(at) == ' ') {
                    at++;
                }
            }
        }
        return lines;
    }

    private static int end(String text, int from, Type.Face face, float width) {
        float used = 0;
        int lastBreak = from;
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n') {
            int code = text.codePointAt(at);
            int next = at + Character.charCount(code);
            used += face.width(text.substring(at, next));
            if (used > width && at > from) {
                return lastBreak > from ? lastBreak : at;
            }
            // Chinese breaks between any two characters, Latin after spaces.
            if (code == ' ' || code >= 0x2E80) {
                lastBreak = next;
            }
            at = next;
        }
        return at;
    }
}
