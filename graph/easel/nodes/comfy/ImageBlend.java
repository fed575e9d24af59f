package easel.nodes.comfy;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Layers;
import easel.pixels.Mixing;
import easel.pixels.Pictures;
import easel.pixels.Resample;
import easel.pixels.Tones;

/** Mixes two pictures; the second is brought to the size of the first. */
public final class ImageBlend extends Node {

    private enum Mode {
        NORMAL("normal", Mixing.NORMAL),
        MULTIPLY("multiply", Mixing.MULTIPLY),
        SCREEN("screen", Mixing.SCREEN),
        OVERLAY("overlay", Mixing.OVERLAY),
        SOFT_LIGHT("soft_light", Mixing.SOFT_LIGHT),
        DIFFERENCE("difference", Mixing.SUBTRACT);

        private final String id;
        private final Mixing mixing;

        Mode(String id, Mixing mixing) {
            this.id = id;
            this.mixing = mixing;
        }

        String id() {
            return id;
        }
    }

    private final In<Image> first = in("image1", Port.IMAGE);
    private final In<Image> second = in("image2", Port.IMAGE);
    private final Param<Double> factor = real("blend_factor", 0.5, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Param<Mode> mode = choice("blend_mode", Mode.NORMAL, Mode.values(), Mode::id);
    private final Out<Image> image = out("image", Port.IMAGE);

    public ImageBlend() {
        super("image-blend", Schema.Kind.PICTURE, "ImageBlend");
    }

    @Override
    public void run(Run run) {
        Image below = run.get(first);
        Picture under = below.picture();
        Picture fitting = Pictures.cropped(run.get(second).picture(), under.width(), under.height());
        Picture over = Resample.BICUBIC.to(fitting, under.width(), under.height());
        double opacity = run.get(factor);
        if (run.get(mode) == Mode.DIFFERENCE) {
            // There the first less a part of the second: nothing is cut off before that part is taken.
            double part = opacity;
            over = Tones.applied(over, sample -> (int) Math.round(sample * part));
            opacity = 1;
        }
        run.give(image, new Image(Layers.over(under, over, 0, 0, run.get(mode).mixing, opacity, null), below.made()));
    }
}
