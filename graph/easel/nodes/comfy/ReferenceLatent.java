package easel.nodes.comfy;

import easel.graph.Problem;
import easel.graph.Schema;
import easel.nodes.Conditioning;
import easel.nodes.In;
import easel.nodes.Latent;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Pictures;
import java.util.List;
import java.util.Optional;

/** Gives an editing model an encoded picture to look at; several of them stand one behind the other. The engine encodes it. */
public final class ReferenceLatent extends Node {

    private final In<Conditioning> conditioning = in("conditioning", Port.CONDITIONING);
    private final In<Optional<Latent>> latent = openIn("latent", Port.LATENT);
    private final Out<Conditioning> looking = out("looking", Port.CONDITIONING);

    public ReferenceLatent() {
        super("reference-latent", Schema.Kind.WORDS, "ReferenceLatent");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        Conditioning words = run.get(conditioning);
        run.give(looking, switch (run.get(latent).orElse(null)) {
            case null -> words;
            case Latent.Encoded encoded -> words.lookingAt(List.of(Pictures.opaque(encoded.picture().picture())));
            default -> throw Unfoldable.at(latent.name(), Problem.Code.REFERENCE_NO_PICTURE);
        });
    }
}
