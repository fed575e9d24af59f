package easel.nodes.picture;

import easel.graph.Problem;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import java.util.Optional;

/** One of two pictures, by yes or no. Both are made, whichever is taken. */
public final class Switch extends Node {

    private final In<Optional<Image>> yes = openIn("on_true", Port.IMAGE);
    private final In<Optional<Image>> no = openIn("on_false", Port.IMAGE);
    private final Param<Boolean> on = truth("switch", true);
    private final Out<Image> picture = out("picture", Port.IMAGE);

    public Switch() {
        super("switch", Schema.Kind.PICTURE);
    }

    @Override
    public void run(Run run) {
        In<Optional<Image>> taken = run.get(on) ? yes : no;
        run.give(picture, run.get(taken).orElseThrow(() -> Unfoldable.at(taken.name(), Problem.Code.INPUT_MISSING, taken.name())));
    }
}
