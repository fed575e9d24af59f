package easel.engine.weights;

import easel.engine.EngineException;
import easel.engine.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A model file being read from front to back through a small window, little-endian; every wrong length is a failure. */
final class Source implements AutoCloseable {

    /** Passed over at most in one header. The longest real ones (GGUF with its vocabulary) are near 15 MB. */
    static final long MOST_HEADER_BYTES = 100_000_000;

    private static final int WINDOW = 1 << 16;
    /** Read after a jump: a checkpoint's archive has a thousand places of which 30 bytes are wanted. */
    private static final int FIRST_CHUNK = 512;

    private final Path file;
    private final @Nullable FileChannel channel;
    private final long size;
    private final ByteBuffer window;
    private long windowStart;
    private int chunk = FIRST_CHUNK;
    private long headerStart;
    /** Where what is read now must have ended: the file's end or, before that, an archive's entry's. */
    private long end;

    private Source(Path file, @Nullable FileChannel channel, long size, ByteBuffer window) {
        this.file = file;
        this.channel = channel;
        this.size = size;
        this.end = size;
        this.window = window.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Opens a regular file; closing is the caller's. */
    static Source open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new Source(file, channel, channel.size(), ByteBuffer.allocate(WINDOW).limit(0));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Something unpacked from {@code file}, all of it in memory. */
    static Source unpacked(Path file, byte[] bytes) {
        return new Source(file, null, bytes.length, ByteBuffer.wrap(bytes));
    }

    Path file() {
        return file;
    }

    /** Bytes in the file when it was opened. */
    long size() {
        return size;
    }

    /** Where the next byte will be read. */
    long position() {
        return windowStart + window.position();
    }

    long left() {
        return size - position();
    }

    /** Goes to a place inside the file or its end. */
    void seek(long to) throws EngineException {
        if (to < 0) {
            throw damaged("a place before the file's start");
        }
        if (to > size) {
            throw new EngineException(new Failure.TruncatedFile(file, size, to));
        }
        if (to >= windowStart && to <= windowStart + window.limit()) {
            window.position((int) (to - windowStart));
        } else {
            windowStart = to;
            window.position(0).limit(0);
            chunk = FIRST_CHUNK;
        }
    }

    /** From here on, no more than {@link #MOST_HEADER_BYTES} may be passed over with {@link #skip} and the readers. */
    void beginHeader() {
        beginHeader(size);
    }

    /** The same, and nothing from {@code end} on may be read, although the file may go on there. */
    void beginHeader(long until) {
        headerStart = position();
        end = Math.min(until, size);
    }

    /** Passes over {@code bytes}, a length that the file itself gave. */
    void skip(long bytes) throws EngineException {
        require(bytes);
        seek(position() + bytes);
    }

    int u8() throws EngineException, IOException {
        fill(1);
        return window.get() & 0xFF;
    }

    int u16() throws EngineException, IOException {
        fill(2);
        return window.getShort() & 0xFFFF;
    }

    int i32() throws EngineException, IOException {
        fill(4);
        return window.getInt();
    }

    long u32() throws EngineException, IOException {
        return i32() & 0xFFFFFFFFL;
    }

    /** Eight bytes; negative stands for 2^63 and more. */
    long i64() throws EngineException, IOException {
        fill(8);
        return window.getLong();
    }

    /** UTF-8 text of {@code length} bytes, at most {@code most}. */
    String text(long length, int most, String what) throws EngineException, IOException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(length, most, what))).toString();
        } catch (CharacterCodingException e) {
            throw damaged(what + " is not UTF-8");
        }
    }

    /** {@code length} bytes, at most {@code most}. */
    byte[] bytes(long length, int most, String what) throws EngineException, IOException {
        if (length < 0 || length > most) {
            throw damaged(what + " of " + Long.toUnsignedString(length) + " bytes; at most " + most + " are sensible");
        }
        require(length);
        byte[] bytes = new byte[(int) length];
        for (int done = 0; done < bytes.length; ) {
            fill(1);
            int now = Math.min(window.remaining(), bytes.length - done);
            window.get(bytes, done, now);
            done += now;
        }
        return bytes;
    }

    /** The file's next {@code length} bytes as a stream; nothing of them is kept. */
    InputStream stream(long length) {
        long end = position() + length;
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                long left = end - position();
                if (left <= 0) {
                    return -1;
                }
                if (!window.hasRemaining() && !refill()) {
                    return -1;
                }
                int now = (int) Math.min(Math.min(most, left), window.remaining());
                window.get(into, from, now);
                return now;
            }
        };
    }

    EngineException damaged(String cause) {
        return new EngineException(new Failure.DamagedFile(file, cause));
    }

    private void require(long bytes) throws EngineException {
        if (bytes < 0) {
            throw damaged("a length of " + Long.toUnsignedString(bytes) + " bytes at " + position());
        }
        if (bytes > end - position() && (end < size || channel == null)) {
            throw damaged("its pickle does not end");
        }
        if (bytes > left()) {
            throw new EngineException(new Failure.TruncatedFile(file, size, saturated(position(), bytes)));
        }
        if (position() + bytes - headerStart > MOST_HEADER_BYTES) {
            throw damaged("a header of more than " + MOST_HEADER_BYTES + " bytes");
        }
    }

    private void fill(int bytes) throws EngineException, IOException {
        if (window.remaining() >= bytes) {
            return;
        }
        require(bytes);
        windowStart += window.position();
        window.compact();
        while (window.position() < bytes && read(windowStart + window.position()) > 0) { }
        window.flip();
        if (window.remaining() < bytes) {   // shorter than when it was opened
            throw new EngineException(new Failure.TruncatedFile(file, windowStart + window.limit(), windowStart + bytes));
        }
    }

    private boolean refill() throws IOException {
        windowStart += window.position();
        window.clear();
        int got = read(windowStart);
        window.flip();
        return got > 0;
    }

    private int read(long from) throws IOException {
        if (channel == null) {
            return -1;
        }
        window.limit(Math.min(window.capacity(), window.position() + chunk));
        chunk = Math.min(WINDOW, 4 * chunk);
        return channel.read(window, from);
    }

    /** The sum, at most the largest number there is. */
    static long saturated(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
