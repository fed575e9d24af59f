package easel.format;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Check;
import easel.graph.Document;
import easel.nodes.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WorkflowMutationTest {

    private static final int SEED = 20260614;

    @Test
    void a_thousand_damaged_files_give_a_document_or_a_typed_refusal() throws Exception {
        damaged(1_000, SEED);
    }

    @Test
    @Tag("large")
    void ten_thousand_damaged_files_give_a_document_or_a_typed_refusal() throws Exception {
        damaged(10_000, SEED + 1);
    }

    private static void damaged(int times, int seed) throws Exception {
        byte[] preset = bytes("/presets/text-to-image.easel.json");
        byte[] nested = bytes("/easel/format/version-1.easel.json");
        Random random = new Random(seed);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < times; i++) {
            String text = new String(mutated(i % 2 == 0 ? preset : nested, random), StandardCharsets.UTF_8);
            try {
                Document document = WorkflowFile.parse(text);
                Check.of(document, Catalogue::schema).forEach(p -> assertThat(p.code()).isNotNull());
                // What could be read can be written, and is read as the same again.
                Document again = WorkflowFile.parse(WorkflowFile.text(document));
                assertThat(again).as(text).isEqualTo(document);
                assertThat(WorkflowFile.text(again)).isEqualTo(WorkflowFile.text(document));
                read++;
            } catch (WorkflowException e) {
                assertThat(e.code()).isNotNull();
                refused++;
            }
        }
        // Both happen, else the mutations would be too mild or too wild to say anything.
        assertThat(read).isGreaterThan(times / 10);
        assertThat(refused).isGreaterThan(times / 10);
    }

    private static byte[] bytes(String resource) throws IOException {
        try (var in = WorkflowMutationTest.class.getResourceAsStream(resource)) {
            return in.readAllBytes();
        }
    }

    private static byte[] mutated(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        String tokens = "{}[]\",:0123456789-eE.truefalsn\\\u0000 ";
        switch (random.nextInt(4)) {
            case 0 -> bytes[random.nextInt(bytes.length)] = (byte) tokens.charAt(random.nextInt(tokens.length()));
            case 1 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            case 2 -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            default -> {
                // A stretch of it moved elsewhere: structure that is JSON in places and wrong in others.
                int length = 1 + random.nextInt(40);
                System.arraycopy(sound, random.nextInt(sound.length - length), bytes, random.nextInt(bytes.length - length), length);
            }
        }
        return bytes;
    }
}
