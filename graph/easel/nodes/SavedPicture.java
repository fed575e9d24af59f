package easel.nodes;

import easel.format.FileNames;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.Function;

/** How a picture is saved: as PNG with its infotext and the whole workflow, under a new name. */
public final class SavedPicture {

    private SavedPicture() {}

    /**
     * Writes it and gives the file.
     *
     * @param workflow the text of the workflow that made it
     */
    public static Path write(Image image, String workflow, Path folder, FileNames names) throws PictureException {
        return write(image, workflow, folder, names, file -> file::writeNew);
    }

    /**
     * Writes it and gives the file.
     *
     * @param workflow the text of the workflow that made it
     * @param saving   how a file with these pixels and texts is written: {@link Run#saving}
     */
    public static Path write(Image image, String workflow, Path folder, FileNames names, Function<PictureFile, FileNames.Saving> saving)
            throws PictureException {
        Made made = image.made();
        PictureTexts texts = made == null ? PictureTexts.none()
                : with(PictureTexts.none(), PictureTexts.PARAMETERS, made.infotext().text());
        texts = with(texts, PictureTexts.EASEL, workflow);
        FileNames.Facts facts = new FileNames.Facts(LocalDateTime.now(), made == null ? 0 : made.seed(), made == null ? "" : made.prompt());
        return names.save(folder, facts, ".png", saving.apply(new PictureFile(image.picture(), texts)));
    }

    /** A text too long for a picture stays out: better the picture alone than none. */
    private static PictureTexts with(PictureTexts texts, String keyword, String text) {
        return text.length() > PictureTexts.MAX_CHARACTERS / 2 ? texts : texts.with(keyword, text);
    }
}
