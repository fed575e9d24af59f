package easel.format;

import easel.engine.Picture;
import java.io.IOException;
import java.io.UncheckedIOException;
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
     */
    public byte[] mp4(int quality) {
        try {
            return Mp4.bytes(frames, fps, quality);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
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
