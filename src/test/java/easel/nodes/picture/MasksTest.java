package easel.nodes.picture;

import static easel.nodes.Alone.colours;
import static easel.nodes.Alone.grey;
import static easel.nodes.Alone.motley;
import static easel.nodes.Alone.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import easel.engine.Picture;
import easel.pixels.Feather;
import easel.pixels.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nodes that make, change and join masks. */
class MasksTest {

    private static final Picture ANY = motley(17, 13, 1);

    @ParameterizedTest
    @CsvSource({"0,true", "1,true", "2,true", "3,true", "6,true", "7,true", "40,true", "1,false", "4,false", "40,false", "-1,true", "-2,true", "-3,false", "-30,true", "16384,true", "-16384,false"})
    void growing_takes_the_brightest_within_a_diamond_or_a_square(int by, boolean tapered) {
        Picture grown = node("grow-mask").on("mask", ANY).with("expand", by).with("tapered_corners", tapered).picture();
        int far = Math.abs(by);
        for (int y = 0; y < ANY.height(); y++) {
            for (int x = 0; x < ANY.width(); x++) {
                int most = by < 0 ? 255 : 0;
                for (int v = 0; v < ANY.height(); v++) {
                    for (int u = 0; u < ANY.width(); u++) {
                        int across = Math.abs(u - x);
                        int down = Math.abs(v - y);
                        if (tapered ? across + down <= far : Math.max(across, down) <= far) {
                            most = by < 0 ? Math.min(most, ANY.at(u, v, 0)) : Math.max(most, ANY.at(u, v, 0));
                        }
                    }
                }
                assertThat(grown.at(x, y, 0)).as("%d, %d", x, y).isEqualTo(most);
            }
        }
    }

    @Test
    void a_softened_mask_has_grown_and_fades() {
        Picture half = grey(60, 5, (x, _) -> x < 30 ? 255 : 0);
        Picture soft = node("soften-mask").on("mask", half).with("grow", 5).with("feather", 8).picture();
        assertThat(soft.at(10, 2, 0)).isEqualTo(255);
        assertThat(soft.at(34, 2, 0) + soft.at(35, 2, 0)).as("the edge lies between").isCloseTo(255, within(2));
        assertThat(soft.at(55, 2, 0)).isZero();
        Picture hard = node("soften-mask").on("mask", half).with("grow", -5).with("feather", 0).picture();
        assertThat(new int[] {hard.at(24, 2, 0), hard.at(25, 2, 0)}).containsExactly(255, 0);
    }

    @Test
    void a_frame_fades_by_so_many_pixels_on_each_side() {
        Picture framed = node("feather-mask").on("mask", grey(10, 10, (_, _) -> 255)).with("left", 4).with("bottom", 2).picture();
        assertThat(new int[] {framed.at(0, 0, 0), framed.at(1, 0, 0), framed.at(3, 0, 0), framed.at(9, 0, 0)}).containsExactly(64, 128, 255, 255);
        assertThat(new int[] {framed.at(9, 9, 0), framed.at(9, 8, 0), framed.at(0, 9, 0)}).containsExactly(128, 255, 32);
    }

    @Test
    void a_side_that_fades_further_than_the_mask_reaches_fades_over_all_of_it() {
        Picture framed = node("feather-mask").on("mask", grey(10, 10, (_, _) -> 255)).with("left", 16_384).picture();
        assertThat(new int[] {framed.at(0, 5, 0), framed.at(4, 5, 0), framed.at(9, 5, 0)}).containsExactly(26, 128, 255);
    }

