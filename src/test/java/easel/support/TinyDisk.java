package easel.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of some kilobytes that can be filled: the system's own answer to a write without room. Skips where nobody may mount one. */
public final class TinyDisk implements AutoCloseable {

    private final Path folder;

    private TinyDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one in place of a folder, which is made. */
    public static TinyDisk in(Path folder, int kilobytes) throws Exception {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        assumeThat(System.getProperty("user.name")).as("only root can mount").isEqualTo("root");
        Files.createDirectories(folder);
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString())).as("tmpfs can be mounted here").isZero();
        return new TinyDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Leaves room for nothing. */
    public void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("fill"))) {
            for (byte[] block = new byte[1024]; ; ) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    /** Room again. */
    public void free() throws IOException {
        Files.delete(folder.resolve("fill"));
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "--lazy", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
