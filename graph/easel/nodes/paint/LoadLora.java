package easel.nodes.paint;

import easel.engine.EngineException;
import easel.engine.Lora;
import easel.engine.Part;
import easel.engine.weights.Starter;
import easel.graph.InputRef;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.In;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import java.util.List;

/**
 * Puts a LoRA on a model, on its text encoder too, or on its part for high noise. Several stand one behind the other; without a
 * file nothing changes.
 */
public final class LoadLora extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final Param<String> lora = file("lora", Rule.File.Of.LORA, "", Starter.names(Starter.Kind.LORA));
    private final Param<Double> strength = real("strength", 1, new Rule.Real(-10, 10, Rule.Unit.NONE));
    private final Param<On> on = advanced(choice("on", On.MODEL));
    private final Out<Model> patched = out("patched_model", Port.MODEL);

    /** Which of two diffusion models it is put on. */
    private enum On { MODEL, HIGH_NOISE, BOTH }

    public LoadLora() {
        super("load-lora", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        Model m = run.get(model);
        run.give(patched, patches(run) && !isForAnother(run) ? with(m, run) : m);
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException {
        run(run);
        return patches(run) && isForAnother(run) ? List.of(Problem.at(new InputRef(run.node(), lora.name()), Problem.Code.LORA_OF_ANOTHER_MODEL)) : List.of();
    }

    private boolean patches(Run run) {
        return !run.get(lora).isEmpty() && run.get(strength) != 0;
    }

    /** Those that come with Easel are made for the checkpoint that does, whose widths no other has. */
    private boolean isForAnother(Run run) {
        return List.of(Starter.names(Starter.Kind.LORA)).contains(run.get(lora)) && !run.isStarter(run.get(model).files());
    }

    private Model with(Model m, Run run) throws EngineException {
        Lora plain = new Lora(run.file(lora), run.get(strength));
        Lora high = new Lora(plain.file(), plain.strength(), true);
        if (run.get(on) != On.MODEL && m.files().get(Part.HIGH_NOISE_DIFFUSION_MODEL).isEmpty()) {
            throw Unfoldable.at(on.name(), Problem.Code.NO_HIGH_NOISE_MODEL);
        }
        return switch (run.get(on)) {
            case MODEL -> m.withText(plain);
            case HIGH_NOISE -> m.with(high);
            case BOTH -> m.withText(plain).with(high);
        };
    }
}
