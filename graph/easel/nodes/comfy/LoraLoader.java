package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.engine.Lora;
import easel.engine.weights.Starter;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Clip;
import easel.nodes.In;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import java.nio.file.Path;

/** Patches a model and its text encoder with a LoRA. */
public final class LoraLoader extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final In<Clip> clip = in("clip", Port.CLIP);
    private final Param<String> name = file("lora_name", Rule.File.Of.LORA, "", Starter.names(Starter.Kind.LORA));
    private final Param<Double> onModel = real("strength_model", 1, new Rule.Real(-100, 100, Rule.Unit.NONE));
    private final Param<Double> onText = real("strength_clip", 1, new Rule.Real(-100, 100, Rule.Unit.NONE));
    private final Out<Model> patchedModel = out("patched_model", Port.MODEL);
    private final Out<Clip> patchedClip = out("patched_clip", Port.CLIP);

    public LoraLoader() {
        super("lora-loader", Schema.Kind.LOAD, "LoraLoader");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        Model m = run.get(model);
        Clip c = run.get(clip);
        if (!run.get(name).isEmpty()) {
            Path file = run.file(name);
            m = run.get(onModel) == 0 ? m : m.with(new Lora(file, run.get(onModel)));
            c = run.get(onText) == 0 ? c : c.with(new Lora(file, run.get(onText)));
        }
        run.give(patchedModel, m);
        run.give(patchedClip, c);
    }
}
