package easel.ui.image;

import easel.format.PictureException;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;

/** A picture that can be had in full, as long as it is somewhere. */
public interface FullPicture {

    /** All of its pixels; empty if it is nowhere any more. Slow: never on the EDT. */
    Optional<BufferedImage> pixels() throws PictureException;

    /** The file it is in, if it is in one of its own. */
    Optional<Path> file();
}
