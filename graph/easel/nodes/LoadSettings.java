package easel.nodes;

import easel.engine.Prediction;
import easel.engine.Rung;
import org.jspecify.annotations.Nullable;

/** How a model is brought into memory, for the nodes that name one. Declared where it is made. */
public final class LoadSettings {

    private final Param<Memory> memory;
    private final Param<Boolean> flash;
    private final Param<Boolean> mmap;
    private final Param<Foretold> prediction;

    /** How sparing with memory it begins. */
    private enum Memory {
        AUTO("auto", Rung.AS_ASKED),
        VAE_TILING("vae-tiling", Rung.VAE_TILING),
        TEXT_AND_VAE("text-and-vae", Rung.TEXT_AND_VAE_ON_CPU),
        WEIGHTS("weights", Rung.WEIGHTS_ON_CPU),
        LIMITED("limited", Rung.LIMITED_VRAM),
        STREAMED("streamed", Rung.STREAMED),
        PROCESSOR("processor", Rung.CPU);

        private final String id;
        private final Rung rung;

        Memory(String id, Rung rung) {
            this.id = id;
            this.rung = rung;
        }

        String id() {
            return id;
        }
    }

    private enum Foretold {
        AUTO("auto", null), EPS("eps", Prediction.EPS), V("v", Prediction.V), EDM_V("edm-v", Prediction.EDM_V), FLOW("flow", Prediction.FLOW),
        FLUX_FLOW("flux-flow", Prediction.FLUX_FLOW), FLUX2_FLOW("flux2-flow", Prediction.FLUX2_FLOW);

        private final String id;
        private final @Nullable Prediction prediction;

        Foretold(String id, @Nullable Prediction prediction) {
            this.id = id;
            this.prediction = prediction;
        }

        String id() {
            return id;
        }
    }

    public LoadSettings(Node node) {
        memory = node.advanced(node.choice("memory", Memory.AUTO, Memory.values(), Memory::id));
        flash = node.advanced(node.truth("flash_attention", false));
        mmap = node.advanced(node.truth("mmap", false));
        prediction = node.advanced(node.choice("prediction", Foretold.AUTO, Foretold.values(), Foretold::id));
    }

    /** A model that is loaded so. */
    public Model on(Model model, Run run) {
        Loading before = model.tuning().loading();
        return model.tuned(model.tuning().loaded(new Loading(run.get(memory).rung, run.get(flash), run.get(mmap), before.rng(), before.seamlessX(),
                before.seamlessY(), run.get(prediction).prediction)));
    }
}
