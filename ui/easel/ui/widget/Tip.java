package easel.ui.widget;

import java.text.BreakIterator;
import java.util.List;

/** Sentences as a tooltip, broken where a line gets long. */
public final class Tip {

    /** Letters in a line; a Chinese one counts twice. */
    private static final int LONGEST = 64;

    private Tip() {}

    /** The lines as the text of a tooltip; each may be broken further. */
    public static String of(List<String> lines) {
        StringBuilder html = new StringBuilder("<html>");
        for (String line : lines) {
            html.append(html.length() > 6 ? "<br>" : "");
            breakInto(html, line);
        }
        return html.toString();
    }

    private static void breakInto(StringBuilder html, String line) {
        BreakIterator words = BreakIterator.getLineInstance();
        words.setText(line);
        int filled = 0;
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
            String word = line.substring(from, to);
            int width = word.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
            if (filled > 0 && filled + width > LONGEST) {
                html.append("<br>");
                filled = 0;
            }
            html.append(word.replace("&", "&amp;").replace("<", "&lt;"));
            filled += width;
        }
    }
}
