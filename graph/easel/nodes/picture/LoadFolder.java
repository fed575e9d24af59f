package easel.nodes.picture;

import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.PictureFolder;
import easel.graph.InputRef;
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

    private final Param<String> folder = folderToRead("folder");
    private final Param<Integer> skip = whole("skip", 0, new Rule.Whole(0, 1_000_000, 1, Rule.Unit.NONE));
    private final Param<Integer> most = whole("most", 16, new Rule.Whole(1, 4096, 1, Rule.Unit.NONE));
    private final Out<Image> pictures = outOnlyWith(folder, "pictures", Port.IMAGE);

    public LoadFolder() {
        super("load-folder", Schema.Kind.LOAD);
    }

    private List<Path> chosen(Run run) throws PictureException {
        return PictureFolder.files(Path.of(run.get(folder))).stream().skip(run.get(skip)).limit(run.get(most)).toList();
    }

    @Override
    public List<Problem> foretell(Run run) throws PictureException {
        if (run.get(folder).isEmpty()) {
            return List.of();
        }
        return chosen(run).stream().filter(run::isDeep).findFirst()
                .map(deep -> Problem.at(new InputRef(run.node(), folder.name()), Problem.Code.DEEP_PICTURES, deep.getFileName())).stream().toList();
    }

    @Override
    public void run(Run run) throws PictureException {
        Path from = Path.of(run.get(folder));
        List<Object> all = new ArrayList<>();
        long bytes = 0;
        for (Path file : chosen(run)) {
            Image image = new Image(PictureFile.read(file).picture(), null);
            bytes += image.bytes();
            Batch.ifTooLarge(most.name(), bytes, all.size());   // all are held at once
            all.add(image);
        }
        if (all.isEmpty()) {
            throw Unfoldable.at(folder.name(), Problem.Code.NO_PICTURES, from);
        }
        run.giveAll(pictures, new Batch(all));
    }
}
