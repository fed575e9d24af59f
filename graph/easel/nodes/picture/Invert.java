package easel.nodes.picture;

import easel.engine.Picture;
import easel.nodes.Run;
import easel.pixels.Tones;

/** White for black and black for white; opacity stays. */
public final class Invert extends PictureChange {

    public Invert() {
        super("invert", "image", "ImageInvert");
    }

    @Override
    protected Picture changed(Run run, Picture picture) {
        return Tones.applied(picture, Tones.inverted());
    }
}
