package easel.nodes;

import easel.engine.EngineException;
import easel.engine.Hires;
import easel.engine.weights.Starter;
import easel.graph.Problem;
import easel.graph.Rule;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a second pass at a larger size takes. Declared where it is made. */
public final class HiresSettings {

    private final Param<Way> way;
    private final Param<String> model;
    private final Param<Double> scale;
    private final Param<Integer> steps;
    private final Param<Double> strength;

    /** Whether there is one, and how the first picture becomes larger. */
    private enum Way {
        OFF(null),
        LATENT(Hires.Upscaler.LATENT),
        LATENT_NEAREST(Hires.Upscaler.LATENT_NEAREST),
        LATENT_NEAREST_EXACT(Hires.Upscaler.LATENT_NEAREST_EXACT),
        LATENT_ANTIALIASED(Hires.Upscaler.LATENT_ANTIALIASED),
        LATENT_BICUBIC(Hires.Upscaler.LATENT_BICUBIC),
        LATENT_BICUBIC_ANTIALIASED(Hires.Upscaler.LATENT_BICUBIC_ANTIALIASED),
        LANCZOS(Hires.Upscaler.LANCZOS),
        NEAREST(Hires.Upscaler.NEAREST),
        MODEL(Hires.Upscaler.MODEL);

        private final Hires.@Nullable Upscaler upscaler;

        Way(Hires.@Nullable Upscaler upscaler) {
            this.upscaler = upscaler;
        }
    }

    public HiresSettings(Node node) {
        way = node.advanced(node.choice("hires", Way.OFF));
        model = node.advanced(node.file("hires_model", Rule.File.Of.UPSCALER, "", Starter.names(Starter.Kind.UPSCALER)));
        scale = node.advanced(node.real("hires_scale", 2, new Rule.Real(1, 8, Rule.Unit.NONE)));
        steps = node.advanced(node.whole("hires_steps", 0, new Rule.Whole(0, 1000, 1, Rule.Unit.STEPS)));
        strength = node.advanced(node.real("hires_strength", 0.5, new Rule.Real(0.01, 1, Rule.Unit.NONE)));
    }

    /** A fold with what is set here behind it. */
    public Fold behind(Fold first, Run run) throws EngineException {
        Hires.Upscaler upscaler = run.get(way).upscaler;
        if (upscaler == null) {
            return first;
        }
        if (upscaler == Hires.Upscaler.MODEL && run.get(model).isEmpty()) {
            throw Unfoldable.at(model.name(), Problem.Code.HIRES_WITHOUT_MODEL);
        }
        Path chosen = upscaler == Hires.Upscaler.MODEL ? run.file(model) : null;
        return first.withHires(upscaler, chosen, run.get(scale), run.get(steps), run.get(strength));
    }
}
