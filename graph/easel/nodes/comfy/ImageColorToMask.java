package easel.nodes.comfy;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.nodes.picture.MaskFromPicture;
import easel.pixels.Masks;

/** White where a picture has exactly one colour, which is written as a number: red * 65536 + green * 256 + blue. */
public final class ImageColorToMask extends MaskFromPicture {

    private final Param<Integer> colour = whole("color", 0, new Rule.Whole(0, 0xFFFFFF, 1, Rule.Unit.NONE));

    public ImageColorToMask() {
        super("image-color-to-mask", "image", "ImageColorToMask");
    }

    @Override
    protected Picture mask(Run run, Picture picture) {
        return Masks.ofColour(picture, run.get(colour), 0, 0);
    }
}
