package easel.nodes.paint;

import easel.engine.Picture;
import easel.nodes.Mask;
import easel.pixels.Feather;
import easel.pixels.Masks;
import easel.pixels.Parts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a picture is painted anew, region after region. Each is made when it is asked for: it is as large as the picture. */
interface Regions {

    /** How many there are. */
    int count();

    /** How much of the new shows where. */
    Picture shown(int which);

    /**
     * The parts of a mask that touch no other once they are grown and faded: those that do would be painted twice.
     *
     * @param smallest parts whose longer side is shorter than so many pixels are left out
     */
    static Regions parts(Mask mask, Picture picture, int smallest, int grow, int feather) {
        Patch.shown(mask, picture, 0, 0);
        Parts parts = Parts.of(Feather.of(Parts.of(mask.picture()).without(smallest), grow, feather));
        return new Regions() {
            @Override
            public int count() {
                return parts.count();
            }

            @Override
            public Picture shown(int which) {
                return parts.part(which);
            }
        };
    }

    /**
     * The tiles of a grid. Each fades into its neighbours, which are laid over its edge in their turn.
     *
     * @param within how much shows at all, tiles where nothing does being left out; null for everything
     */
    static Regions grid(Picture picture, int columns, int rows, int feather, @Nullable Picture within) {
        List<Tile> tiles = new ArrayList<>();
        for (int at = 0; at < columns * rows; at++) {
            Tile tile = Tile.of(picture, columns, rows, at);
            if (within == null ? tile.width > 0 && tile.height > 0 : tile.touches(within)) {
                tiles.add(tile);
            }
        }
        return new Regions() {
            @Override
            public int count() {
                return tiles.size();
            }

            @Override
            public Picture shown(int which) {
                Picture tile = Feather.of(tiles.get(which).in(picture), 0, feather);
                return within == null ? tile : Masks.joined(within, tile, 0, 0, Masks.Joining.MULTIPLY);
            }
        };
    }

    /** One cell of a grid. */
    record Tile(int x, int y, int width, int height) {

        static Tile of(Picture picture, int columns, int rows, int at) {
            int left = picture.width() * (at % columns) / columns;
            int top = picture.height() * (at / columns) / rows;
            return new Tile(left, top, picture.width() * (at % columns + 1) / columns - left, picture.height() * (at / columns + 1) / rows - top);
        }

        Picture in(Picture picture) {
            return Masks.box(picture.width(), picture.height(), x, y, width, height);
        }

        boolean touches(Picture mask) {
            for (int at = 0; at < width * height; at++) {
                if (mask.at(x + at % width, y + at / width, 0) != 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
