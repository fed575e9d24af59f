package easel.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import easel.engine.EngineException;
import easel.engine.Failure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

    private static final String GOOD = "{\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[0,12]}}";

    @TempDir Path folder;

    @Test void tells_names_types_shapes_places_and_notes() throws Exception {
        ModelFile file = ModelFile.read(new Weights().f16("a", 2, 3).with("b", "F32", 4).note("title", "山 \"hills\"")
                .safetensors(folder.resolve("m.safetensors")));
        long header = file.bytes() - 12 - 16;
        assertThat(file.container()).isEqualTo(Container.SAFETENSORS);
        assertThat(file.tensors()).containsExactly(
                new TensorInfo("a", "F16", List.of(2L, 3L), header, 12),
                new TensorInfo("b", "F32", List.of(4L), header + 12, 16));
        assertThat(file.metadata()).containsEntry("title", "山 \"hills\"");
        assertThat(file.tensors().getFirst().axis(0, Container.SAFETENSORS)).isEqualTo(2);
        assertThat(file.tensors().getFirst().innermost(Container.SAFETENSORS)).isEqualTo(3);
    }

    @Test void takes_padding_and_unknown_keys_as_they_come() throws Exception {
        assertThat(ModelFile.read(file(GOOD + "    ", 12)).tensors()).hasSize(1);
        assertThat(ModelFile.read(file("{\"a\":{\"extra\":{\"x\":[1]},\"dtype\":\"F16\",\"shape\":[],\"data_offsets\":[0,2]}}", 2)).tensors())
                .extracting(TensorInfo::elements).containsExactly(1L);
    }

    @Test void a_file_that_ends_before_its_tensors_do_is_truncated_and_says_by_how_much() {
        Path file = file(GOOD, 5);
        assertThat(failure(file)).isEqualTo(new Failure.TruncatedFile(file, 8 + GOOD.length() + 5, 8 + GOOD.length() + 12));
    }

    @Test void a_file_that_ends_inside_its_header_is_truncated() {
        byte[] whole = bytes(GOOD, 12);
        Path file = Weights.write(folder.resolve("cut.safetensors"), java.util.Arrays.copyOf(whole, 30));
        assertThat(failure(file)).isEqualTo(new Failure.TruncatedFile(file, 30, 8 + GOOD.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"a\":{\"shape\":[2,3],\"data_offsets\":[0,12]}}",
        "{\"a\":{\"dtype\":\"F16\",\"data_offsets\":[0,12]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[2,3]}}",
        "{\"a\":{\"dtype\":16,\"shape\":[2,3],\"data_offsets\":[0,12]}}",
        "{\"a\":{\"dtype\":\"F99\",\"shape\":[2,3],\"data_offsets\":[0,12]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[0,11]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[12,0]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[-12,0]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[0]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[0,12,24]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[0.0,12]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[NaN,12]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[2,\"3\"],\"data_offsets\":[0,12]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":6,\"data_offsets\":[0,12]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[1,1,1,1,2,3],\"data_offsets\":[0,12]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[9223372036854775807,9223372036854775807],\"data_offsets\":[0,12]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[99999999999999999999],\"data_offsets\":[0,12]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[0,12]},\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[0,12]}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[0,12]},\"b\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[10,12]}}",
        "{\"a\":{\"dtype\":\"F16\",\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[0,12]}}",
        "{\"__metadata__\":{},\"__metadata__\":{},\"a\":{\"dtype\":\"F16\",\"shape\":[2,3],\"data_offsets\":[0,12]}}",
        "{\"a\":[]}", "{\"a\":null}", "{\"a\":1}", "{\"a\"", "{a:1}", "{\"a\":{\"dtype\":\"F16\"", "{}{}", "{} x", "{'a':1}", "{\"\\uD8\":1}"})
    void a_header_that_contradicts_itself_is_damage(String header) {
        assertThat(failure(file(header, 12))).isInstanceOf(Failure.DamagedFile.class);
    }

    @Test void text_that_is_no_utf8_is_damage() {
        byte[] whole = bytes(GOOD, 12);
        whole[10] = (byte) 0xC3;
        assertThat(failure(Weights.write(folder.resolve("utf.safetensors"), whole))).isInstanceOf(Failure.DamagedFile.class);
    }

    @Test void endless_nesting_is_damage() {
        String deep = "{\"a\":{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}";
        assertThat(failure(file(deep, 12))).isInstanceOf(Failure.DamagedFile.class);
    }

    private Failure failure(Path file) {
        return catchThrowableOfType(EngineException.class, () -> ModelFile.read(file)).failure();
    }

    private Path file(String header, int data) {
        return Weights.write(folder.resolve("h.safetensors"), bytes(header, data));
    }

    private static byte[] bytes(String header, int data) {
        byte[] utf8 = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + utf8.length + data).order(ByteOrder.LITTLE_ENDIAN).putLong(utf8.length).put(utf8).array();
    }
}
