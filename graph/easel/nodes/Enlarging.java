package easel.nodes;

import easel.engine.EngineException;
import easel.engine.Failure;
import easel.engine.Picture;
import easel.engine.weights.Esrgan;
import easel.pixels.Around;
import easel.pixels.Feather;
import easel.pixels.Pictures;
import easel.pixels.Resample;
import java.nio.file.Path;

/** A picture enlarged by an ESRGAN model in the engine, its opacity by Lanczos; where memory is too short, in smaller tiles. */
public final class Enlarging {

    /** Below this a tile is mostly what lies over its neighbours. */
    private static final int SMALLEST_TILE = 32;

    private Enlarging() {}

    /**
     * The picture, as many times as large as the model was made for.
     *
     * @param tile edge of a tile in pixels of the small picture, to begin with
     * @throws EngineException if it cannot be; also when the job was cancelled
     * @throws Unfoldable      if it would be too large
     */
    public static Image of(Image came, Path model, int tile, Run run) throws EngineException {
        Picture small = came.picture();
        int factor = Esrgan.factor(model);
        Unfoldable.ifTooLarge((long) small.width() * factor, (long) small.height() * factor);
        Picture large = inTiles(model, colours(small), tile, run);
        return new Image(small.channels() == 4 ? Pictures.withAlpha(large, alpha(small, large)) : large, came.made());
    }

    private static Picture inTiles(Path model, Picture picture, int tile, Run run) throws EngineException {
        // A tile larger than the picture is halved in vain.
        int now = tile;
        while (true) {
            try {
                return run.upscale(model, picture, now);
            } catch (EngineException e) {
                int next = Math.min(now, Math.max(picture.width(), picture.height())) / 2;
                if (!(e.failure() instanceof Failure.OutOfMemory) || next < SMALLEST_TILE) {
                    throw e;
                }
                now = next;
            }
        }
    }

    /** What is fully transparent takes the colours around it, which shine in at the edges. */
    private static Picture colours(Picture picture) {
        Picture opaque = Pictures.withoutAlpha(picture);
        return picture.channels() == 4 ? Around.filled(opaque, Pictures.inverted(Feather.touched(Pictures.opacity(picture)))) : opaque;
    }

    private static Picture alpha(Picture small, Picture large) {
        return Resample.LANCZOS.to(Pictures.opacity(small), large.width(), large.height());
    }
}
