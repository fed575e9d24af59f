package easel.nodes.comfy;

import easel.graph.Schema;
import easel.nodes.Node;
import easel.nodes.Noise;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** The noise of a seed. */
public final class RandomNoise extends Node {

    private final Param<Long> seed = seed("noise_seed");
    private final Out<Noise> noise = out("noise", Port.NOISE);

    public RandomNoise() {
        super("random-noise", Schema.Kind.PAINT, "RandomNoise");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        run.give(noise, new Noise(run.get(seed)));
    }
}
