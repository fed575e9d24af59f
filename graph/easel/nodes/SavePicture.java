package easel.nodes;

import easel.format.FileNames;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Schema;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;

/** Writes a picture as PNG with its infotext and the whole workflow, under a new name: nothing is overwritten. */
public final class SavePicture extends Node {

    private final In<Image> picture = in("picture", Port.IMAGE);
    private final Param<Optional<Path>> folder = folder("folder");
    private final Param<String> name = words("name", "", 1000);

    public SavePicture() {
        super("save-picture", Schema.Kind.OUTPUT);
    }

    @Override
    protected boolean isSink() {
        return true;
    }

    @Override
    public void run(Run run) throws PictureException {
        Image image = run.get(picture);
        Made made = image.made();
        PictureTexts texts = made == null ? PictureTexts.none()
                : with(PictureTexts.none(), PictureTexts.PARAMETERS, made.infotext().text());
        texts = with(texts, PictureTexts.EASEL, run.workflow());
        FileNames names = run.get(name).isEmpty() ? FileNames.STANDARD : new FileNames(run.get(name));
        Path into = run.get(folder).orElse(run.pictures());
        FileNames.Facts facts = new FileNames.Facts(LocalDateTime.now(), made == null ? 0 : made.seed(), made == null ? "" : made.prompt());
        run.wrote(names.save(into, facts, ".png", new PictureFile(image.picture(), texts)::writeNew), image);
    }

    /** A text too long for a picture stays out: better the picture alone than none. */
    private static PictureTexts with(PictureTexts texts, String keyword, String text) {
        return text.length() > PictureTexts.MAX_CHARACTERS / 2 ? texts : texts.with(keyword, text);
    }
}
