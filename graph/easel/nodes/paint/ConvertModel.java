package easel.nodes.paint;

import easel.engine.EngineException;
import easel.engine.GgufType;
import easel.engine.weights.NewModel;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Calls;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import java.nio.file.Path;
import java.util.Optional;

/** Writes a model again as GGUF in the engine, its weights in another type, beside the model or in a folder; nothing is overwritten. */
@Calls("convert")
public final class ConvertModel extends Node {

    private final Param<String> model = file("model", Rule.File.Of.MODEL, "");
    private final Param<String> vae = advanced(file("vae", Rule.File.Of.VAE, ""));
    private final Param<GgufType> type = choice("type", GgufType.Q8_0, GgufType.values(), GgufType::id);
    private final Param<Optional<Path>> folder = folder("folder");

    public ConvertModel() {
        super("convert-model", Schema.Kind.OUTPUT);
    }

    @Override
    protected boolean isSink() {
        return true;
    }

    @Override
    public boolean saves() {
        return true;
    }

    @Override
    public void run(Run run) throws EngineException {
        if (run.get(model).isEmpty()) {
            throw Unfoldable.at(model.name(), Problem.Code.INPUT_MISSING, model.name());
        }
        Path from = run.file(model);
        Path beside = run.get(folder).map(run.pictures()::resolve).orElseGet(from::getParent);
        Path to = beside.resolve(Model.name(from) + "-" + run.get(type).id() + ".gguf");
        Path with = run.get(vae).isEmpty() ? null : run.file(vae);
        NewModel.write(to, place -> run.convert(from, with, place, run.get(type)));
        run.wrote(to);
    }
}
