package easel.format;

import easel.engine.Picture;
import java.io.IOException;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.Codec;
import org.jcodec.common.MuxerTrack;
import org.jcodec.common.VideoCodecMeta;
import org.jcodec.common.VideoEncoder;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Packet;
import org.jcodec.common.model.Size;
import org.jcodec.containers.mp4.muxer.MP4Muxer;

/** H.264 in an MP4, by JCodec. */
final class Mp4 {

    /** Where a frame stands on its own, so that players can jump there. */
    private static final int KEY_EVERY = 25;
    /** H.264's steps of quantisation: 12 is beyond what eyes see, 42 is coarse. */
    private static final int FINEST = 12;
    private static final int COARSEST = 42;
    private static final int LAST = 51;
    private static final int COARSER = 3;
    /** Beside the frames, and for small ones: boxes and tables. */
    private static final int ROOM = 1 << 20;

    /** A block of H.264; smaller frames go on at their edges. */
    private static final int LEAST = 16;

    private Mp4() {}

    static byte[] bytes(List<Picture> frames, int fps, int quality) throws IOException {
        Picture first = frames.getFirst();
        int width = Math.max(LEAST, first.width() + (first.width() & 1));
        int height = Math.max(LEAST, first.height() + (first.height() & 1));
        int step = COARSEST - Math.round((COARSEST - FINEST) * (quality - 1) / 99f);
        while (true) {
            try {
                return bytes(frames, fps, width, height, step);
            } catch (BufferOverflowException tooFine) {
                // The encoder has a byte a pixel, which is too little for noise in fine steps.
                step += COARSER;
                if (step > LAST) {
                    throw new IOException("frames that cannot be packed", tooFine);
                }
            }
        }
    }

    private static byte[] bytes(List<Picture> frames, int fps, int width, int height, int step) throws IOException {
        H264Encoder encoder = new H264Encoder(new Constant(step));
        encoder.setKeyInterval(KEY_EVERY);
        Growing out = new Growing();
        MP4Muxer muxer = MP4Muxer.createMP4MuxerToChannel(out);
        MuxerTrack track = muxer.addVideoTrack(Codec.H264,
                VideoCodecMeta.createSimpleVideoCodecMeta(new Size(width, height), ColorSpace.YUV420J));
        ByteBuffer room = ByteBuffer.allocate(width * height * 6 + ROOM);
        for (int i = 0; i < frames.size(); i++) {
            room.clear();
            VideoEncoder.EncodedFrame packed = encoder.encodeFrame(yuv(frames.get(i), width, height), room);
            ByteBuffer data = ByteBuffer.allocate(packed.getData().remaining());
            data.put(packed.getData()).flip();
            track.addFrame(Packet.createPacket(data, i, fps, 1, i, packed.isKeyFrame() ? Packet.FrameType.KEY : Packet.FrameType.INTER, null));
        }
        muxer.finish();
        return out.bytes();
    }

    /** One step for all of it: quality stays, size follows. */
    private record Constant(int step) implements RateControl {
        @Override
        public int startPicture(Size size, int most, SliceType type) {
            return step;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }

    /**
     * BT.601 in the studio's range, 16 to 235 and 16 to 240, which players take where nothing is said; the encoder says
     * nothing. Its samples are signed. Odd sides go on by a pixel.
     */
    private static org.jcodec.common.model.Picture yuv(Picture rgb, int width, int height) {
        org.jcodec.common.model.Picture to = org.jcodec.common.model.Picture.create(width, height, ColorSpace.YUV420J);
        byte[] light = to.getPlaneData(0);
        byte[] blue = to.getPlaneData(1);
        byte[] red = to.getPlaneData(2);
        for (int y = 0; y < height; y += 2) {
            for (int x = 0; x < width; x += 2) {
                float u = 0;
                float v = 0;
                for (int k = 0; k < 4; k++) {
                    int px = x + (k & 1);
                    int py = y + (k >> 1);
                    int r = sample(rgb, px, py, 0);
                    int g = sample(rgb, px, py, 1);
                    int b = sample(rgb, px, py, 2);
                    light[py * width + px] = (byte) (Math.round(16 + (0.299f * r + 0.587f * g + 0.114f * b) * (219 / 255f)) - 128);
                    u += -0.168736f * r - 0.331264f * g + 0.5f * b;
                    v += 0.5f * r - 0.418688f * g - 0.081312f * b;
                }
                blue[y / 2 * (width / 2) + x / 2] = (byte) Math.round(u / 4 * (224 / 255f));
                red[y / 2 * (width / 2) + x / 2] = (byte) Math.round(v / 4 * (224 / 255f));
            }
        }
        return to;
    }

    private static int sample(Picture picture, int x, int y, int channel) {
        return picture.at(Math.min(x, picture.width() - 1), Math.min(y, picture.height() - 1), picture.channels() < 3 ? 0 : channel);
    }
}
