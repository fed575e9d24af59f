package easel.nodes.comfy;

import easel.engine.Sampler;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.nodes.Guider;
import easel.nodes.Latent;
import easel.nodes.Model;
import easel.nodes.Pass;
import easel.nodes.Sigmas;
import easel.nodes.Unfoldable;
import java.util.OptionalDouble;

/** What the nodes that take a sampler apart have in common. */
final class CustomSampling {

    private CustomSampling() {}

    /** One go of {@code sampler} through {@code sigmas}. */
    static Latent of(NodeId origin, Guider guider, Sampler sampler, Sigmas sigmas, long seed, Latent start, boolean shared) {
        if (sigmas.steps() == 0) {
            return start;
        }
        Model madeFor = sigmas.model();
        if (madeFor != null && !(madeFor.files().equals(guider.model().files()) && java.util.Objects.equals(madeFor.flowShift(), guider.model().flowShift()))) {
            throw new Unfoldable(Problem.Code.SIGMAS_DISAGREE);
        }
        Pass pass = new Pass(origin, guider.model(), guider.positive(), guider.negative(), sampler, sigmas.scheduler(), guider.cfg(),
                sigmas.steps(), sigmas.total(), OptionalDouble.empty(), sigmas.values(), seed);
        return new Latent.Sampled(pass.further(start.place()), start, shared);
    }
}
