package easel.nodes;

import easel.engine.Picture;
import easel.prompt.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What words say about a picture; the text encoder reads them when it is painted.
 *
 * @param text     as it was written: choices in it are drawn when the seed is known
 * @param styles   what goes with it
 * @param clip     the text encoder that reads them, or null for the model's own
 * @param guidance what distilled models read beside them, or null for the engine's own
 * @param control  what a ControlNet adds, or null
 * @param looksAt  pictures that editing models look at, in their order
 * @param apart    whether each of them has a place of its own
 */
public record Conditioning(String text, List<Style> styles, @Nullable Clip clip, @Nullable Double guidance, @Nullable ControlHint control,
        List<Picture> looksAt, boolean apart) {

    public Conditioning {
        styles = List.copyOf(styles);
        looksAt = List.copyOf(looksAt);
    }

    /** Words for a text encoder. */
    public Conditioning(String text, @Nullable Clip clip) {
        this(text, List.of(), clip, null, null, List.of(), false);
    }

    /** Words for the model's own text encoder. */
    public Conditioning(String text) {
        this(text, (Clip) null);
    }

    /** ... and styles that go with them. */
    public Conditioning(String text, List<Style> styles) {
        this(text, styles, null, null, null, List.of(), false);
    }

    /** The same with another guidance. */
    public Conditioning guided(double by) {
        return new Conditioning(text, styles, clip, by, control, looksAt, apart);
    }

    /**
     * The same following a picture.
     *
     * @throws Unfoldable if it follows one already: the engine takes one
     */
    public Conditioning following(ControlHint hint) {
        if (control != null) {
            throw new Unfoldable(easel.graph.Problem.Code.TWO_CONTROLS);
        }
        return new Conditioning(text, styles, clip, guidance, hint, looksAt, apart);
    }

    /** The same with more pictures to look at, behind those before. */
    public Conditioning lookingAt(List<Picture> pictures) {
        return lookingAt(pictures, false);
    }

    /**
     * The same with more pictures to look at, behind those before.
     *
     * @param each whether each has a place of its own; one of several nodes that say so is enough
     */
    public Conditioning lookingAt(List<Picture> pictures, boolean each) {
        List<Picture> all = new ArrayList<>(looksAt);
        all.addAll(pictures);
        return new Conditioning(text, styles, clip, guidance, control, all, apart || each);
    }
}
