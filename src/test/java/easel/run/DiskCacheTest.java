package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Phase;
import easel.engine.Picture;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.Timings;
import easel.format.Infotext;
import easel.nodes.Conditioning;
import easel.nodes.Image;
import easel.nodes.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskCacheTest {

    private static final Made MADE = new Made("a \"boat\"\n山水", "ugly", new Sampling(Sampler.EULER, Scheduler.KARRAS, 20, 7.5), 42, OptionalDouble.of(0.25),
            "model", new Infotext("a boat", "ugly", Map.of("Steps", "20", "Seed", "42", "CFG scale", "7.5")), new Timings(Map.of(Phase.SAMPLING, 1.5), 1.6, 1.7), "cpu-1");

    @TempDir Path folder;

    private DiskCache cache(long bytes) {
        return new DiskCache(folder, bytes);
    }

    private static Key key(int n) {
        return new KeyMaker().add("key " + n).key();
    }

    private static Outputs picture(int channels, int seed) {
        byte[] samples = new byte[48 * 64 * channels];
        new Random(seed).nextBytes(samples);
        return new Outputs(Map.of("picture", new Image(Picture.of(48, 64, channels, samples), MADE)), null, null);
    }

    private void put(long bytes, int n, Outputs outputs) {
        DiskCache cache = cache(bytes);
        cache.put(key(n), outputs);
        cache.close();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".result")).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void a_picture_comes_back_after_a_restart_as_it_was(int channels) {
        put(1 << 30, 1, picture(channels, 1));
        assertThat(cache(1 << 30).get(key(1))).hasValue(picture(channels, 1));
        assertThat(cache(1 << 30).get(key(2))).isEmpty();
    }

    @Test
    void a_file_that_was_changed_or_cut_short_is_not_there() throws IOException {
        for (int at : new int[] {0, 5, 100, 2000, -3}) {
            put(1 << 30, 1, picture(3, 1));
            byte[] bytes = Files.readAllBytes(files().getFirst());
            int place = Math.floorMod(at, bytes.length);
            bytes[place] ^= 64;
            Files.write(files().getFirst(), bytes);
            assertThat(cache(1 << 30).get(key(1))).as("byte %d", at).isEmpty();
            assertThat(files()).isEmpty();
        }
        put(1 << 30, 1, picture(3, 1));
        Files.write(files().getFirst(), java.util.Arrays.copyOf(Files.readAllBytes(files().getFirst()), 500));
        assertThat(cache(1 << 30).get(key(1))).isEmpty();
    }

    @Test
    void a_result_under_another_name_is_not_there() throws IOException {
        put(1 << 30, 1, picture(3, 1));
        Path file = files().getFirst();
        Path other = folder.resolve(key(2).hex().substring(0, 2)).resolve(key(2).hex() + ".result");
        Files.createDirectories(other.getParent());
        Files.move(file, other);
        assertThat(cache(1 << 30).get(key(2))).isEmpty();
    }

    @Test
    void the_least_lately_used_go_first() throws Exception {
        for (int i = 0; i < 10; i++) {
            put(1 << 30, i, picture(3, i));
            // Times of files may be no finer than that.
            Files.setLastModifiedTime(folder.resolve(key(i).hex().substring(0, 2)).resolve(key(i).hex() + ".result"),
                    java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() - 100_000 + i * 1000));
        }
        assertThat(cache(1 << 30).get(key(0))).as("used just now").isPresent();
        put(60_000, 10, picture(3, 10));
        DiskCache after = cache(1 << 30);
        assertThat(after.get(key(0))).isPresent();
        assertThat(after.get(key(10))).isPresent();
        assertThat(after.get(key(1))).isEmpty();
        assertThat(files()).hasSizeBetween(3, 6);
    }

    @Test
    void where_a_picture_was_saved_is_known_while_that_very_file_is_there() throws Exception {
        Path saved = Files.writeString(folder.resolve("saved.png"), "picture");
        put(1 << 30, 1, new Outputs(Map.of(), null, saved));
        assertThat(cache(1 << 30).get(key(1)).orElseThrow().file()).isEqualTo(saved);
        Files.writeString(saved, "another picture");
        assertThat(cache(1 << 30).get(key(1))).isEmpty();
    }

    @Test
    void descriptions_are_not_written() throws IOException {
        put(1 << 30, 1, new Outputs(Map.of("prompt", new Conditioning("a boat")), null, null));
        put(1 << 30, 2, new Outputs(Map.of(), null, null));
        assertThat(files()).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_costs_nothing_but_time() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        DiskCache cache = new DiskCache(folder.resolve("file"), 1 << 30);
        cache.put(key(1), picture(3, 1));
        cache.close();
        assertThat(cache.get(key(1))).isEmpty();
    }

    @Test
    void what_waits_is_written_before_it_is_told_what_lies_there() throws Exception {
        DiskCache disk = cache(1 << 20);
        Cache cache = new Cache(1 << 20, disk, null);
        cache.put(key(1), picture(3, 1));
        cache.put(key(2), new Outputs(Map.of("prompt", new Conditioning("sea")), null, null));
        CompletableFuture<Set<Key>> there = new CompletableFuture<>();
        cache.lasting(Set.of(key(1), key(2), key(3)), there::complete);
        assertThat(there.get(10, TimeUnit.SECONDS)).containsExactly(key(1));
        cache.close();
    }
}
