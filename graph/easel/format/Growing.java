package easel.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jcodec.common.io.SeekableByteChannel;

/** A file of JCodec's in memory, as long as what is written. */
final class Growing implements SeekableByteChannel {

    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int at;

    /** What was written. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public int write(ByteBuffer from) {
        int count = from.remaining();
        int end = Math.addExact(at, count);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(end, bytes.length * 2L)));
        }
        from.get(bytes, at, count);
        at = end;
        length = Math.max(length, at);
        return count;
    }

    @Override
    public int read(ByteBuffer to) {
        int count = Math.min(to.remaining(), length - at);
        if (count <= 0) {
            return -1;
        }
        to.put(bytes, at, count);
        at += count;
        return count;
    }

    @Override
    public long position() {
        return at;
    }

    @Override
    public SeekableByteChannel setPosition(long position) {
        at = Math.toIntExact(position);
        return this;
    }

    @Override
    public long size() {
        return length;
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        length = Math.toIntExact(Math.min(length, size));
        return this;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // It lives in memory.
    }
}
