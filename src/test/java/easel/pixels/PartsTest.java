package easel.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static Picture mask(String... rows) {
        byte[] samples = new byte[rows.length * rows[0].length()];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) switch (rows[at / rows[0].length()].charAt(at % rows[0].length())) {
                case '#' -> 255;
                case '+' -> 100;
                default -> 0;
            };
        }
        return Picture.of(rows[0].length(), rows.length, 1, samples);
    }

    private static List<Picture> all(Parts parts) {
        List<Picture> all = new ArrayList<>();
        for (int i = 0; i < parts.count(); i++) {
            all.add(parts.part(i));
        }
        return all;
    }

    @Test
    void what_touches_is_one_part_corners_too_and_half_tones_stay() {
        assertThat(all(Parts.of(mask("#..+", ".#..", "...#")))).containsExactly(mask("#...", ".#..", "...."), mask("...+", "....", "...."), mask("....", "....", "...#"));
    }

    @Test
    void arms_that_meet_further_down_are_one_part() {
        assertThat(all(Parts.of(mask("#.#.#", "#.#.#", "#####")))).containsExactly(mask("#.#.#", "#.#.#", "#####"));
        assertThat(all(Parts.of(mask("..#", ".#.", "#.#")))).hasSize(1);
    }

    @Test
    void a_black_mask_has_none_and_a_white_one_one() {
        assertThat(Parts.of(Masks.solid(3, 2, 0)).count()).isZero();
        assertThat(all(Parts.of(Masks.solid(3, 2, 255)))).containsExactly(Masks.solid(3, 2, 255));
    }

    @Test
    void specks_are_left_out_by_their_longer_side() {
        assertThat(Parts.of(mask("#.###", "....#", "#....")).without(3)).isEqualTo(mask("..###", "....#", "....."));
        assertThat(Parts.of(mask("#.###")).without(1)).isEqualTo(mask("#.###"));
    }

    @Test
    void parts_of_any_mask_are_those_that_a_flood_finds() {
        Random random = new Random(5);
        for (int round = 0; round < 40; round++) {
            int width = 1 + random.nextInt(30);
            byte[] samples = new byte[width * (1 + random.nextInt(20))];
            for (int at = 0; at < samples.length; at++) {
                samples[at] = (byte) (random.nextInt(10) < 4 ? 200 : 0);
            }
            Picture mask = Picture.of(width, samples.length / width, 1, samples);
            assertThat(all(Parts.of(mask))).isEqualTo(flooded(mask));
        }
    }

    private static List<Picture> flooded(Picture mask) {
        List<Picture> parts = new ArrayList<>();
        byte[] left = mask.samples().clone();
        for (int first = 0; first < left.length; first++) {
            if (left[first] != 0) {
                byte[] part = new byte[left.length];
                Deque<Integer> next = new ArrayDeque<>(List.of(first));
                while (!next.isEmpty()) {
                    int at = next.pop();
                    if (left[at] == 0) {
                        continue;
                    }
                    part[at] = left[at];
                    left[at] = 0;
                    for (int dy : new int[] {-1, 0, 1}) {
                        for (int dx : new int[] {-1, 0, 1}) {
                            int x = at % mask.width() + dx;
                            int y = at / mask.width() + dy;
                            if (x >= 0 && x < mask.width() && y >= 0 && y < mask.height()) {
                                next.push(y * mask.width() + x);
                            }
                        }
                    }
                }
                parts.add(Picture.of(mask.width(), mask.height(), 1, Arrays.copyOf(part, part.length)));
            }
        }
        return parts;
    }
}
