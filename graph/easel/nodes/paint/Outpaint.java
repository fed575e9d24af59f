package easel.nodes.paint;

import easel.engine.EngineException;
import easel.engine.Picture;
import easel.engine.RequestCheck;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Calls;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Mask;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.PaintSettings;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Feather;
import easel.pixels.Pictures;
import java.util.Arrays;
import java.util.List;

/** Paints on beyond a picture's sides; the picture itself stays as it is, but for the edge that fades into the new. */
@Calls("generate_image")
public final class Outpaint extends Node {

    private static final Rule.Whole SIDE = new Rule.Whole(0, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final Param<Integer> left = whole("left", 64, SIDE);
    private final Param<Integer> top = whole("top", 64, SIDE);
    private final Param<Integer> right = whole("right", 64, SIDE);
    private final Param<Integer> bottom = whole("bottom", 64, SIDE);
    private final PaintSettings settings = new PaintSettings(this);
    private final In<Image> picture = in("picture", Port.IMAGE);
    private final Param<Double> strength = real("strength", 1, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Param<Patch.Fill> fill = choice("fill", Patch.Fill.AROUND);
    private final Param<Integer> feather = whole("feather", 16, new Rule.Whole(0, 512, 1, Rule.Unit.PIXELS));
    private final Out<Image> painted = out("painted", Port.IMAGE);

    public Outpaint() {
        super("outpaint", Schema.Kind.PAINT);
    }

    @Override
    public void run(Run run) throws EngineException {
        holdThatItGrows(run);
        Picture inner = run.get(picture).picture();
        int x = run.get(left);
        int y = run.get(top);
        long width = (long) inner.width() + x + run.get(right);
        long height = (long) inner.height() + y + run.get(bottom);
        Unfoldable.ifTooLarge(width, height);
        Picture canvas = Pictures.cut(inner, -x, -y, (int) width, (int) height);
        Picture shown = Feather.of(outside(canvas, x, y, inner), 0, run.get(feather));
        Patch patch = Patch.whole(canvas, shown);
        Image made = settings.over(run, new Image(patch.start(run.get(fill)), null), new Mask(patch.mask()), run.get(strength)).paint(run);
        Picture whole = patch.with(made.picture());
        run.give(painted, new Image(whole, Told.masked(made.made(), whole, run.get(feather), run.get(fill), null)));
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException {
        holdThatItGrows(run);
        run.size(picture).ifPresent(size -> Unfoldable.ifTooLarge((long) size.width() + run.get(left) + run.get(right), (long) size.height() + run.get(top) + run.get(bottom)));
        Image blank = run.get(picture);
        return settings.over(run, blank, new Mask(Pictures.opacity(blank.picture())), run.get(strength)).foretold(run);
    }

    private void holdThatItGrows(Run run) {
        if (run.get(left) + run.get(top) + run.get(right) + run.get(bottom) == 0) {
            throw Unfoldable.at(left.name(), Problem.Code.NOTHING_TO_PAINT);
        }
    }

    /** White where the picture is not. */
    private static Picture outside(Picture canvas, int x, int y, Picture inner) {
        byte[] samples = new byte[canvas.width() * canvas.height()];
        Arrays.fill(samples, (byte) 255);
        for (int row = y; row < y + inner.height(); row++) {
            Arrays.fill(samples, row * canvas.width() + x, row * canvas.width() + x + inner.width(), (byte) 0);
        }
        return Picture.of(canvas.width(), canvas.height(), 1, samples);
    }
}
