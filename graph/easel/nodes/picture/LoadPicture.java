package easel.nodes.picture;

import easel.engine.EngineException;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** A picture from a file; without a file it gives nothing, as if it were muted. */
public final class LoadPicture extends Node {

    private final Param<String> file = file("file", Rule.File.Of.PICTURE, "");
    private final Out<Image> picture = outOnlyWith(file, "picture", Port.IMAGE);

    public LoadPicture() {
        super("load-picture", Schema.Kind.LOAD);
    }

    @Override
    public void run(Run run) throws EngineException, PictureException {
        run.give(picture, new Image(PictureFile.read(run.file(file)).picture(), null));
    }
}
