package easel.nodes.picture;

import easel.engine.EngineException;
import easel.engine.Picture;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Pictures;
import java.util.function.UnaryOperator;

/** A mask from a picture's brightness or from what of it is transparent; without a file it gives nothing. */
public final class LoadMask extends Node {

    /** Where white comes from. */
    private enum From {
        BRIGHTNESS(Pictures::luminance),
        ALPHA(Pictures::opacity),
        TRANSPARENCY(Pictures::transparency);

        private final UnaryOperator<Picture> mask;

        From(UnaryOperator<Picture> mask) {
            this.mask = mask;
        }
    }

    private final Param<String> file = file("file", Rule.File.Of.PICTURE, "");
    private final Param<From> from = choice("from", From.BRIGHTNESS);
    private final Param<Boolean> inverted = truth("inverted", false);
    private final Out<Mask> mask = outOnlyWith(file, "mask", Port.MASK);

    public LoadMask() {
        super("load-mask", Schema.Kind.MASK);
    }

    @Override
    public void run(Run run) throws EngineException, PictureException {
        Picture picture = run.get(from).mask.apply(PictureFile.read(run.file(file)).picture());
        run.give(mask, new Mask(run.get(inverted) ? Pictures.inverted(picture) : picture));
    }
}
