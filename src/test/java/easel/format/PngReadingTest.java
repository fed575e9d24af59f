package easel.format;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PNG files as other tools lay them out. */
class PngReadingTest {

    @TempDir Path folder;

    @Test void comfyui_puts_both_forms_of_its_workflow_into_text_chunks() throws Exception {
        PictureTexts texts = texts(small()
                .latin1("tEXt", "prompt\0{\"3\": {\"class_type\": \"KSampler\"}}")
                .latin1("tEXt", "workflow\0{\"last_node_id\": 9, \"title\": \"\\u5c71\"}"));
        assertThat(texts.get(PictureTexts.COMFY_PROMPT)).contains("{\"3\": {\"class_type\": \"KSampler\"}}");
        assertThat(texts.get(PictureTexts.COMFY_WORKFLOW)).contains("{\"last_node_id\": 9, \"title\": \"\\u5c71\"}");
    }

    @Test void packed_texts_are_unpacked() throws Exception {
        PictureTexts texts = texts(small()
                .chunk("zTXt", RawPng.joined(bytes("parameters\0\0"), RawPng.packed(bytes("a caf\u00E9"))))
                .chunk("iTXt", RawPng.joined(bytes("workflow\0\1\0zh\0title\0"), RawPng.packed("山🌄".getBytes(StandardCharsets.UTF_8)))));
        assertThat(texts.get("parameters")).contains("a café");
        assertThat(texts.get("workflow")).contains("山🌄");
    }

    @Test void utf_8_in_a_latin_chunk_is_what_it_was_meant_to_be() throws Exception {
        PictureTexts texts = texts(small().chunk("tEXt", "parameters\0山，夕阳".getBytes(StandardCharsets.UTF_8)));
        assertThat(texts.get("parameters")).contains("山，夕阳");
    }

    @Test void texts_behind_the_pixels_count_and_the_last_of_a_name_wins() throws Exception {
        byte[] png = small().latin1("tEXt", "parameters\0first").rows(new int[] {1, 2, 3}).latin1("tEXt", "parameters\0last").end();
        assertThat(PictureFile.head(file(png)).texts().get("parameters")).contains("last");
    }

    @Test void a_damaged_text_is_left_out_and_the_picture_stays() throws Exception {
        byte[] png = small().latin1("tEXt", "prompt\0good").latin1("tEXt", "workflow\0bad").rows(new int[] {1, 2, 3}).end();
        String all = new String(png, StandardCharsets.ISO_8859_1);
        png[all.indexOf("bad")] = 'B';
        PictureFile read = PictureFile.read(file(png));
        assertThat(read.texts().byKeyword()).containsOnlyKeys("prompt");
        assertThat(read.picture()).isEqualTo(Picture.of(1, 1, 3, new byte[] {1, 2, 3}));
    }

    @Test void malformed_texts_are_left_out() throws Exception {
        PictureTexts texts = texts(small()
                .latin1("tEXt", "no zero").latin1("tEXt", " blank\0x").latin1("tEXt", "\0x").latin1("zTXt", "z\0").latin1("zTXt", "z\0\0nonsense")
                .latin1("zTXt", "z\0\1x").latin1("iTXt", "i\0").latin1("iTXt", "i\0\0\0").latin1("iTXt", "i\0\0\0en\0").latin1("iTXt", "i\0\5\0\0\0x")
                .latin1("iTXt", "i\0\1\0\0\0nonsense").latin1("tEXt", "empty\0"));
        assertThat(texts.byKeyword()).containsExactly(java.util.Map.entry("empty", ""));
    }

    @Test void grey_is_not_brightened() throws Exception {
        assertPixels(new RawPng().header(3, 1, 8, 0).rows(new int[] {0, 128, 255}), 3, 3, 0, 0, 0, 128, 128, 128, 255, 255, 255);
        assertPixels(new RawPng().header(2, 1, 16, 0).rows(new int[] {0x80, 0x80, 0xFF, 0xFF}), 2, 3, 128, 128, 128, 255, 255, 255);
        assertPixels(new RawPng().header(4, 1, 2, 0).rows(new int[] {0b00_01_10_11}), 4, 3,
                0, 0, 0, 85, 85, 85, 170, 170, 170, 255, 255, 255);
        assertPixels(new RawPng().header(8, 1, 1, 0).rows(new int[] {0b1000_0001}), 8, 3,
                255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255);
    }

