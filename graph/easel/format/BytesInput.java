package easel.format;

import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes in memory as ImageIO wants them, without the copy and the process-wide cache setting of its own streams. */
final class BytesInput extends ImageInputStreamImpl {

    /** The WebP reader takes what is missing for zeros, as many as a damaged head has pixels: minutes of nothing. */
    private static final int MOST_BEYOND = 4096;

    private final byte[] bytes;
    private int beyond;

    BytesInput(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws DamagedException {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : ended();
    }

    private int ended() throws DamagedException {
        if (++beyond > MOST_BEYOND) {
            throw new DamagedException("it ends early");
        }
        return -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws DamagedException {
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        int there = (int) Math.min(count, bytes.length - streamPos);
        if (there <= 0) {
            return ended();
        }
        System.arraycopy(bytes, (int) streamPos, into, offset, there);
        streamPos += there;
        return there;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
