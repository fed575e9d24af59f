package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.engine.Picture;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Pictures;

/** A picture from a file, and a mask of its transparent parts. */
public final class LoadImage extends Node {

    private final Param<String> file = file("image", Rule.File.Of.PICTURE, "");
    private final Out<Image> picture = outOnlyWith(file, "picture", Port.IMAGE);
    private final Out<Mask> mask = outOnlyWith(file, "mask", Port.MASK);

    public LoadImage() {
        super("load-image", Schema.Kind.LOAD, "LoadImage");
    }

    @Override
    public void run(Run run) throws EngineException, PictureException {
        Picture read = PictureFile.read(run.file(file)).picture();
        run.give(picture, new Image(Pictures.withoutAlpha(read), null));
        run.give(mask, new Mask(Pictures.transparency(read)));
    }
}
