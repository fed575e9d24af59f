package easel.ui.theme;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.swing.Icon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.bootstrapicons.BootstrapIconsIkonHandler;

/** The icons of the window, all from one set (Bootstrap Icons, drawn on a 16 px grid with a stroke of one pixel). */
public enum Icons {
    EASEL(BootstrapIcons.EASEL),
    MENU(BootstrapIcons.LIST),
    PRESET(BootstrapIcons.IMAGE),
    PICTURE(BootstrapIcons.IMAGE),
    UNDO(BootstrapIcons.ARROW_COUNTERCLOCKWISE),
    REDO(BootstrapIcons.ARROW_CLOCKWISE),
    SUN(BootstrapIcons.SUN),
    MOON(BootstrapIcons.MOON),
    SETTINGS(BootstrapIcons.GEAR),
    PLUS(BootstrapIcons.PLUS),
    REMOVE(BootstrapIcons.X),
    DROP(BootstrapIcons.DOWNLOAD),
    CHEVRON_DOWN(BootstrapIcons.CHEVRON_DOWN),
    CHEVRON_RIGHT(BootstrapIcons.CHEVRON_RIGHT),
    DICE(BootstrapIcons.DICE_5),
    LOCK(BootstrapIcons.LOCK),
    UNLOCK(BootstrapIcons.UNLOCK),
    PLAY(BootstrapIcons.PLAY),
    CANCEL(BootstrapIcons.X_CIRCLE),
    FORCE_STOP(BootstrapIcons.STOP),
    FOLDER(BootstrapIcons.FOLDER2_OPEN),
    COPY(BootstrapIcons.FILES),
    PASTE(BootstrapIcons.CLIPBOARD),
    SAVE(BootstrapIcons.SAVE),
    SAVE_AS(BootstrapIcons.SAVE2),
    DOWNLOAD(BootstrapIcons.BOX_ARROW_DOWN),
    GRAPH(BootstrapIcons.DIAGRAM_2),
    MINUS(BootstrapIcons.DASH),
    RECTANGLE(BootstrapIcons.SQUARE),
    ELLIPSE(BootstrapIcons.CIRCLE),
    TRASH(BootstrapIcons.TRASH),
    ERASER(BootstrapIcons.ERASER),
    FIT(BootstrapIcons.FULLSCREEN),
    ENLARGE(BootstrapIcons.ARROWS_ANGLE_EXPAND),
    PAUSE(BootstrapIcons.PAUSE),
    QUEUE(BootstrapIcons.LIST_TASK),
    RECENT(BootstrapIcons.CLOCK_HISTORY),
    REOPEN(BootstrapIcons.ARROW_UP_LEFT_SQUARE),
    NEXT(BootstrapIcons.ARROW_RIGHT),
    PREVIOUS(BootstrapIcons.ARROW_LEFT),
    SLIDERS(BootstrapIcons.SLIDERS),
    START_FROM(BootstrapIcons.BOX_ARROW_IN_LEFT),
    MORE(BootstrapIcons.THREE_DOTS),
    ZOOM(BootstrapIcons.ZOOM_IN),
    PROMPT(BootstrapIcons.PENCIL),
    COME_IN(BootstrapIcons.BOX_ARROW_IN_RIGHT),
    QUIT(BootstrapIcons.BOX_ARROW_RIGHT),
    PROCESSOR(BootstrapIcons.CPU),
    PROBLEM(BootstrapIcons.EXCLAMATION_CIRCLE),
    CHECK(BootstrapIcons.CHECK2),
    KIND_LOAD(BootstrapIcons.BOX),
    KIND_WORDS(BootstrapIcons.TYPE),
    KIND_PAINT(BootstrapIcons.BRUSH),
    KIND_MASK(BootstrapIcons.MASK),
    KIND_VIDEO(BootstrapIcons.FILM),
    KIND_VALUE(BootstrapIcons.HASH),
    UNKNOWN(BootstrapIcons.QUESTION_CIRCLE),
    MUTED(BootstrapIcons.EYE_SLASH),
    BYPASSED(BootstrapIcons.SKIP_END),
    FROZEN(BootstrapIcons.SNOW),
    PIN(BootstrapIcons.PIN_ANGLE),
    NOTE(BootstrapIcons.STICKY),
    GROUP(BootstrapIcons.BOUNDING_BOX),
    SEARCH(BootstrapIcons.SEARCH),
    SIDE_LEFT(BootstrapIcons.LAYOUT_SIDEBAR),
    SIDE_RIGHT(BootstrapIcons.LAYOUT_SIDEBAR_REVERSE),
    BAR_TOP(BootstrapIcons.WINDOW),
    BAR_BOTTOM(BootstrapIcons.WINDOW_DOCK),
    LOG(BootstrapIcons.JOURNAL_TEXT),
    KEYBOARD(BootstrapIcons.KEYBOARD),
    HELP(BootstrapIcons.QUESTION_CIRCLE),
    UP(BootstrapIcons.CHEVRON_UP),
    LIVE(BootstrapIcons.BROADCAST),
    KEEP(BootstrapIcons.BOOKMARK_PLUS),
    MAP(BootstrapIcons.MAP),
    STAR(BootstrapIcons.STAR),
    STARRED(BootstrapIcons.STAR_FILL);

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final BootstrapIcons glyph;

    Icons(BootstrapIcons glyph) {
        this.glyph = glyph;
    }

    /** This icon {@code size} logical pixels across, in the colour of labels, or of disabled text on a disabled component. */
    public Icon at(int size) {
        return at(size, Tone.LABEL);
    }

    /** This icon in a colour of the theme. */
    public Icon at(int size, Tone tone) {
        return new GlyphIcon(outline(size), size, tone);
    }

    /** The icon's outline in a square of {@code size}, origin at its top left. */
    public Shape outline(double size) {
        Font font = Face.FONT;
        int code = glyph.getCode();
        if (!font.canDisplay(code)) {
            throw new IllegalStateException("the icon font has no " + name());
        }
        // In this font a glyph's box is the em square that stands on the base line.
        Shape raw = font.deriveFont((float) size).createGlyphVector(EXACT, Character.toChars(code)).getOutline();
        return AffineTransform.getTranslateInstance(0, size).createTransformedShape(raw);
    }

    /** Loaded on first use, so that asking for an icon's name costs nothing. */
    private static final class Face {
        static final Font FONT = load();

        private static Font load() {
            try (InputStream in = new BootstrapIconsIkonHandler().getFontResourceAsStream()) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the icon font is damaged", e);
            }
        }
    }
}
