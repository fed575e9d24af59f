package easel.nodes.picture;

import easel.engine.Picture;
import easel.nodes.Run;
import easel.pixels.Pictures;

/** White for black and black for white. */
public final class InvertMask extends MaskChange {

    public InvertMask() {
        super("invert-mask", "InvertMask");
    }

    @Override
    protected Picture changed(Run run, Picture mask) {
        return Pictures.inverted(mask);
    }
}
