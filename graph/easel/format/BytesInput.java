package easel.format;

import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes in memory as ImageIO wants them, without the copy and the process-wide cache setting of its own streams. */
final class BytesInput extends ImageInputStreamImpl {

    private final byte[] bytes;

    BytesInput(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
        bitOffset = 0;
        if (count == 0) {
            return 0;
        }
        int there = (int) Math.min(count, bytes.length - streamPos);
        if (there <= 0) {
            return -1;
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
