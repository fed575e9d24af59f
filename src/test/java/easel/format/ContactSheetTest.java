package easel.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import easel.engine.Picture;
import easel.format.ContactSheet.Content;
import easel.format.ContactSheet.Heading;
import java.awt.Font;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactSheetTest {

    private static final int RED = 0;
    private static final int GREEN = 1;
    private static final int BLUE = 2;

    @Test
    void each_picture_stands_whole_in_its_column_and_row() {
        Picture sheet = ContactSheet.of("", new Heading("Steps", List.of("2", "4")), new Heading("CFG", List.of("1", "8")),
                (x, y) -> new Content.Shown(pure(64, x == 0 && y == 0 ? RED : x == 1 && y == 0 ? GREEN : BLUE)));
        assertThat(count(sheet, RED)).isEqualTo(64 * 64);
        assertThat(count(sheet, GREEN)).isEqualTo(64 * 64);
        assertThat(count(sheet, BLUE)).isEqualTo(2 * 64 * 64);
        assertThat(first(sheet, GREEN) % sheet.width()).isGreaterThan(first(sheet, RED) % sheet.width());
        assertThat(first(sheet, GREEN) / sheet.width()).isEqualTo(first(sheet, RED) / sheet.width());
        assertThat(first(sheet, BLUE) / sheet.width()).isGreaterThan(first(sheet, RED) / sheet.width());
    }

    @Test
    void title_names_labels_and_reasons_can_be_told_apart() {
        Picture one = sheet("Seed = 1", "Steps", "2", "gone");
        assertThat(sheet("Seed = 1", "Steps", "2", "gone")).isEqualTo(one);
        assertThat(sheet("Seed = 2", "Steps", "2", "gone")).isNotEqualTo(one);
        assertThat(sheet("Seed = 1", "Width", "2", "gone")).isNotEqualTo(one);
        assertThat(sheet("Seed = 1", "Steps", "3", "gone")).isNotEqualTo(one);
        assertThat(sheet("Seed = 1", "Steps", "2", "late")).isNotEqualTo(one);
    }

    @Test
    void chinese_labels_are_readable() {
        assumeTrue(new Font(Font.SANS_SERIF, Font.PLAIN, 12).canDisplayUpTo("步数海") < 0, "a font has them");
        assertThat(sheet("", "步数", "2", "海")).isNotEqualTo(sheet("", "数步", "2", "海")).isNotEqualTo(sheet("", "步数", "2", "数"));
    }

    @Test
    void a_large_picture_is_shrunk_and_a_hundred_rows_and_columns_stay_bounded() {
        Picture large = ContactSheet.of("", new Heading("", List.of("a")), Heading.NONE, (_, _) -> new Content.Shown(pure(3000, RED)));
        assertThat(large.width()).isBetween(1024, 1200);
        Heading hundred = new Heading("Words", Collections.nCopies(100, "long words ".repeat(100_000)));
        Picture many = ContactSheet.of("", hundred, hundred, (x, _) -> x == 0 ? new Content.Said("reason ".repeat(1000)) : new Content.Shown(pure(100, RED)));
        assertThat(Math.max(many.width(), many.height())).isLessThan(6500);
        assertThat(count(many, RED)).isEqualTo(99 * 100 * 48 * 48);
    }

    @Test
    void texts_of_every_kind_are_set_in_the_room_there_is() {
        for (String text : List.of("", " \n\t", "a", "\u0000\u0001", "👩‍🚀".repeat(1000), "שלום עולם ".repeat(50), "x".repeat(5000), "\ud83d", "行\n列")) {
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
            TextBlock block = TextBlock.of(text, font, 60, 2);
            assertThat(block.width()).as(text).isLessThanOrEqualTo(61);
            assertThat(block.height()).as(text).isLessThan(80);
            sheet(text, text, text, text);
        }
    }

    private static Picture sheet(String title, String name, String label, String reason) {
        return ContactSheet.of(title, new Heading(name, List.of(label)), new Heading(name, List.of(label)), (_, _) -> new Content.Said(reason));
    }

    private static Picture pure(int side, int channel) {
        byte[] samples = new byte[side * side * 3];
        for (int i = channel; i < samples.length; i += 3) {
            samples[i] = (byte) 255;
        }
        return Picture.of(side, side, 3, samples);
    }

    private static int[] places(Picture picture, int channel) {
        int[] found = new int[picture.width() * picture.height()];
        int count = 0;
        for (int pixel = 0; pixel < found.length; pixel++) {
            boolean pure = true;
            for (int c = 0; c < 3; c++) {
                pure &= (picture.samples()[pixel * 3 + c] & 0xFF) == (c == channel ? 255 : 0);
            }
            if (pure) {
                found[count++] = pixel;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int count(Picture picture, int channel) {
        return places(picture, channel).length;
    }

    private static int first(Picture picture, int channel) {
        return places(picture, channel)[0];
    }
}
