package easel.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import easel.engine.EngineException;
import easel.engine.Failure;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileFilesTest {

    @TempDir Path folder;

    /** Ways to write a file. */
    enum Way {
        SAFETENSORS("m.safetensors", Weights::safetensors), GGUF("m.gguf", Weights::gguf),
        TORCH_ZIP("m.ckpt", (w, p) -> w.torchZip(p, false)), TORCH_PACKED("m.pth", (w, p) -> w.torchZip(p, true)),
        TORCH_LEGACY("m.pt", Weights::torchLegacy);

        private final String name;
        private final BiFunction<Weights, Path, Path> write;

        Way(String name, BiFunction<Weights, Path, Path> write) {
            this.name = name;
            this.write = write;
        }
    }

    @ParameterizedTest @EnumSource void a_file_cut_anywhere_is_a_failure_with_a_name(Way way) throws Exception {
        byte[] whole = small(way);
        for (int length = 0; length < whole.length; length++) {
            Path cut = Weights.write(folder.resolve("cut-" + way.name), Arrays.copyOf(whole, length));
            Optional<Failure> failure = failure(cut);
            assertThat(failure).as("cut to %d of %d bytes", length, whole.length).isPresent();
            assertThat(failure.get()).isInstanceOfAny(length == 0 ? Failure.EmptyFile.class : Failure.TruncatedFile.class,
                    Failure.DamagedFile.class, Failure.NotAModel.class);
            if (failure.get() instanceof Failure.TruncatedFile(Path _, long bytes, long expected)) {
                assertThat(bytes).isEqualTo(length);
                assertThat(expected).isGreaterThan(length).isLessThanOrEqualTo(whole.length);
            }
        }
        assertThat(failure(Weights.write(folder.resolve("whole-" + way.name), whole))).isEmpty();
    }

    @ParameterizedTest @EnumSource void a_thousand_mutations_never_give_more_than_a_failure_with_a_name(Way way) throws Exception {
        byte[] whole = small(way);
        Random random = new Random(20260614 + way.ordinal());
        Path file = folder.resolve("mutated-" + way.name);
        int refused = 0;
        long slowest = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] mutated = mutated(whole, random);
            Weights.write(file, mutated);
            long begin = cpu();
            refused += failure(file).isPresent() ? 1 : 0;
            slowest = Math.max(slowest, cpu() - begin);
        }
        assertThat(refused).isGreaterThan(300);
        assertThat(slowest).as("nanoseconds of processor time").isLessThan(100_000_000);
    }

    @Test void a_header_of_two_hundred_megabytes_is_refused_at_once() {
        byte[] begin = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN).putLong(200_000_000).put((byte) '{').array();
        assertRefusedAtOnce(Weights.write(folder.resolve("long.safetensors"), begin, 300_000_000));
    }

    @Test void a_billion_tensors_are_refused_at_once() {
        assertRefusedAtOnce(gguf(1_000_000_000, 0, 100_000_000));
    }

    @Test void a_billion_pairs_are_refused_at_once() {
        assertRefusedAtOnce(gguf(0, 1_000_000_000, 100_000_000));
    }

    @Test void an_array_of_a_billion_texts_ends_with_the_header_that_is_allowed() {
        byte[] begin = new Weights.Bytes().raw('G', 'G', 'U', 'F').i32(3).i64(0).i64(1).text("tokens").i32(9).i32(8).i64(1_000_000_000).bytes();
        assertThat(failure(Weights.write(folder.resolve("array.gguf"), begin, 1_000_000_000))).get().isInstanceOf(Failure.DamagedFile.class);
    }

    @Test void a_hole_of_a_gigabyte_where_weights_are_is_not_read() throws Exception {
        Path file = new Weights().f16("decoder.conv_in.weight", 1 << 15, 1 << 14).safetensors(folder.resolve("large.safetensors"));
        ModelFile.read(file);
        long before = allocated();
        ModelFile.read(file);
        assertThat(allocated() - before).isLessThan(2_000_000);
    }

    private Path gguf(long tensors, long pairs, long length) {
        return Weights.write(folder.resolve("many.gguf"),
                new Weights.Bytes().raw('G', 'G', 'U', 'F').i32(3).i64(tensors).i64(pairs).bytes(), length);
    }

    private static void assertRefusedAtOnce(Path file) {
        failure(file);   // classes are loaded
        long memory = allocated();
        long time = cpu();
        assertThat(failure(file)).get().isInstanceOf(Failure.DamagedFile.class);
        assertThat(cpu() - time).as("nanoseconds of processor time").isLessThan(50_000_000);
        assertThat(allocated() - memory).as("bytes").isLessThan(1_000_000);
    }

    private byte[] small(Way way) throws Exception {
        Weights weights = Weights.of("model.diffusion_model.input_blocks.0.0.weight", "b.bias").with("c", "F32", 3).note("k", "v");
        return Files.readAllBytes(way.write.apply(weights, folder.resolve(way.name)));
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 8), (byte) 0xFF);
                case 3 -> bytes[at] = (byte) "\"{}[],:0-9%".charAt(random.nextInt(11));
                case 4 -> System.arraycopy(whole, random.nextInt(whole.length - 8), bytes, Math.min(at, bytes.length - 8), 8);
                default -> bytes = Arrays.copyOf(bytes, Math.max(16, random.nextInt(bytes.length + 20)));
            }
        }
        return bytes;
    }

    private static Optional<Failure> failure(Path file) {
        try {
            ModelFile.read(file);
            return Optional.empty();
        } catch (EngineException e) {
            return Optional.of(e.failure());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return fail("not a failure with a name", e);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
