package easel.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seeded random texts, built from the pieces that the format trips over. */
class InfotextRoundTripTest {

    private static final String[] PIECES = {
            "a cat", " ", ", ", ":", "\n", "\r\n", "\r", "\n\n", "\"", "\\", "\\\"", "\t", "(word:1.2)", "<lora:ink:0.8>", "山，夕阳", "🌄", "\uD83C",
            "Negative prompt:", "Negative prompt: x", "Steps: 20", "Seed: 1", "Size: 8x8", "Steps: 1, Seed: 2, Size: 3x4", "Prompt lines: 1",
            "Prompt lines: 1, Negative lines: 0, Settings: 0", ", Negative lines: 1", ", Settings: 3", "é", "\u2028", "\u00A0", "\u0000", "'", "{a|b}", "__file__"};
    private static final String[] NAMES = {
            "Steps", "Sampler", "CFG scale", "Seed", "Size", "Model", "Lora hashes", "Version", "Prompt lines", "Negative lines", "Settings", "山水", "a-b/c", "_x"};

    @Test void what_is_written_is_read_again() {
        int told = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            Map<String, String> settings = new LinkedHashMap<>();
            for (int n = random.nextInt(6); n > 0; n--) {
                settings.put(NAMES[random.nextInt(NAMES.length)], random.nextBoolean() ? Integer.toString(random.nextInt(4)) : text(random, 3));
            }
            Infotext written = new Infotext(text(random, 8), text(random, 5), settings);
            String text = written.text();
            assertThat(Infotext.parse(text)).as("seed %d: %s", seed, text).isEqualTo(written);
            told += text.contains(", Settings: " + settings.size()) ? 1 : 0;
        }
        assertThat(told).isBetween(1000, 19_000);   // both ways of writing were tried
    }

    @Test void whatever_is_read_is_written_so_that_it_is_read_the_same() {
        for (int seed = 0; seed < 20_000; seed++) {
            Infotext read = Infotext.parse(text(new Random(seed), 20));
            assertThat(Infotext.parse(read.text())).as("seed %d", seed).isEqualTo(read);
        }
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(most + 1); n > 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
