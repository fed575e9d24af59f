package easel.format;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.font.TextMeasurer;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A text in lines no wider than asked, the last of them ending in an ellipsis if that is not all of it. */
final class TextBlock {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final String ELLIPSIS = "\u2026";
    /** Prompts may have a million characters, of which no label shows more. */
    private static final int LONGEST = 2000;

    private final List<TextLayout> lines;
    private final float lineHeight;

    private TextBlock(List<TextLayout> lines) {
        this.lines = lines;
        this.lineHeight = (float) lines.stream().mapToDouble(l -> l.getAscent() + l.getDescent() + l.getLeading()).max().orElse(0);
    }

    /** Sets a text; blanks and line breaks in it are one blank each. */
    static TextBlock of(String text, Font font, float width, int mostLines) {
        String beginning = text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST) - 1)) + ELLIPSIS;
        String plain = beginning.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        List<TextLayout> lines = new ArrayList<>();
        if (plain.isEmpty()) {
            return new TextBlock(lines);
        }
        AttributedString attributed = new AttributedString(plain, Map.of(TextAttribute.FONT, font));
        LineBreakMeasurer measurer = new LineBreakMeasurer(attributed.getIterator(), EXACT);
        while (measurer.getPosition() < plain.length()) {
            int start = measurer.getPosition();
            TextLayout line = measurer.nextLayout(width);
            if (lines.size() + 1 == mostLines && measurer.getPosition() < plain.length()) {
                float room = width - new TextLayout(ELLIPSIS, font, EXACT).getAdvance();
                int end = new TextMeasurer(attributed.getIterator(), EXACT).getLineBreakIndex(start, Math.max(1, room));
                lines.add(new TextLayout(plain.substring(start, end).strip() + ELLIPSIS, font, EXACT));
                break;
            }
            lines.add(line);
        }
        return new TextBlock(lines);
    }

    int width() {
        return (int) Math.ceil(lines.stream().mapToDouble(TextLayout::getVisibleAdvance).max().orElse(0));
    }

    int height() {
        return (int) Math.ceil(lines.size() * lineHeight);
    }

    /**
     * Draws it in a room of that width.
     *
     * @param align 0 to the left, 0.5 in the middle, 1 to the right
     */
    void draw(Graphics2D g, float x, float y, float width, float align) {
        float top = y;
        for (TextLayout line : lines) {
            line.draw(g, x + (width - line.getVisibleAdvance()) * align, top + line.getAscent());
            top += lineHeight;
        }
    }
}
