package easel.ui.canvas;

import easel.engine.Picture;
import easel.format.PictureException;
import easel.format.PictureFailure;
import easel.ui.image.Beside;
import easel.ui.image.FullPicture;
import easel.ui.image.PictureFile;
import easel.ui.image.Pixels;
import easel.ui.image.Scaling;
import java.awt.image.BufferedImage;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture inside a node: small images of it, each half as large as the one before. They are made away from the event
 * thread; until then there is nothing to paint. The picture itself is not kept: a hundred of 1024 x 1024 would be 300 MB.
 */
final class Thumb implements FullPicture {

    /** About what a node shows at actual size: a hundred of them are 35 MB. */
    static final int LARGEST = 256;
    private static final int SMALLEST = 16;

    private volatile @Nullable Picture fresh;
    private final WeakReference<Picture> picture;
    private final @Nullable Path file;
    private final @Nullable Path model;
    private volatile BufferedImage @Nullable [] levels;
    private volatile int width;
    private volatile int height;
    private volatile boolean unreadable;
    private volatile boolean missing;
    private boolean asked;

    private Thumb(@Nullable Picture picture, @Nullable Path file) {
        this.fresh = picture;
        this.picture = new WeakReference<>(picture);
        this.file = file;
        this.model = null;
        if (picture != null) {
            width = picture.width();
            height = picture.height();
        }
    }

    private Thumb(WeakReference<Picture> picture, @Nullable Path file, @Nullable Path model) {
        this.picture = picture;
        this.file = file;
        this.model = model;
    }

    /** @param file where it can be read again, or null */
    static Thumb of(Picture picture, @Nullable Path file) {
        return new Thumb(picture, file);
    }

    static Thumb of(Path file) {
        return new Thumb((Picture) null, file);
    }

    /** The picture that lies beside a model's file, if one does. */
    static Thumb beside(Path model) {
        return new Thumb(new WeakReference<>(null), null, model);
    }

    boolean isOf(Picture other) {
        return picture.get() == other;
    }

    boolean isOf(Path other) {
        return other.equals(file);
    }

    /** Makes the small images. Slow. */
    void load() {
        try {
            BufferedImage whole = whole();
            if (whole == null) {
                unreadable = true;
                return;
            }
            width = whole.getWidth();
            height = whole.getHeight();
            BufferedImage level = Scaling.within(whole, LARGEST, LARGEST);
            List<BufferedImage> made = new ArrayList<>();
            made.add(level);
            while (level.getWidth() >= 2 * SMALLEST && level.getHeight() >= 2 * SMALLEST) {
                level = Scaling.to(level, level.getWidth() / 2, level.getHeight() / 2);
                made.add(level);
            }
            levels = made.toArray(BufferedImage[]::new);
        } catch (PictureException e) {
            missing = e.failure() instanceof PictureFailure.NoSuchFile;
            unreadable = true;
        } catch (RuntimeException e) {
            unreadable = true;
        } finally {
            fresh = null;
        }
    }

    /** The same picture without its small images: for one that is only remembered. */
    Thumb remembered() {
        return new Thumb(picture, file, model);
    }

    @Override
    public Optional<BufferedImage> pixels() throws PictureException {
        return Optional.ofNullable(whole());
    }

    @Override
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    private @Nullable BufferedImage whole() throws PictureException {
        Picture known = fresh == null ? picture.get() : fresh;
        Path from = file != null ? file : model == null ? null : Beside.of(model).orElse(null);
        return known != null ? Pixels.of(known) : from != null ? PictureFile.read(from) : null;
    }

    /** The picture in a size of its own, or null if it cannot be had any more. Slow. */
    @Nullable BufferedImage exact(int wide, int high) {
        BufferedImage level = level(wide);
        if (level != null && level.getWidth() >= wide) {
            return Scaling.to(level, wide, high);
        }
        try {
            BufferedImage whole = whole();
            return whole == null ? null : Scaling.to(whole, wide, high);
        } catch (PictureException gone) {
            return null;
        }
    }

    /** Whether its small images must still be asked for; asks once. */
    boolean mustBeLoaded() {
        boolean must = !asked && levels == null;
        asked = true;
        return must;
    }

    boolean isLoaded() {
        return levels != null;
    }

    boolean isUnreadable() {
        return unreadable;
    }

    /** Whether that is because its file is not there. */
    boolean isMissing() {
        return missing;
    }

    /** Width of the picture itself in pixels; 0 as long as nobody knows. */
    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The smallest image that is not smaller than asked, or the largest there is; null as long as there is none. */
    @Nullable BufferedImage level(int wide) {
        BufferedImage[] all = levels;
        if (all == null) {
            return null;
        }
        BufferedImage best = all[0];
        for (BufferedImage level : all) {
            if (level.getWidth() >= wide) {
                best = level;
            }
        }
        return best;
    }
}
