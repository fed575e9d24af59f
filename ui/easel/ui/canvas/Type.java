package easel.ui.canvas;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.HashMap;
import java.util.Map;
import javax.swing.UIManager;

/** The canvas's type: four roles in any size, with what measuring them costs remembered. On the EDT. */
final class Type {

    /** What a text is for. */
    enum Role {
        /** Node titles: 13 semibold. */
        TITLE(13),
        /** Rows: 12. */
        ROW(12),
        /** States and times in the head: 11. */
        SMALL(11),
        /** Words in notes that are said with emphasis: 12 slanted. */
        EMPHASIS(12),
        /** Code in notes: 12, each letter as wide as the others. */
        CODE(12);

        final int size;

        Role(int size) {
            this.size = size;
        }
    }

    /** A font in one size with its measures. */
    static final class Face {

        final Font font;
        final float ascent;
        final float descent;
        private final float[] latin = new float[128];
        private final Map<String, Float> widths = new HashMap<>();

        Face(Font font) {
            this.font = font;
            java.awt.font.LineMetrics metrics = font.getLineMetrics("Hg\u56fe", EXACT);
            // The line's own measures grow with the tallest fallback font; the Latin face keeps rows where they are.
            java.awt.font.LineMetrics latinMetrics = font.getLineMetrics("Hg", EXACT);
            ascent = Math.min(metrics.getAscent(), latinMetrics.getAscent());
            descent = Math.min(metrics.getDescent(), latinMetrics.getDescent());
            for (char c = 32; c < 127; c++) {
                latin[c] = (float) font.getStringBounds(new char[] {c}, 0, 1, EXACT).getWidth();
            }
        }

        /** The width of a text, in the font's own pixels. */
        float width(String text) {
            float width = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c >= 127 || c < 32) {
                    return widths.size() > 4000 ? measured(text) : widths.computeIfAbsent(text, this::measured);
                }
                width += latin[c];
            }
            return width;
        }

        private float measured(String text) {
            return (float) font.getStringBounds(text, EXACT).getWidth();
        }

        /** As much of a text as fits, with an ellipsis if that is not all; empty if not even one letter fits. */
        String cut(String text, float room) {
            if (width(text) <= room) {
                return text;
            }
            int low = 0;
            int high = text.length() - 1;
            while (low < high) {
                int middle = (low + high + 1) / 2;
                if (width(text.substring(0, middle) + ELLIPSIS) <= room) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            if (low > 0 && Character.isHighSurrogate(text.charAt(low - 1))) {
                low--;
            }
            return low == 0 ? "" : text.substring(0, low).stripTrailing() + ELLIPSIS;
        }
    }

    private static final String ELLIPSIS = "\u2026";
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    /** Sizes in halves of a device pixel: finer ones cannot be told apart and would each fill a glyph cache. */
    private static final int STEPS = 2;

    private final Font plain;
    private final Font bold;
    private final Map<Long, Face> faces = new HashMap<>();

    /** The type of the look and feel that is set now. */
    Type() {
        Font base = UIManager.getFont("defaultFont");
        Font semibold = UIManager.getFont("semibold.font");
        plain = base == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 13) : base;
        bold = semibold == null ? plain.deriveFont(Font.BOLD) : semibold;
    }

    /** The face for a role, {@code scale} device pixels to a logical one. */
    Face face(Role role, double scale) {
        return exact(role, role.size * scale);
    }

    /** The face for a role in a size of its own, in device pixels. */
    Face exact(Role role, double size) {
        int steps = Math.max(2, (int) Math.round(size * STEPS));
        return faces.computeIfAbsent((long) role.ordinal() << 32 | steps,
                _ -> new Face(font(role).deriveFont((float) steps / STEPS)));
    }

    private Font font(Role role) {
        return switch (role) {
            case TITLE -> bold;
            case ROW, SMALL -> plain;
            case EMPHASIS -> plain.deriveFont(Font.ITALIC);
            case CODE -> new Font(Font.MONOSPACED, Font.PLAIN, 12);
        };
    }
}
