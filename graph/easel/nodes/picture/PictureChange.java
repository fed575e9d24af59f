package easel.nodes.picture;

import easel.engine.EngineException;
import easel.engine.Picture;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;

/** A node that makes one picture of another; what is known of its making stays with it. */
@SuppressWarnings("this-escape")   // declaring a socket only adds it to the lists of Node
public abstract class PictureChange extends Node {

    private final In<Image> before;
    private final Out<Image> after;

    /**
     * @param socket  what the input and the output are called: {@code picture}, or as ComfyUI does
     * @param aliases what other programs call it
     */
    protected PictureChange(String type, String socket, String... aliases) {
        super(type, Schema.Kind.PICTURE, aliases);
        before = in(socket, Port.IMAGE);
        after = out(socket, Port.IMAGE);
    }

    /**
     * The picture as it becomes.
     *
     * @throws EngineException if the engine was asked, and could not
     */
    protected abstract Picture changed(Run run, Picture picture) throws EngineException;

    @Override
    public final void run(Run run) throws EngineException {
        Image came = run.get(before);
        run.give(after, new Image(changed(run, came.picture()), came.made()));
    }
}
