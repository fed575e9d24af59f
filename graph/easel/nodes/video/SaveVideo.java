package easel.nodes.video;

import easel.engine.Picture;
import easel.format.FileNames;
import easel.format.PictureException;
import easel.format.PictureTexts;
import easel.format.VideoFile;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Batch;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.SavedPicture;
import easel.nodes.Unfoldable;
import easel.pixels.Pictures;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a batch of pictures as a video under a new name: MP4 with H.264 (JCodec), or an animated PNG, which loses nothing, or
 * WebP; these two carry the workflow.
 */
public final class SaveVideo extends Node {

    private final In<Batch> frames = wholeIn("frames", Port.IMAGE);
    private final Param<Integer> fps = whole("fps", 16, new Rule.Whole(1, 240, 1, Rule.Unit.NONE));
    private final Param<Optional<Path>> folder = folder("folder");
    private final Param<String> name = words("name", "", 1000);
    private final Param<Format> format = choice("format", Format.MP4);
    private final Param<Integer> quality = advanced(whole("quality", 80, new Rule.Whole(1, 100, 1, Rule.Unit.NONE)));

    /** A kind of file. */
    private enum Format { MP4, PNG, WEBP }

    public SaveVideo() {
        super("save-video", Schema.Kind.OUTPUT);
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
        List<Image> images = run.get(frames).values().stream().map(Image.class::cast).toList();
        Format as = run.get(format);
        VideoFile video = new VideoFile(alike(images, as != Format.MP4), run.get(fps));
        PictureTexts texts = SavedPicture.texts(images.getFirst(), run.workflow());
        byte[] packed = switch (as) {
            case MP4 -> video.mp4(run.get(quality));
            case PNG -> video.png(texts);
            case WEBP -> video.webp(run.get(quality), texts);
        };
        FileNames names = run.get(name).isEmpty() ? FileNames.STANDARD : new FileNames(run.get(name));
        Path to = run.get(folder).map(run.pictures()::resolve).orElse(run.pictures());
        run.wrote(names.save(to, SavedPicture.facts(images.getFirst()), "." + as.name().toLowerCase(Locale.ROOT), run.saving(packed)), images.getFirst());
    }

    /** The pictures, which must have one size; kinds of samples that differ become one. */
    private List<Picture> alike(List<Image> images, boolean animated) {
        Picture first = images.getFirst().picture();
        for (Image each : images) {
            Picture picture = each.picture();
            if (picture.width() != first.width() || picture.height() != first.height()) {
                throw Unfoldable.at(frames.name(), Problem.Code.PICTURE_OF_ANOTHER_SIZE, picture.width(), picture.height(), first.width(), first.height());
            }
        }
        if ((long) first.width() * first.height() * images.size() > VideoFile.MAX_PIXELS) {
            long room = VideoFile.MAX_PIXELS / ((long) first.width() * first.height());
            throw Unfoldable.at(frames.name(), Problem.Code.TOO_MANY_PIXELS, room, VideoFile.MAX_PIXELS / 1_000_000);
        }
        boolean same = images.stream().allMatch(i -> i.picture().channels() == first.channels());
        return images.stream().map(i -> animated && same ? i.picture() : Pictures.opaque(i.picture())).toList();
    }
}
