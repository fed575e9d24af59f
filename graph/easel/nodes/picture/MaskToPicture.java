package easel.nodes.picture;

import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Pictures;

/** A mask as a grey picture. */
public final class MaskToPicture extends Node {

    private final In<Mask> mask = in("mask", Port.MASK);
    private final Out<Image> image = out("image", Port.IMAGE);

    public MaskToPicture() {
        super("mask-to-picture", Schema.Kind.MASK, "MaskToImage");
    }

    @Override
    public void run(Run run) {
        run.give(image, new Image(Pictures.opaque(run.get(mask).picture()), null));
    }
}
