package easel.nodes;

import easel.graph.Schema;

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
