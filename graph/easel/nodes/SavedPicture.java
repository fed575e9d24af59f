package easel.nodes;

import easel.engine.Picture;
import easel.format.FileNames;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.Function;

/** How a picture is saved: with its infotext and, but for JPEG, the whole workflow, under a new name. */
public final class SavedPicture {

    private SavedPicture() {}

    /**
     * How the pixels are packed.
     *
     * @param quality 1 to 100; a PNG loses nothing, nor does WebP at 100
     */
    public record Packing(Format format, int quality) {

        /** Losing nothing. */
        public static final Packing PNG = new Packing(Format.PNG, 100);

        private byte[] packed(PictureFile file) throws PictureException {
            return switch (format) {
                case PNG -> file.png();
                case JPEG -> file.jpeg(quality);
                case WEBP -> file.webp(quality);
            };
        }
    }

    /** A kind of file. */
    public enum Format {
        PNG(".png"), JPEG(".jpg"), WEBP(".webp");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }
    }

    /**
     * Writes it and gives the file.
     *
     * @param workflow the text of the workflow that made it
     */
    public static Path write(Image image, String workflow, Path folder, FileNames names) throws PictureException {
        return write(image, workflow, folder, names, Packing.PNG, packed -> to -> PictureFile.writeNew(to, packed));
    }

    /**
     * Writes it and gives the file.
     *
     * @param workflow the text of the workflow that made it
     * @param saving   how a file of such bytes is written: {@link Run#saving}
     */
    public static Path write(Image image, String workflow, Path folder, FileNames names, Packing packing, Function<byte[], FileNames.Saving> saving)
            throws PictureException {
        FileNames.Facts facts = facts(image);
        PictureFile file = new PictureFile(image.picture(), texts(image, workflow));
        return names.save(folder, facts, packing.format.ending, saving.apply(packing.packed(file)));
    }

    /** What a picture's file says of how it was made. */
    public static PictureTexts texts(Image image, String workflow) {
        Made made = image.made();
        PictureTexts texts = made == null ? PictureTexts.none() : with(PictureTexts.none(), PictureTexts.PARAMETERS, made.infotext().text());
        return with(texts, PictureTexts.EASEL, workflow);
    }

    /** What the name of its file may hold. */
    public static FileNames.Facts facts(Image image) {
        Made made = image.made();
        return new FileNames.Facts(LocalDateTime.now(), made == null ? 0 : made.seed(), made == null ? "" : made.prompt());
    }

    /**
     * Writes a sheet that shows pictures of several jobs and gives the file.
     *
     * @param workflow the text of the workflow that they have in common
     */
    public static Path writeSheet(Picture sheet, String workflow, Path folder, FileNames names) throws PictureException {
        PictureTexts texts = with(with(PictureTexts.none(), PictureTexts.EASEL, workflow), PictureTexts.EASEL_SHEET, "1");
        byte[] packed = new PictureFile(sheet, texts).png();
        return names.save(folder, new FileNames.Facts(LocalDateTime.now(), 0, ""), ".png", to -> PictureFile.writeNew(to, packed));
    }

    /** A text too long for a picture stays out: better the picture alone than none. */
    private static PictureTexts with(PictureTexts texts, String keyword, String text) {
        return text.length() > PictureTexts.MAX_CHARACTERS / 2 ? texts : texts.with(keyword, text);
    }
}
