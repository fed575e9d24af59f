package easel.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import easel.engine.EngineException;
import easel.engine.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchTest {

    @TempDir Path folder;

    @Test void tells_names_types_shapes_and_places_in_an_archive() throws Exception {
        Path path = Weights.of().f16("a", 2, 3).with("b", "F32", 4).torchZip(folder.resolve("m.ckpt"), false);
        ModelFile file = ModelFile.read(path);
        assertThat(file.container()).isEqualTo(Container.TORCH_ZIP);
        assertThat(file.tensors()).extracting(TensorInfo::name).containsExactly("a", "b");
        assertThat(file.tensors()).extracting(TensorInfo::type).containsExactly("F16", "F32");
        assertThat(file.tensors()).extracting(TensorInfo::shape).containsExactly(List.of(2L, 3L), List.of(4L));
        assertThat(file.tensors()).extracting(TensorInfo::bytes).containsExactly(12L, 16L);
        // The entry's own header ends with its name, right before the bytes.
        byte[] all = Files.readAllBytes(path);
        int b = (int) file.tensors().get(1).offset();
        assertThat(new String(all, b - "archive/data/1".length(), "archive/data/1".length(), StandardCharsets.US_ASCII)).isEqualTo("archive/data/1");
    }

    @Test void reads_an_archive_that_was_packed_again() throws Exception {
        ModelFile file = ModelFile.read(Weights.of("a", "b").torchZip(folder.resolve("m.pth"), true));
        assertThat(file.tensors()).extracting(TensorInfo::name).containsExactly("a", "b");
        assertThat(file.tensors()).extracting(TensorInfo::offset).containsExactly(-1L, -1L);
    }

    @Test void reads_the_files_from_before_archives() throws Exception {
        ModelFile file = ModelFile.read(Weights.of("a", "b").torchLegacy(folder.resolve("m.pt")));
        assertThat(file.container()).isEqualTo(Container.TORCH_LEGACY);
        assertThat(file.tensors()).extracting(TensorInfo::name).containsExactly("a", "b");
        assertThat(file.tensors()).extracting(TensorInfo::offset).containsExactly(file.bytes() - 8 - 8 - 8, file.bytes() - 8);
    }

    @Test void a_cut_file_from_before_archives_is_truncated() throws Exception {
        Path whole = Weights.of("a").torchLegacy(folder.resolve("m.pt"));
        byte[] all = Files.readAllBytes(whole);
        Path cut = Weights.write(folder.resolve("cut.pt"), Arrays.copyOf(all, all.length - 3));
        assertThat(failure(cut)).isEqualTo(new Failure.TruncatedFile(cut, all.length - 3, all.length));
    }

    @Test void tensors_in_nested_dicts_keep_their_own_names_and_other_things_are_passed_over() throws Exception {
        byte[] inner = Weights.of("w").stateDict();
        Weights.Bytes pickle = new Weights.Bytes().raw(0x80, 2, '}', '(').unicode("epoch").raw('K', 6).unicode("callback")
                .global("os", "system").raw('(').unicode("echo").raw('t', 'R').unicode("state_dict")
                .raw(Arrays.copyOfRange(inner, 2, inner.length - 1)).raw('u', '.');
        ModelFile file = ModelFile.read(archive(pickle.bytes(), new byte[8]));
        assertThat(file.tensors()).extracting(TensorInfo::name).containsExactly("w");
        assertThat(file.metadata()).containsEntry("epoch", "6");
    }

    @Test void archives_without_a_model_are_named() throws Exception {
        Path zip = folder.resolve("x.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
        }
        assertThat(failure(zip)).isEqualTo(new Failure.NotAModel(zip, "ZIP"));
        Path noTensors = archive(new byte[] {(byte) 0x80, 2, '}', '.'}, new byte[0]);
        assertThat(failure(noTensors)).isEqualTo(new Failure.NotAModel(noTensors, "PICKLE"));
    }

    @Test void pickles_that_contradict_themselves_are_damage() throws Exception {
        for (byte[] pickle : List.of(bytes('.'), bytes(')', 'R', '.'), bytes('u', '.'), bytes('h', 3, '.'), bytes(0x80, 9, '.'),
                bytes(0xFF), bytes('}', '(', 'K', 1, 'u', '.'), bytes('I', 'x', '\n', '.'), bytes(0x8D, 255, 255, 255, 255, 255, 255, 255, 255),
                bytes('K', 1, 'a', '.'), bytes('N'))) {
            assertThat(failure(archive(pickle, new byte[0]))).as(Arrays.toString(pickle)).isInstanceOf(Failure.DamagedFile.class);
        }
    }

    @Test void a_pickle_that_would_grow_without_end_is_damage() throws Exception {
        Weights.Bytes pickle = new Weights.Bytes().raw(0x80, 2, ']', 'q', 0);
        for (int i = 0; i < 100; i++) {   // each list holds the one before twice: 2^100 values where references are copied
            pickle.raw('0', ']', '(', 'h', i, 'h', i, 'e', 'q', i + 1);
        }
        assertThat(failure(archive(pickle.raw('.').bytes(), new byte[0]))).isInstanceOf(Failure.DamagedFile.class);
    }

    @Test void a_dict_inside_itself_ends() throws Exception {
        byte[] pickle = new Weights.Bytes().raw(0x80, 2, '}', 'q', 0).unicode("self").raw('h', 0, 's', '.').bytes();
        assertThat(failure(archive(pickle, new byte[0]))).isInstanceOf(Failure.NotAModel.class);
    }

    @Test void a_tensor_outside_its_storage_is_damage() throws Exception {
        assertThat(failure(archive(Weights.of("w").stateDict(), new byte[7]))).isInstanceOf(Failure.DamagedFile.class);
    }

    private Path archive(byte[] pickle, byte[] storage) throws Exception {
        Path file = folder.resolve("made.pt");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("made/data.pkl"));
            out.write(pickle);
            out.putNextEntry(new ZipEntry("made/data/0"));
            out.write(storage);
        }
        return file;
    }

    private static byte[] bytes(int... bytes) {
        return new Weights.Bytes().raw(bytes).bytes();
    }

    private static Failure failure(Path file) {
        return catchThrowableOfType(EngineException.class, () -> ModelFile.read(file)).failure();
    }
}
