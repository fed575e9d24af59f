package easel.nodes;

import easel.engine.Picture;

/** Where to paint: one channel, white where, black where not. */
public record Mask(Picture picture) implements Held {

    @Override
    public long bytes() {
        return picture.samples().length;
    }
}
