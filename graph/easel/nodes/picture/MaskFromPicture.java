package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;

/** A node that makes a mask of a picture. */
@SuppressWarnings("this-escape")   // declaring a socket only adds it to the lists of Node
public abstract class MaskFromPicture extends Node {

    private final In<Image> picture;
    private final Out<Mask> mask;

    /**
     * @param socket  what the input is called: {@code picture}, or as ComfyUI does
     * @param aliases what other programs call it
     */
    protected MaskFromPicture(String type, String socket, String... aliases) {
        super(type, Schema.Kind.MASK, aliases);
        picture = in(socket, Port.IMAGE);
        mask = out("mask", Port.MASK);
    }

    /** The mask, one channel. */
    protected abstract Picture mask(Run run, Picture picture);

    @Override
    public final void run(Run run) {
        run.give(mask, new Mask(mask(run, run.get(picture).picture())));
    }
}
