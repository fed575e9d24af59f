package easel.nodes.picture;

import easel.format.FileNames;
import easel.format.PictureException;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.SavedPicture;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes a picture with its infotext and, but for JPEG, the whole workflow, under a new name: nothing is overwritten. ImageIO packs
 * JPEGs, libwebp WebP.
 */
public final class SavePicture extends Node {

    private final In<Image> picture = in("picture", Port.IMAGE);
    private final Param<Optional<Path>> folder = folder("folder");
    private final Param<String> name = words("name", "", 1000);
    private final Param<SavedPicture.Format> format = choice("format", SavedPicture.Format.PNG);
    private final Param<Integer> quality = advanced(whole("quality", 92, new Rule.Whole(1, 100, 1, Rule.Unit.NONE)));

    public SavePicture() {
        super("save-picture", Schema.Kind.OUTPUT);
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
        Image image = run.get(picture);
        FileNames names = run.get(name).isEmpty() ? FileNames.STANDARD : new FileNames(run.get(name));
        SavedPicture.Packing packing = new SavedPicture.Packing(run.get(format), run.get(quality));
        Path to = run.get(folder).map(run.pictures()::resolve).orElse(run.pictures());
        run.wrote(SavedPicture.write(image, run.workflow(), to, names, packing, run::saving), image);
    }
}
