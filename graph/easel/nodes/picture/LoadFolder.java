package easel.nodes.picture;

import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.PictureFolder;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Batch;
import easel.nodes.Image;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pictures of a folder as a batch, by name; without a folder it gives nothing. They may differ in size. */
public final class LoadFolder extends Node {

    /** All are held at once: what a batch of pictures may take, in pixels of three bytes; the rest is for what becomes of them. */
    private static final long MOST_PIXELS = Runtime.getRuntime().maxMemory() / 2 / 3;

    private final Param<String> folder = folderToRead("folder");
    private final Param<Integer> skip = whole("skip", 0, new Rule.Whole(0, 1_000_000, 1, Rule.Unit.NONE));
    private final Param<Integer> most = whole("most", 16, new Rule.Whole(1, 4096, 1, Rule.Unit.NONE));
    private final Out<Image> pictures = outOnlyWith(folder, "pictures", Port.IMAGE);

    public LoadFolder() {
        super("load-folder", Schema.Kind.LOAD);
    }

    @Override
    public void run(Run run) throws PictureException {
        Path from = Path.of(run.get(folder));
        List<Object> all = new ArrayList<>();
        long pixels = 0;
        for (Path file : PictureFolder.files(from).stream().skip(run.get(skip)).limit(run.get(most)).toList()) {
            Image image = new Image(PictureFile.read(file).picture(), null);
            pixels += image.picture().samples().length / 3;
            if (pixels > MOST_PIXELS) {
                throw Unfoldable.at(most.name(), Problem.Code.TOO_MANY_PIXELS, all.size(), MOST_PIXELS / 1_000_000);
            }
            all.add(image);
        }
        if (all.isEmpty()) {
            throw Unfoldable.at(folder.name(), Problem.Code.NO_PICTURES, from);
        }
        run.giveAll(pictures, new Batch(all));
    }
}
