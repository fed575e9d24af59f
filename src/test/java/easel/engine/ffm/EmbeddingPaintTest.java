package easel.engine.ffm;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ContextKey;
import easel.engine.Embedding;
import easel.engine.Job;
import easel.engine.Outcome;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.Result;
import easel.platform.Home;
import easel.support.RealEngine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Textual inversions of two vectors, on the real library and the real weights. */
@Timeout(120)
class EmbeddingPaintTest {

    @TempDir Path folder;
    private long jobs;

    /** Two vectors of the text encoder's width, as trainers write them. */
    private Path vectors(String name, long seed) throws Exception {
        byte[] header = "{\"emb_params\":{\"dtype\":\"F32\",\"shape\":[2,768],\"data_offsets\":[0,6144]}}".getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + header.length + 6144).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header);
        Random random = new Random(seed);
        for (int i = 0; i < 2 * 768; i++) {
            file.putFloat((float) random.nextGaussian());
        }
        return Files.write(folder.resolve(name), file.array());
    }

    @Test
    void a_name_that_stands_by_itself_is_its_vectors_in_whatever_case_and_one_within_a_word_is_not() throws Exception {
        NativeEngine engine = new NativeEngine(Library.load(Home.library()), Files.createTempFile(folder, "easel", ".words"));
        ContextKey one = RealEngine.starterOnCpu().with(List.of(new Embedding("dusk", vectors("one.safetensors", 1))));
        ContextKey other = RealEngine.starterOnCpu().with(List.of(new Embedding("dusk", vectors("two.safetensors", 2))));
        Picture named = painted(engine, one, "mountains, Dusk");
        Picture within = painted(engine, one, "mountains, duskland");
        Picture namedByOther = painted(engine, other, "mountains, (DUSK:1.0)");
        Picture withinByOther = painted(engine, other, "mountains, duskland");
        assertThat(named).isNotEqualTo(namedByOther).isNotEqualTo(within);
        assertThat(within).isEqualTo(withinByOther);
        engine.drop();
    }

    private Picture painted(NativeEngine engine, ContextKey context, String prompt) {
        Outcome outcome = engine.run(++jobs, new Job.Paint(context, RealEngine.request(prompt, 2, 5), Preview.NONE), _ -> { });
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Result.Painted) ((Outcome.Done) outcome).result()).picture();
    }
}
