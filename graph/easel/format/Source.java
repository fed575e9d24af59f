package easel.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file's bytes, read where they are wanted. */
final class Source implements AutoCloseable {

    private final SeekableByteChannel channel;
    private final long length;

    private Source(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    static Source open(Path file) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            return new Source(channel);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    /** How many bytes the file had when it was opened. */
    long length() {
        return length;
    }

    /** Exactly {@code count} bytes from {@code at} on. */
    byte[] read(long at, int count) throws IOException {
        if (count < 0 || at < 0 || at > length - count) {
            throw new DamagedException("it ends early");
        }
        byte[] bytes = new byte[count];
        read(at, bytes, 0, count);
        return bytes;
    }

    /** Fills a part of {@code into} from {@code at} on. */
    void read(long at, byte[] into, int offset, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, offset, count);
        channel.position(at);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new DamagedException("it ends early");
            }
        }
    }

    /** The first bytes, at most {@code most}. */
    byte[] start(int most) throws IOException {
        return read(0, (int) Math.min(length, most));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
