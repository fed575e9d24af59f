package easel.ui.form;

import easel.engine.Picture;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.Value;
import easel.nodes.picture.DrawMask;
import easel.ui.desk.Desk;
import easel.ui.image.Pixels;
import easel.ui.image.Scaling;
import java.awt.image.BufferedImage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lies below the shapes of a mask: the picture, and what is white without them.
 *
 * @param transparent whether what of the picture is transparent is
 * @param file        whose white is; null if there is none
 */
record MaskGround(Below below, boolean transparent, @Nullable Path file) {

    /** As it is seen; {@code white} is null if nothing is. */
    record Seen(BufferedImage picture, @Nullable BufferedImage white) {}

    /** That of a parameter that is drawn; empty as long as there is no picture. */
    static Optional<MaskGround> of(Document document, InputRef shapes, Desk desk) {
        return Below.of(document, shapes, desk).map(below -> {
            Optional<Node> node = document.node(shapes.node()).filter(n -> n.type().equals(DrawMask.TYPE));
            boolean transparent = node.flatMap(n -> n.value(DrawMask.TRANSPARENCY)).filter(Value.of(true)::equals).isPresent();
            return new MaskGround(below, transparent, node.flatMap(n -> n.value(DrawMask.FILE)).flatMap(MaskGround::path).orElse(null));
        });
    }

    private static Optional<Path> path(Value value) {
        try {
            return value instanceof Value.Text(String text) && !text.isBlank() ? Optional.of(Path.of(text)) : Optional.empty();
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    /** Its pixels within a square. Slow: never on the EDT. */
    Seen seen(int side) throws PictureException {
        Picture picture = below.picture();
        Optional<Picture> read = Optional.empty();
        if (file != null) {
            try {
                read = Optional.of(PictureFile.read(file).picture());
            } catch (PictureException unreadable) {
                read = Optional.empty();   // a problem of the node says so
            }
        }
        BufferedImage shown = Scaling.within(Pixels.of(picture), side, side);
        boolean some = transparent && picture.channels() == 4 || read.isPresent();
        return new Seen(shown, some ? Scaling.within(Pixels.of(DrawMask.below(picture, transparent, read)), side, side) : null);
    }
}
