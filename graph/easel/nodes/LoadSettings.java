package easel.nodes;

import easel.engine.EngineException;
import easel.engine.Prediction;
import easel.engine.Rung;
import easel.engine.weights.Family;
import easel.engine.weights.ModelCheck;
import easel.graph.InputRef;
import easel.graph.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a model is brought into memory, for the nodes that name one. Declared where it is made. */
public final class LoadSettings {

    private final Param<Memory> memory;
    private final Param<Boolean> flash;
    private final Param<Boolean> mmap;
    private final Param<Foretold> prediction;

    /** How sparing with memory it begins. */
    private enum Memory {
        AUTO(Rung.AS_ASKED),
        VAE_TILING(Rung.VAE_TILING),
        TEXT_AND_VAE(Rung.TEXT_AND_VAE_ON_CPU),
        WEIGHTS(Rung.WEIGHTS_ON_CPU),
        LIMITED(Rung.LIMITED_VRAM),
        STREAMED(Rung.STREAMED),
        PROCESSOR(Rung.CPU);

        private final Rung rung;

        Memory(Rung rung) {
            this.rung = rung;
        }
    }

    private enum Foretold {
        AUTO(null), EPS(Prediction.EPS), V(Prediction.V), EDM_V(Prediction.EDM_V), FLOW(Prediction.FLOW),
        FLUX_FLOW(Prediction.FLUX_FLOW), FLUX2_FLOW(Prediction.FLUX2_FLOW);

        private final @Nullable Prediction prediction;

        Foretold(@Nullable Prediction prediction) {
            this.prediction = prediction;
        }
    }

    public LoadSettings(Node node) {
        memory = node.advanced(node.choice("memory", Memory.AUTO));
        flash = node.advanced(node.truth("flash_attention", false));
        mmap = node.advanced(node.truth("mmap", false));
        prediction = node.advanced(node.choice("prediction", Foretold.AUTO));
    }

    /**
     * What people should know of these settings before the model is loaded.
     *
     * @param file the one that says what family it is
     */
    public List<Problem> foretold(Path file, Run run) {
        if (!run.get(flash)) {
            return List.of();
        }
        try {
            boolean mistaken = ModelCheck.read(file).family().filter(Family::mistakesFlashAttention).isPresent();
            return mistaken ? List.of(Problem.at(new InputRef(run.node(), flash.name()), Problem.Code.FLASH_ATTENTION_MISTAKEN)) : List.of();
        } catch (EngineException toldWhereItIsUsed) {
            return List.of();
        }
    }

    /** A model that is loaded so. */
    public Model on(Model model, Run run) {
        Loading before = model.tuning().loading();
        return model.tuned(model.tuning().loaded(new Loading(run.get(memory).rung, run.get(flash), run.get(mmap), before.rng(), before.seamlessX(),
                before.seamlessY(), run.get(prediction).prediction)));
    }
}
