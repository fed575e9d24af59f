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
                Picture tile = tiles.get(which).faded(picture, feather);
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

        /** White in it and fading around it; worked out there alone, for a tile of a large photo is small. */
        Picture faded(Picture picture, int feather) {
            int left = Math.max(0, x - feather - 1);
            int top = Math.max(0, y - feather - 1);
            int wide = Math.min(picture.width(), x + width + feather + 1) - left;
            int high = Math.min(picture.height(), y + height + feather + 1) - top;
            Picture near = Feather.of(Masks.box(wide, high, x - left, y - top, width, height), 0, feather);
            return Masks.joined(Masks.solid(picture.width(), picture.height(), 0), near, left, top, Masks.Joining.ADD);
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
