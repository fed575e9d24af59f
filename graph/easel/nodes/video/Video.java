package easel.nodes.video;

import easel.engine.EngineException;
import easel.engine.Picture;
import easel.engine.RequestCheck;
import easel.engine.VideoRequest;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Batch;
import easel.nodes.Calls;
import easel.nodes.Filming;
import easel.nodes.Fold;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.PaintSettings;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Fit;
import easel.pixels.Pictures;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Paints a video with Wan or LTX, in the engine's generate_video: from words, from the picture it begins with, from that and
 * the one it ends with, or following the frames of another one (Wan VACE). Its frames are a batch of pictures.
 */
@Calls("generate_video")
public final class Video extends Node {

    private static final Rule.Whole SIDE = new Rule.Whole(RequestCheck.MIN_SIDE, RequestCheck.MAX_SIDE, 1, Rule.Unit.PIXELS);

    private final Param<Integer> width = whole("width", 832, SIDE);
    private final Param<Integer> height = whole("height", 480, SIDE);
    private final Param<Integer> frames = whole("frames", 33, new Rule.Whole(1, RequestCheck.MAX_FRAMES, 1, Rule.Unit.FRAMES));
    private final Param<Integer> fps = whole("fps", 16, new Rule.Whole(1, 240, 1, Rule.Unit.NONE));
    private final PaintSettings settings = new PaintSettings(this);
    private final In<Optional<Image>> first = openIn("first", Port.IMAGE);
    private final In<Optional<Image>> last = openIn("last", Port.IMAGE);
    private final In<Optional<Batch>> control = openWholeIn("control", Port.IMAGE);
    private final Param<Double> following = advanced(real("control_strength", 1, new Rule.Real(0, 10, Rule.Unit.NONE)));
    private final Param<Double> boundary = advanced(real("boundary", VideoRequest.BOUNDARY, new Rule.Real(0, 1, Rule.Unit.NONE)));
    private final Param<Integer> highSteps = advanced(whole("high_noise_steps", 0, new Rule.Whole(0, RequestCheck.MAX_STEPS, 1, Rule.Unit.STEPS)));
    private final Param<Double> highCfg = advanced(real("high_noise_cfg", 0, new Rule.Real(0, RequestCheck.MAX_CFG, Rule.Unit.NONE)));
    private final Out<Image> film = out("film", Port.IMAGE);

    public Video() {
        super("video", Schema.Kind.VIDEO);
    }

    @Override
    public void run(Run run) throws EngineException {
        List<Picture> followed = run.get(control).map(all -> all.values().stream().map(frame -> fitting(run, (Image) frame)).toList()).orElse(List.of());
        Filming filming = new Filming(run.get(frames), run.get(fps), fitting(run, run.get(first)), fitting(run, run.get(last)), followed, run.get(following),
                run.get(boundary), run.get(highSteps), run.get(highCfg));
        run.giveAll(film, new Batch(List.copyOf(fold(run).film(run, filming))));
    }

    @Override
    public List<Problem> foretell(Run run) throws EngineException {
        return fold(run).filmForetold(run);
    }

    private Fold fold(Run run) throws EngineException {
        return settings.fromNothing(run, run.get(width), run.get(height));
    }

    private @Nullable Picture fitting(Run run, Optional<Image> image) {
        return image.map(i -> fitting(run, i)).orElse(null);
    }

    private Picture fitting(Run run, Image image) {
        return Fit.cover(Pictures.opaque(image.picture()), run.get(width), run.get(height));
    }
}