    @Test void grey_with_alpha_has_four_channels() throws Exception {
        assertPixels(new RawPng().header(2, 1, 8, 4).rows(new int[] {100, 0, 200, 77}), 2, 4, 100, 100, 100, 0, 200, 200, 200, 77);
    }

    @Test void sixteen_bits_are_rounded_to_eight() throws Exception {
        assertPixels(new RawPng().header(1, 1, 16, 2).rows(new int[] {0x7F, 0xFF, 0x80, 0x00, 0xFF, 0x80}), 1, 3, 127, 128, 255);
        assertPixels(new RawPng().header(1, 1, 16, 6).rows(new int[] {0xFF, 0xFF, 0, 0, 0x80, 0x80, 0x40, 0x40}), 1, 4, 255, 0, 128, 64);
    }

    @Test void a_palette_gives_its_colours_and_its_transparency() throws Exception {
        byte[] palette = {10, 20, 30, 40, 50, 60, (byte) 200, (byte) 210, (byte) 220};
        assertPixels(new RawPng().header(3, 1, 8, 3).chunk("PLTE", palette).rows(new int[] {2, 0, 1}), 3, 3,
                200, 210, 220, 10, 20, 30, 40, 50, 60);
        assertPixels(new RawPng().header(2, 1, 8, 3).chunk("PLTE", palette).chunk("tRNS", new byte[] {(byte) 99}).rows(new int[] {0, 1}), 2, 4,
                10, 20, 30, 99, 40, 50, 60, 255);
    }

    @Test void a_transparent_colour_is_transparent() throws Exception {
        assertPixels(new RawPng().header(2, 1, 8, 2).chunk("tRNS", new byte[] {0, 1, 0, 2, 0, 3}).rows(new int[] {1, 2, 3, 4, 5, 6}), 2, 4,
                1, 2, 3, 0, 4, 5, 6, 255);
    }

    @Test void alpha_is_straight_and_hidden_colours_survive() throws Exception {
        assertPixels(new RawPng().header(2, 1, 8, 6).rows(new int[] {9, 8, 7, 0, 200, 100, 50, 1}), 2, 4, 9, 8, 7, 0, 200, 100, 50, 1);
    }

    @Test void a_strange_ancillary_chunk_does_no_harm() throws Exception {
        byte[] palette = {1, 2, 3};
        assertPixels(new RawPng().header(1, 1, 8, 3).latin1("iCCP", "x").latin1("pHYs", "").latin1("vpAg", "abc").chunk("PLTE", palette)
                .rows(new int[] {0}), 1, 3, 1, 2, 3);
    }

    @Test void a_last_chunk_without_its_checksum_is_forgiven() throws Exception {
        byte[] png = small().rows(new int[] {1, 2, 3}).end();
        assertThat(PictureFile.read(file(java.util.Arrays.copyOf(png, png.length - 4))).picture().at(0, 0, 2)).isEqualTo(3);
    }

    private static RawPng small() {
        return new RawPng().header(1, 1, 8, 2);
    }

    private PictureTexts texts(RawPng png) throws Exception {
        return PictureFile.read(file(png.rows(new int[] {1, 2, 3}).end())).texts();
    }

    private void assertPixels(RawPng png, int width, int channels, int... samples) throws Exception {
        Picture picture = PictureFile.read(file(png.end())).picture();
        assertThat(picture).hasToString("Picture " + width + "x1x" + channels);
        int[] read = new int[samples.length];
        for (int i = 0; i < read.length; i++) {
            read[i] = picture.samples()[i] & 0xFF;
        }
        assertThat(read).containsExactly(samples);
    }

    private Path file(byte[] png) throws IOException {
        return Files.write(folder.resolve("p.png"), png);
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }
}
