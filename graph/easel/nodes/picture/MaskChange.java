package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Schema;
import easel.nodes.In;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;

/** A node that makes one mask of another. */
@SuppressWarnings("this-escape")   // declaring a socket only adds it to the lists of Node
public abstract class MaskChange extends Node {

    private final In<Mask> before = in("mask", Port.MASK);
    private final Out<Mask> after = out("mask", Port.MASK);

    /** @param aliases what other programs call it */
    protected MaskChange(String type, String... aliases) {
        super(type, Schema.Kind.MASK, aliases);
    }

    /** The mask, one channel, as it becomes. */
    protected abstract Picture changed(Run run, Picture mask);

    @Override
    public final void run(Run run) {
        run.give(after, new Mask(changed(run, run.get(before).picture())));
    }
}
