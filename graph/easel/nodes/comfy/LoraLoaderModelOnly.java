package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.engine.Lora;
import easel.engine.weights.Starter;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.In;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Patches a model with a LoRA and leaves its text encoder as it is. */
public final class LoraLoaderModelOnly extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final Param<String> name = file("lora_name", Rule.File.Of.LORA, "", Starter.names(Starter.Kind.LORA));
    private final Param<Double> strength = real("strength_model", 1, new Rule.Real(-100, 100, Rule.Unit.NONE));
    private final Out<Model> patched = out("patched_model", Port.MODEL);

    public LoraLoaderModelOnly() {
        super("lora-loader-model-only", Schema.Kind.LOAD, "LoraLoaderModelOnly");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        Model m = run.get(model);
        boolean patches = !run.get(name).isEmpty() && run.get(strength) != 0;
        run.give(patched, patches ? m.with(new Lora(run.file(name), run.get(strength))) : m);
    }
}
