package easel.nodes.picture;

import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.ColourMatch;

/** Gives a picture the colours of another one: {@link ColourMatch}. */
public final class MatchColours extends Node {

    private final In<Image> picture = in("picture", Port.IMAGE);
    private final In<Image> reference = in("reference", Port.IMAGE);
    private final Param<Double> strength = real("strength", 1, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Out<Image> matched = out("picture", Port.IMAGE);

    public MatchColours() {
        super("match-colours", Schema.Kind.PICTURE);
    }

    @Override
    public void run(Run run) {
        Image came = run.get(picture);
        run.give(matched, new Image(ColourMatch.matched(came.picture(), run.get(reference).picture(), run.get(strength)), came.made()));
    }
}
