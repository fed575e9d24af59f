package easel.nodes.model;

import easel.graph.Schema;
import easel.nodes.Batch;
import easel.nodes.Conditioning;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Pictures;

/** Gives an editing model (Flux Kontext, Qwen-Image Edit, Flux 2 ...) pictures to look at, for a prompt that says what is done
 * with them. Several nodes stand one behind the other: the pictures keep that order.
 */
public final class ReferencePictures extends Node {

    private final In<Conditioning> prompt = in("prompt", Port.CONDITIONING);
    private final In<Batch> pictures = wholeIn("pictures", Port.IMAGE);
    private final Param<Boolean> apart = advanced(truth("apart", false));
    private final Out<Conditioning> looking = out("looking", Port.CONDITIONING);

    public ReferencePictures() {
        super("reference-pictures", Schema.Kind.WORDS);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        run.give(looking, run.get(prompt).lookingAt(run.get(pictures).values().stream().map(p -> Pictures.opaque(((Image) p).picture())).toList(), run.get(apart)));
    }
}
