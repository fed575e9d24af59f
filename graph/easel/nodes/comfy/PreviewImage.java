package easel.nodes.comfy;

import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Port;
import easel.nodes.Run;

/** Shows a picture and saves nothing. */
public final class PreviewImage extends Node {

    private final In<Image> images = in("images", Port.IMAGE);

    public PreviewImage() {
        super("preview-image", Schema.Kind.OUTPUT, "PreviewImage");
    }

    @Override
    protected boolean isSink() {
        return true;
    }

    @Override
    public void run(Run run) {
        run.showed(run.get(images));
    }
}
