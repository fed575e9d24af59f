package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Comparison;
import java.math.BigDecimal;
import java.math.MathContext;

/** Two pictures of one size beside each other: how far they lie apart, place by place and in figures; {@link Comparison}. */
public final class Compare extends Node {

    /** Decibels told for equal pictures, of which there would be no end; two pictures of 8 bits never reach it. */
    static final double EQUAL = 200;
    private static final MathContext DIGITS = new MathContext(7);

    private final In<Image> first = in("first", Port.IMAGE);
    private final In<Image> second = in("second", Port.IMAGE);
    private final Param<Integer> gain = whole("gain", 1, new Rule.Whole(1, 255, 1, Rule.Unit.NONE));
    private final Out<Image> difference = out("difference", Port.IMAGE);
    private final Out<Value.Number> psnr = out("psnr", Port.FLOAT);
    private final Out<Value.Number> ssim = out("ssim", Port.FLOAT);

    public Compare() {
        super("compare", Schema.Kind.PICTURE);
    }

    @Override
    protected int version() {
        return 2;   // since opacity counts
    }

    @Override
    public void run(Run run) {
        Picture a = run.get(first).picture();
        Picture b = Sizes.same(a, run.get(second).picture(), second.name());
        run.give(difference, new Image(Comparison.difference(a, b, run.get(gain)), null));
        run.give(psnr, number(Comparison.psnr(a, b, EQUAL)));
        run.give(ssim, number(Comparison.ssim(a, b)));
    }

    private static Value.Number number(double value) {
        return new Value.Number(new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString());
    }
}
