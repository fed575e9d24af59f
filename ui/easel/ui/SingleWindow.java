package easel.ui;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import easel.ui.task.Listening;
import org.jspecify.annotations.Nullable;

/**
 * One window a person: a second start hands its files to the first window, which comes to the front. They meet at a
 * Unix-domain socket in the state folder; a message is one line, the list of files as JSON, and is answered by one byte.
 */
public final class SingleWindow {

    private static final int LONGEST = 1 << 20;
    /** Paths of sockets end at about 104 bytes on macOS and 108 on Linux. */
    private static final int LONGEST_ADDRESS = 100;

    private static @Nullable ServerSocketChannel open;
    private static @Nullable Path address;

    private SingleWindow() {}

    /** Hands {@code files} to a window that is open already. True if there is one and it has taken them. */
    public static boolean handOver(Path state, List<Path> files) {
        Path at = address(state);
        if (!Files.exists(at)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(at))) {
            String line = new Gson().toJson(files.stream().map(f -> f.toAbsolutePath().toString()).toList()) + "\n";
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            return channel.read(ByteBuffer.allocate(1)) == 1;
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    /** From now on second starts are heard; {@code opened} is told their files on a thread of its own. */
    static synchronized void serve(Path state, Consumer<List<Path>> opened) {
        Path at = address(state);
        try {
            Files.createDirectories(at.getParent());
            // One left by a killed window is in nobody's use: whoever is alive was asked before.
            Files.deleteIfExists(at);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(at));
            open = server;
            address = at;
            Listening.start("easel-open", () -> listen(server, opened));
        } catch (IOException | UnsupportedOperationException unavailable) {
            // Then every start has a window of its own, which is no harm.
        }
    }

    private static void listen(ServerSocketChannel server, Consumer<List<Path>> opened) {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                opened.accept(read(channel));
                channel.write(ByteBuffer.wrap(new byte[] {1}));
            } catch (IOException | JsonParseException | InvalidPathException gone) {
                // A caller that broke off, or spoke nonsense; or the window closes.
            }
        }
    }

    private static List<Path> read(SocketChannel channel) throws IOException {
        StringBuilder line = new StringBuilder();
        var in = new java.io.InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8);
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST; c = in.read()) {
            line.append((char) c);
        }
        String[] files = new Gson().fromJson(line.toString(), String[].class);
        return files == null ? List.of() : java.util.Arrays.stream(files).map(Path::of).toList();
    }

    /** Hears no more. */
    static synchronized void stop() {
        try {
            if (open != null) {
                open.close();
            }
            if (address != null) {
                Files.deleteIfExists(address);
            }
        } catch (IOException e) {
            // The next window removes what is left.
        }
        open = null;
        address = null;
    }

    static Path address(Path state) {
        Path plain = state.toAbsolutePath().resolve("window.sock");
        if (plain.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_ADDRESS) {
            return plain;
        }
        return Path.of(System.getProperty("java.io.tmpdir"), "easel-" + Integer.toHexString(plain.hashCode()) + "-"
                + System.getProperty("user.name", "") + ".sock");
    }
}
