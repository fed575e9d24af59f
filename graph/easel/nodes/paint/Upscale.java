package easel.nodes.paint;

import easel.engine.EngineException;
import easel.engine.Picture;
import easel.engine.weights.Esrgan;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Around;
import easel.pixels.Feather;
import easel.pixels.Pictures;
import easel.pixels.Resample;
import java.nio.file.Path;
import java.util.List;

/** Enlarges a picture with an ESRGAN model, by the factor that the model was made for; without a file it gives nothing. */
public final class Upscale extends Node {

    private final In<Image> picture = in("picture", Port.IMAGE);
    private final Param<String> upscaler = file("upscaler", Rule.File.Of.UPSCALER, "");
    private final Param<Integer> tile = advanced(whole("tile", 128, new Rule.Whole(32, 4096, 1, Rule.Unit.PIXELS)));
    private final Out<Image> upscaled = outOnlyWith(upscaler, "upscaled", Port.IMAGE);

    public Upscale() {
        super("upscale", Schema.Kind.PICTURE);
    }

    @Override
    public void run(Run run) throws EngineException {
        Path model = Path.of(run.get(upscaler)).toAbsolutePath();
        Image came = run.get(picture);
        Picture small = came.picture();
        int factor = Esrgan.factor(model);
        Unfoldable.ifTooLarge((long) small.width() * factor, (long) small.height() * factor);
        Picture large = run.upscale(model, colours(small), run.get(tile));
        run.give(upscaled, new Image(small.channels() == 4 ? Pictures.withAlpha(large, alpha(small, large)) : large, came.made()));
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException {
        if (!run.get(upscaler).isEmpty()) {
            Esrgan.factor(Path.of(run.get(upscaler)).toAbsolutePath());
        }
        return List.of();
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
