package easel.format;

import easel.engine.Picture;
import easel.platform.SystemWord;
import java.io.IOException;
import java.util.List;

/** Frames as a file that people can play. All of them have the size of the first. */
public record VideoFile(List<Picture> frames, int fps) {

    /** Most pixels of all frames together: each is held several times while it is packed. */
    public static final long MAX_PIXELS = 600_000_000;

    public VideoFile {
        frames = List.copyOf(frames);
        if (frames.isEmpty() || fps < 1) {
            throw new IllegalArgumentException(frames.size() + " frames, " + fps + " a second");
        }
    }

    /**
     * MP4 with H.264, packed by JCodec: small, and every player reads it. Opacity is lost.
     *
     * @param quality 1 to 100; 100 is nearly without loss
     * @throws PictureException {@link PictureFailure.NotPacked} if the frames are too much even for the coarsest packing
     */
    public byte[] mp4(int quality) throws PictureException {
        try {
            return Mp4.bytes(frames, fps, quality);
        } catch (IOException e) {
            throw new PictureException(new PictureFailure.NotPacked("MP4", SystemWord.of(e)), e);
        }
    }

    /**
     * An animated WebP: browsers and most viewers play it, and it is small.
     *
     * @param quality 1 to 100, which is without loss
     * @throws PictureException as {@link PictureFile#webp}
     */
    public byte[] webp(int quality, PictureTexts texts) throws PictureException {
        return WebpWriter.animated(frames, fps, quality, texts);
    }

    /** An animated PNG, without loss: browsers and most viewers play it, the others show the first frame. */
    public byte[] png(PictureTexts texts) {
        return AnimatedPng.bytes(frames, fps, texts);
    }
}
