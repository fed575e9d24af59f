package easel.nodes.value;

import easel.engine.EngineException;
import easel.engine.weights.ModelFacts;
import easel.engine.weights.ModelFile;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.platform.Language;

/** Tells what a model file is from its header: no engine, and no weight is read. */
public final class ModelInfo extends Node {

    private final Param<String> model = file("model", Rule.File.Of.MODEL, "");
    private final Out<Value.Text> about = outOnlyWith(model, "about", Port.TEXT);
    private final Out<Value.Text> family = outOnlyWith(model, "family", Port.TEXT);
    private final Out<Value.Number> tensors = outOnlyWith(model, "tensors", Port.INT);

    public ModelInfo() {
        super("model-info", Schema.Kind.VALUE);
    }

    @Override
    public void run(Run run) throws EngineException {
        ModelFile file = ModelFile.read(run.file(model));
        // What a node gives must not hang on the language of who looks at it.
        run.give(about, new Value.Text(ModelFacts.text(file, Language.ENGLISH)));
        run.give(family, new Value.Text(file.family().map(f -> f.say(Language.ENGLISH)).orElse("")));
        run.give(tensors, new Value.Number(Integer.toString(file.tensors().size())));
    }
}
