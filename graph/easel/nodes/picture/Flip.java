package easel.nodes.picture;

import easel.engine.Picture;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Turning;

/** Mirrors a picture; no sample changes. */
public final class Flip extends PictureChange {

    private enum Way {
        UPSIDE_DOWN("x-axis: vertically", Turning.UPSIDE_DOWN_MIRRORED), LEFT_RIGHT("y-axis: horizontally", Turning.MIRRORED);

        private final String id;
        private final Turning turning;

        Way(String id, Turning turning) {
            this.id = id;
            this.turning = turning;
        }

        String id() {
            return id;
        }
    }

    private final Param<Way> way = choice("flip_method", Way.LEFT_RIGHT, Way.values(), Way::id);

    public Flip() {
        super("flip", "image", "ImageFlip");
    }

    @Override
    protected Picture changed(Run run, Picture picture) {
        return run.get(way).turning.of(picture);
    }
}
