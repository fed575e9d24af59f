package easel.nodes.picture;

import easel.engine.Picture;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Turning;

/** Turns a picture by quarters, clockwise; no sample changes. */
public final class Rotate extends PictureChange {

    private enum By {
        NONE("none", Turning.UPRIGHT),
        RIGHT("90 degrees", Turning.TURN_RIGHT),
        OVER("180 degrees", Turning.UPSIDE_DOWN),
        LEFT("270 degrees", Turning.TURN_LEFT);

        private final String id;
        private final Turning turning;

        By(String id, Turning turning) {
            this.id = id;
            this.turning = turning;
        }

        String id() {
            return id;
        }
    }

    private final Param<By> by = choice("rotation", By.RIGHT, By.values(), By::id);

    public Rotate() {
        super("rotate", "image", "ImageRotate");
    }

    @Override
    protected Picture changed(Run run, Picture picture) {
        return run.get(by).turning.of(picture);
    }
}
