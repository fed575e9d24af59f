package easel.nodes.paint;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.nodes.Alone;
import easel.pixels.Feather;
import easel.pixels.Masks;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionTilesTest {

    @Test
    void a_tile_fades_as_if_the_whole_picture_were_looked_at() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            Picture picture = Alone.motley(1 + random.nextInt(90), 1 + random.nextInt(70), 3);
            int columns = 1 + random.nextInt(4);
            int rows = 1 + random.nextInt(4);
            int feather = random.nextInt(30);
            Regions regions = Regions.grid(picture, columns, rows, feather, null);
            int which = random.nextInt(regions.count());
            Picture shown = regions.shown(which);
            Picture whole = null;
            for (int at = 0, met = -1; whole == null; at++) {
                Regions.Tile tile = Regions.Tile.of(picture, columns, rows, at);
                met += tile.width() > 0 && tile.height() > 0 ? 1 : 0;
                if (met == which) {
                    whole = Feather.of(Masks.box(picture.width(), picture.height(), tile.x(), tile.y(), tile.width(), tile.height()), 0, feather);
                }
            }
            assertThat(shown).as("%d x %d in %d x %d, %d, feather %d", picture.width(), picture.height(), columns, rows, which, feather).isEqualTo(whole);
        }
    }
}
