package easel.nodes.paint;

import easel.engine.EngineException;
import easel.engine.Picture;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Batch;
import easel.nodes.Calls;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.PaintSettings;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Masks;
import java.util.ArrayList;
import java.util.List;

/** Paints a picture over a little, several times, each time with the next seed: pictures of its kind to choose from. */
@Calls("generate_image")
public final class Variations extends Node {

    private final PaintSettings settings = new PaintSettings(this);
    private final In<Image> picture = in("picture", Port.IMAGE);
    private final Param<Integer> count = whole("count", 4, new Rule.Whole(1, 64, 1, Rule.Unit.NONE));
    private final Param<Double> strength = real("strength", 0.35, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Out<Image> variations = out("variations", Port.IMAGE);

    public Variations() {
        super("variations", Schema.Kind.PAINT);
    }

    @Override
    public void run(Run run) throws EngineException {
        Picture chosen = run.get(picture).picture();
        // The engine rounds sizes: as a patch it goes on at its edges and is cut back.
        Patch patch = Patch.whole(chosen, Masks.solid(chosen.width(), chosen.height(), 255));
        Image start = new Image(patch.start(Patch.Fill.ORIGINAL), null);
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < run.get(count); i++) {
            run.round(i, run.get(count));
            Image painted = settings.over(run, start, run.get(strength), settings.words(run), i).paint(run);
            all.add(new Image(patch.with(painted.picture()), Told.whole(painted.made(), chosen)));
        }
        run.giveAll(variations, new Batch(all));
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException {
        return settings.over(run, run.get(picture), run.get(strength)).foretold(run);
    }
}
