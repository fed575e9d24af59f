package easel.engine.worker;

import com.google.gson.JsonParseException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Messages over a socket: the lengths of the byte arrays that follow, a space, the JSON, a line feed, the bytes.
 * For example {@code 49152 {"is":"Ended",...}}. Any number of threads may send; one may receive.
 */
final class Pipe implements AutoCloseable {

    // A prompt is cut before it comes here only by the engine: 100,000 characters of three bytes fit many times.
    private static final int LONGEST_LINE = 64 << 20;
    private static final int MOST_BYTES = 1 << 30;

    private final SocketChannel channel;
    private final ReentrantLock sending = new ReentrantLock();
    private final ByteBuffer read = ByteBuffer.allocate(1 << 16).flip();

    Pipe(SocketChannel channel) {
        this.channel = channel;
    }

    void send(Message message) throws IOException {
        Wire.Encoded encoded = Wire.encode(message);
        StringBuilder line = new StringBuilder();
        encoded.bytes().forEach(b -> line.append(b.length).append(','));
        line.append(' ').append(encoded.line()).append('\n');
        sending.lock();
        try {
            write(line.toString().getBytes(StandardCharsets.UTF_8));
            for (byte[] bytes : encoded.bytes()) {
                write(bytes);
            }
        } finally {
            sending.unlock();
        }
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /**
     * The next message; waits for it.
     *
     * @throws EOFException if the other side is gone
     * @throws IOException  if what comes is no message
     */
    Message receive() throws IOException {
        String line = line();
        int space = line.indexOf(' ');
        List<byte[]> bytes = new ArrayList<>();
        try {
            for (String length : line.substring(0, Math.max(0, space)).split(",")) {
                if (!length.isEmpty()) {
                    int count = Integer.parseInt(length);
                    if (count < 0 || count > MOST_BYTES) {
                        throw new IOException("a message announces " + count + " bytes");
                    }
                    bytes.add(bytes(count));
                }
            }
            return Wire.decode(line.substring(space + 1), bytes);
        } catch (JsonParseException | IllegalArgumentException e) {
            throw new IOException("not a message: " + e.getMessage(), e);
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        while (true) {
            fill();
            while (read.hasRemaining()) {
                byte b = read.get();
                if (b == '\n') {
                    return line.toString(StandardCharsets.UTF_8);
                }
                line.write(b);
            }
            if (line.size() > LONGEST_LINE) {
                throw new IOException("a message without end");
            }
        }
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int at = Math.min(count, read.remaining());
        read.get(bytes, 0, at);
        ByteBuffer rest = ByteBuffer.wrap(bytes, at, count - at);
        while (rest.hasRemaining()) {
            if (channel.read(rest) < 0) {
                throw new EOFException();
            }
        }
        return bytes;
    }

    private void fill() throws IOException {
        if (!read.hasRemaining()) {
            read.clear();
            int count = channel.read(read);
            read.flip();
            if (count < 0) {
                throw new EOFException();
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
