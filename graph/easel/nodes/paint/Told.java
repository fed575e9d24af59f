package easel.nodes.paint;

import easel.engine.Picture;
import easel.format.Infotext;
import easel.nodes.Made;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What infotexts say of pictures that were painted over in part, by the names that A1111 and its ADetailer write. */
final class Told {

    private static final String SIZE = "Size";

    private Told() {}

    /** Painted over as a whole: the engine's size may be larger, and what is cut off was in no picture. */
    static @Nullable Made whole(@Nullable Made made, Picture picture) {
        return made == null ? null : made.saying(made.infotext().with(SIZE, picture.width() + "x" + picture.height()));
    }

    /**
     * Painted under a mask.
     *
     * @param blur    pixels over which it fades
     * @param padding pixels around what was painted larger than it is, or null where all of the picture was painted
     */
    static @Nullable Made masked(@Nullable Made made, Picture picture, int blur, Patch.Fill fill, @Nullable Integer padding) {
        if (made == null) {
            return null;
        }
        Infotext text = made.infotext().with("Mask blur", Integer.toString(blur)).with("Masked content", switch (fill) {
            case ORIGINAL -> "";
            case AROUND -> "fill";
            case GREY -> "grey";
        });
        return padding == null ? whole(made.saying(text), picture)
                : made.saying(text.with("Inpaint area", "Only masked").with("Masked area padding", padding.toString()));
    }

    /**
     * A picture with a past of its own whose parts were painted again.
     *
     * @param first how the first part was painted
     */
    static Made detailed(Made before, Made first, double strength, int grow, int blur, int padding) {
        Infotext text = before.infotext();
        if (!first.infotext().prompt().equals(text.prompt())) {
            text = text.with("ADetailer prompt", first.infotext().prompt());
        }
        if (!first.infotext().negative().equals(text.negative())) {
            text = text.with("ADetailer negative prompt", first.infotext().negative());
        }
        text = text.with("ADetailer denoising strength", new BigDecimal(Double.toString(strength)).stripTrailingZeros().toPlainString())
                .with("ADetailer dilate erode", Integer.toString(grow)).with("ADetailer mask blur", Integer.toString(blur))
                .with("ADetailer inpaint only masked", "True").with("ADetailer inpaint padding", Integer.toString(padding));
        text = separate(text, first.infotext(), "Steps", "steps");
        text = separate(text, first.infotext(), "CFG scale", "CFG scale");
        text = separate(text, first.infotext(), "Sampler", "sampler");
        text = separate(text, first.infotext(), "Model", "checkpoint");
        return before.saying(text);
    }

    private static Infotext separate(Infotext text, Infotext first, String setting, String name) {
        String own = first.settings().getOrDefault(setting, "");
        return own.equals(text.settings().getOrDefault(setting, "")) ? text
                : text.with("ADetailer use separate " + name, "True").with("ADetailer " + name, own);
    }
}
