package easel.nodes.comfy;

import easel.engine.Picture;
import easel.engine.RequestCheck;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Batch;
import easel.nodes.Image;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Pictures;
import java.util.Collections;
import java.util.List;

/** Pictures of one colour, which is written as a number: red * 65536 + green * 256 + blue. */
public final class EmptyImage extends Node {

    private static final Rule.Whole SIDE = new Rule.Whole(1, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final Param<Integer> width = whole("width", 512, SIDE);
    private final Param<Integer> height = whole("height", 512, SIDE);
    private final Param<Integer> count = whole("batch_size", 1, new Rule.Whole(1, 4096, 1, Rule.Unit.NONE));
    private final Param<Integer> colour = whole("color", 0, new Rule.Whole(0, 0xFFFFFF, 1, Rule.Unit.NONE));
    private final Out<Image> image = out("image", Port.IMAGE);

    public EmptyImage() {
        super("empty-image", Schema.Kind.PICTURE, "EmptyImage");
    }

    @Override
    public List<Problem> foretell(Run run) {
        Unfoldable.ifTooManyPixels(run.get(width), run.get(height));
        return List.of();
    }

    @Override
    public void run(Run run) {
        Unfoldable.ifTooManyPixels(run.get(width), run.get(height));
        Picture picture = Pictures.solid(run.get(width), run.get(height), run.get(colour));
        int times = run.get(count);
        if (times == 1) {
            run.give(image, new Image(picture, null));
        } else {
            run.giveAll(image, new Batch(Collections.nCopies(times, new Image(picture, null))));
        }
    }
}
