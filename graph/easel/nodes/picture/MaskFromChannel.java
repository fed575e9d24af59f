package easel.nodes.picture;

import easel.engine.Picture;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.pixels.Masks;

/** One channel of a picture as a mask: red, green, blue, or how opaque it is. */
public final class MaskFromChannel extends MaskFromPicture {

    private enum Channel {
        RED, GREEN, BLUE, ALPHA
    }

    private final Param<Channel> channel = choice("channel", Channel.RED);

    public MaskFromChannel() {
        super("mask-from-channel", "image", "ImageToMask");
    }

    @Override
    protected Picture mask(Run run, Picture picture) {
        return Masks.channel(picture, run.get(channel).ordinal());
    }
}
