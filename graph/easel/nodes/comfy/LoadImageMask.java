package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.engine.Picture;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Masks;
import easel.pixels.Pictures;
import java.util.List;

/** A mask from one channel of a picture file; from alpha, white is what is transparent. */
public final class LoadImageMask extends Node {

    private static final List<String> COLOURS = List.of("red", "green", "blue");

    private final Param<String> file = file("image", Rule.File.Of.PICTURE, "");
    private final Param<String> channel = oneOf("channel", "alpha", "red", "green", "blue");
    private final Out<Mask> mask = outOnlyWith(file, "mask", Port.MASK);

    public LoadImageMask() {
        super("load-image-mask", Schema.Kind.MASK, "LoadImageMask");
    }

    @Override
    public void run(Run run) throws EngineException, PictureException {
        Picture read = PictureFile.read(run.file(file)).picture();
        int colour = COLOURS.indexOf(run.get(channel));
        run.give(mask, new Mask(colour < 0 ? Pictures.transparency(read) : Masks.channel(read, colour)));
    }
}
