package easel.nodes.paint;

import easel.engine.EngineException;
import easel.engine.weights.Esrgan;
import easel.engine.weights.Starter;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Calls;
import easel.nodes.Enlarging;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import java.util.List;

/** Enlarges a picture with an ESRGAN model, by the factor that the model was made for; without a file it gives nothing. */
@Calls("upscale")
public final class Upscale extends Node {

    private final In<Image> picture = in("picture", Port.IMAGE);
    private final Param<String> upscaler = file("upscaler", Rule.File.Of.UPSCALER, "", Starter.names(Starter.Kind.UPSCALER));
    private final Param<Integer> tile = advanced(whole("tile", 128, new Rule.Whole(32, 4096, 1, Rule.Unit.PIXELS)));
    private final Out<Image> upscaled = outOnlyWith(upscaler, "upscaled", Port.IMAGE);

    public Upscale() {
        super("upscale", Schema.Kind.PICTURE);
    }

    @Override
    public void run(Run run) throws EngineException {
        run.give(upscaled, Enlarging.of(run.get(picture), run.file(upscaler), run.get(tile), run));
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException {
        if (!run.get(upscaler).isEmpty()) {
            int factor = Esrgan.factor(run.file(upscaler));
            run.size(picture).ifPresent(size -> Unfoldable.ifTooLarge((long) size.width() * factor, (long) size.height() * factor));
        }
        return List.of();
    }
}
