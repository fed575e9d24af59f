package easel.nodes.comfy;

import easel.format.FileNames;
import easel.format.PictureException;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.SavedPicture;
import java.nio.file.Path;

/** Writes a picture as PNG with its settings and the whole workflow, under a new name: nothing is overwritten. */
public final class SaveImage extends Node {

    private final In<Image> images = in("images", Port.IMAGE);
    private final Param<String> prefix = words("filename_prefix", "ComfyUI", 1000);

    public SaveImage() {
        super("save-image", Schema.Kind.OUTPUT, "SaveImage");
    }

    @Override
    protected boolean isSink() {
        return true;
    }

    @Override
    public boolean saves() {
        return true;
    }

    @Override
    public void run(Run run) throws PictureException {
        Path asked = run.pictures().resolve(ComfyNames.relative(run.get(prefix)));
        // The prefix and a number that counts up, as ComfyUI names them.
        FileNames names = new FileNames(asked.getFileName().toString().replace("{", "").replace("}", "") + "_{counter}");
        run.wrote(SavedPicture.write(run.get(images), run.workflow(), asked.getParent(), names, SavedPicture.Packing.PNG, run::saving), run.get(images));
    }
}