    @Test
    void a_small_part_of_a_large_mask_grows_and_fades_as_it_would_in_the_whole() {
        Picture alone = grey(200, 120, (x, y) -> x >= 90 && x < 97 && y >= 3 && y < 9 ? 255 : 0);
        Picture withCorners = grey(200, 120, (x, y) -> x >= 90 && x < 97 && y >= 3 && y < 9 || x == 0 && y == 119 || x == 199 && y == 119 ? 255 : 0);
        Picture part = Feather.of(alone, 5, 12);
        Picture whole = Feather.of(withCorners, 5, 12);
        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 200; x++) {
                assertThat(part.at(x, y, 0)).as("%d, %d", x, y).isEqualTo(whole.at(x, y, 0));
            }
        }
        assertThat(Pictures.isBlack(Feather.of(grey(9, 9, (_, _) -> 0), 5, 12))).isTrue();
    }

    @Test
    void thresholds_inversion_crops_and_solid_masks() {
        assertThat(node("threshold-mask").on("mask", grey(3, 1, (x, _) -> 127 + x)).picture().samples()).containsExactly(0, -1, -1);
        assertThat(node("invert-mask").on("mask", ANY).picture().at(4, 4, 0)).isEqualTo(255 - ANY.at(4, 4, 0));
        Picture cut = node("crop-mask").on("mask", ANY).with("x", 10).with("y", 2).with("width", 3).with("height", 99).picture();
        assertThat(new int[] {cut.width(), cut.height(), cut.at(1, 3, 0)}).containsExactly(3, 11, ANY.at(11, 5, 0));
        Picture solid = node("solid-mask").with("value", 0.5).with("width", 3).with("height", 2).picture();
        assertThat(solid).isEqualTo(grey(3, 2, (_, _) -> 128));
    }

    @ParameterizedTest
    @CsvSource({"multiply,50,100,20", "add,200,100,255", "subtract,50,100,0", "and,200,100,0", "and,200,128,255", "or,10,200,255", "xor,200,200,0", "xor,200,3,255"})
    void masks_are_joined_at_a_place(String operation, int under, int over, int expected) {
        Picture joined = node("join-masks").on("destination", grey(6, 6, (_, _) -> under)).on("source", grey(9, 9, (_, _) -> over)).with("x", 2).with("y", 3)
                .with("operation", operation).picture();
        assertThat(joined.at(2, 3, 0)).isEqualTo(expected);
        assertThat(joined.at(1, 3, 0)).isEqualTo(under);
        assertThat(joined.at(5, 5, 0)).isEqualTo(expected);
    }

    @Test
    void a_mask_of_a_colour_fades_beyond_its_tolerance() {
        Picture greens = colours(256, 1, (x, _, c) -> c == 1 ? 255 - x : 0);
        Picture mask = node("mask-from-colour").on("picture", greens).with("colour", "#00FF00").with("tolerance", 50).with("softness", 100).picture();
        assertThat(new int[] {mask.at(0, 0, 0), mask.at(50, 0, 0), mask.at(100, 0, 0), mask.at(150, 0, 0), mask.at(255, 0, 0)}).containsExactly(255, 255, 128, 0, 0);
        Picture exactly = node("image-color-to-mask").on("image", greens).with("color", 255 << 8).picture();
        assertThat(new int[] {exactly.at(0, 0, 0), exactly.at(1, 0, 0)}).containsExactly(255, 0);
    }

    @Test
    void a_mask_of_brightness_lies_between_two_levels() {
        Picture mask = node("mask-from-brightness").on("picture", grey(256, 1, (x, _) -> x)).with("least", 100).with("most", 200).with("softness", 3).picture();
        assertThat(new int[] {mask.at(96, 0, 0), mask.at(98, 0, 0), mask.at(100, 0, 0), mask.at(200, 0, 0), mask.at(203, 0, 0), mask.at(204, 0, 0)})
                .containsExactly(0, 128, 255, 255, 64, 0);
    }

    @Test
    void channels_become_masks_and_masks_pictures() {
        Picture four = motley(5, 4, 4);
        String[] channels = {"red", "green", "blue", "alpha"};
        for (int c = 0; c < 4; c++) {
            assertThat(node("mask-from-channel").on("image", four).with("channel", channels[c]).picture().at(3, 2, 0)).isEqualTo(four.at(3, 2, c));
        }
        assertThat(node("mask-from-channel").on("image", motley(5, 4, 3)).with("channel", "alpha").picture().samples()).containsOnly((byte) 255);
        assertThat(node("mask-to-picture").on("mask", ANY).picture().at(7, 7, 2)).isEqualTo(ANY.at(7, 7, 0));
    }

    @Test
    void room_for_outpainting_is_grey_and_its_mask_fades_into_the_picture_by_the_square() {
        Picture padded = node("image-pad-for-outpaint").on("image", motley(40, 40, 3)).with("left", 16).with("feathering", 8).picture("image");
        assertThat(new int[] {padded.width(), padded.at(3, 3, 0), padded.at(16, 0, 1)}).containsExactly(56, 128, motley(40, 40, 3).at(0, 0, 1));
        Picture mask = node("image-pad-for-outpaint").on("image", motley(40, 40, 3)).with("left", 16).with("feathering", 8).picture("mask");
        assertThat(new int[] {mask.at(15, 9, 0), mask.at(16, 9, 0), mask.at(20, 9, 0), mask.at(24, 9, 0), mask.at(55, 0, 0)}).containsExactly(255, 255, 64, 0, 0);
    }
}
