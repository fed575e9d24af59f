package easel.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import easel.engine.EngineException;
import easel.engine.Failure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufTest {

    @TempDir Path folder;

    @Test void tells_names_types_shapes_places_and_notes() throws Exception {
        ModelFile file = ModelFile.read(new Weights().f16("a", 2, 3).with("b", "F32", 4).note("general.architecture", "flux")
                .gguf(folder.resolve("m.gguf")));
        assertThat(file.container()).isEqualTo(Container.GGUF);
        long data = file.bytes() - 32 - 16;
        assertThat(data % 32).isZero();
        assertThat(file.tensors()).containsExactly(
                new TensorInfo("a", "F16", List.of(3L, 2L), data, 12), new TensorInfo("b", "F32", List.of(4L), data + 32, 16));
        assertThat(file.metadata()).containsEntry("general.architecture", "flux");
        assertThat(file.tensors().getFirst().axis(0, Container.GGUF)).isEqualTo(2);
        assertThat(file.tensors().getFirst().innermost(Container.GGUF)).isEqualTo(3);
    }

    @Test void passes_over_arrays_and_reads_every_kind_of_value() throws Exception {
        Weights.Bytes out = begin(3, 0, 12).text("n8").i32(0).raw(200).text("s8").i32(1).raw(200).text("n16").i32(2).u16(65535)
                .text("s16").i32(3).u16(65535).text("n32").i32(4).i32(-1).text("s32").i32(5).i32(-1)
                .text("f").i32(6).i32(Float.floatToIntBits(0.5f)).text("yes").i32(7).raw(1)
                .text("n64").i32(10).i64(-1).text("d").i32(12).i64(Double.doubleToLongBits(0.25))
                .text("tokens").i32(9).i32(8).i64(2).text("a").text("bc").text("numbers").i32(9).i32(5).i64(3).i32(1).i32(2).i32(3);
        ModelFile file = ModelFile.read(write(out));
        assertThat(file.metadata()).containsEntry("n8", "200").containsEntry("s8", "-56").containsEntry("n16", "65535")
                .containsEntry("s16", "-1").containsEntry("n32", "4294967295").containsEntry("s32", "-1").containsEntry("f", "0.5")
                .containsEntry("yes", "true").containsEntry("n64", "18446744073709551615").containsEntry("d", "0.25").hasSize(10);
    }

    @Test void follows_the_alignment_that_the_file_names() throws Exception {
        Weights.Bytes out = begin(2, 1, 1).text("general.alignment").i32(4).i32(64);
        tensor(out, "a", 0, 0, 4).pad(64);
        long data = out.size();
        assertThat(ModelFile.read(write(out.raw(new byte[16]))).tensors()).extracting(TensorInfo::offset).containsExactly(data);
    }

    @Test void counts_quantised_blocks() throws Exception {
        Weights.Bytes out = begin(3, 1, 0);
        tensor(out, "q", 12, 0, 256, 3).pad(32).raw(new byte[432]);
        assertThat(ModelFile.read(write(out)).tensors().getFirst().bytes()).isEqualTo(432);   // 3 blocks of 144
    }

    @Test void a_file_that_ends_before_its_tensors_do_is_truncated() {
        Weights.Bytes out = begin(3, 1, 0);
        tensor(out, "a", 0, 0, 100).pad(32);
        long data = out.size();
        assertThat(failure(out.raw(new byte[10]))).isEqualTo(new Failure.TruncatedFile(folder.resolve("g.gguf"), data + 10, data + 400));
    }

    @Test void what_native_code_dies_of_is_damage() {
        assertDamaged(tensor(begin(3, 1, 0), "removed type", 4, 0, 32));
        assertDamaged(tensor(begin(3, 1, 0), "no type", 42, 0, 32));
        assertDamaged(tensor(begin(3, 1, 0), "negative type", -1, 0, 32));
        assertDamaged(tensor(begin(3, 1, 0), "no length", 0, 0, 4, 0));
        assertDamaged(tensor(begin(3, 1, 0), "negative length", 0, 0, -4));
        assertDamaged(tensor(begin(3, 1, 0), "100%s", 0, 0, 4));
        assertDamaged(tensor(begin(3, 1, 0), "half a block", 2, 0, 16));
        assertDamaged(tensor(begin(3, 1, 0), "too large", 0, 0, 1L << 40, 1L << 40));
        assertDamaged(tensor(begin(3, 1, 0), "nine axes", 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        assertDamaged(tensor(tensor(begin(3, 2, 0), "twice", 0, 0, 8), "twice", 0, 32, 8));
        assertDamaged(tensor(tensor(begin(3, 2, 0), "over", 0, 0, 16), "each other", 0, 32, 8));
        assertDamaged(tensor(begin(3, 1, 0), "unaligned", 0, 7, 4));
        assertDamaged(begin(3, 0, 1).text("general.alignment").i32(8).text("32"));
        assertDamaged(begin(3, 0, 1).text("general.alignment").i32(4).i32(0));
        assertDamaged(begin(3, 0, 1).text("general.alignment").i32(4).i32(48));
        assertDamaged(begin(3, 0, 1).text("key %n").i32(4).i32(0));
        assertDamaged(begin(3, 0, 1).text("nested").i32(9).i32(9).i64(1).i32(4).i64(1).i32(0));
        assertDamaged(begin(3, 0, 1).text("type").i32(13).i32(0));
        assertDamaged(begin(3, 0, 2).text("same").i32(4).i32(0).text("same").i32(4).i32(0));
        assertDamaged(begin(1, 0, 0));
        assertDamaged(begin(4, 0, 0));
        assertDamaged(begin(0x03000000, 0, 0));
        assertDamaged(begin(3, -1, 0));
        assertDamaged(begin(3, 0, -1));
    }

    @Test void what_only_the_engines_second_reader_takes_must_not_have_arrays() throws Exception {
        assertThat(ModelFile.read(write(tensor(begin(3, 1, 0), "five axes", 0, 0, 1, 1, 1, 1, 4).pad(32).raw(new byte[16]))).tensors()).hasSize(1);
        Weights.Bytes out = begin(3, 1, 1).text("list").i32(9).i32(0).i64(1).raw(7);
        assertDamaged(tensor(out, "five axes", 0, 0, 1, 1, 1, 1, 4).pad(32).raw(new byte[16]));
    }

    private static Weights.Bytes begin(int version, long tensors, long pairs) {
        return new Weights.Bytes().raw('G', 'G', 'U', 'F').i32(version).i64(tensors).i64(pairs);
    }

    /** Axes innermost first, as in the file. */
    private static Weights.Bytes tensor(Weights.Bytes out, String name, int type, long offset, long... axes) {
        out.text(name).i32(axes.length);
        for (long axis : axes) {
            out.i64(axis);
        }
        return out.i32(type).i64(offset);
    }

    private void assertDamaged(Weights.Bytes content) {
        assertThat(failure(content.raw(new byte[200]))).isInstanceOf(Failure.DamagedFile.class);
    }

    private Failure failure(Weights.Bytes content) {
        Path file = write(content);
        return catchThrowableOfType(EngineException.class, () -> ModelFile.read(file)).failure();
    }

    private Path write(Weights.Bytes content) {
        return Weights.write(folder.resolve("g.gguf"), content.bytes());
    }
}
