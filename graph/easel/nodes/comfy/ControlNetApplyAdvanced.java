package easel.nodes.comfy;

import easel.engine.EngineException;
import easel.format.PictureException;
import easel.graph.InputRef;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Conditioning;
import easel.nodes.ControlHint;
import easel.nodes.ControlNet;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Vae;
import java.util.List;
import java.util.Optional;

/** Has a ControlNet follow a picture, for both prompts. */
public final class ControlNetApplyAdvanced extends Node {

    private final In<Conditioning> positive = in("positive", Port.CONDITIONING);
    private final In<Conditioning> negative = in("negative", Port.CONDITIONING);
    private final In<ControlNet> net = in("control_net", Port.CONTROL);
    private final In<Image> image = in("image", Port.IMAGE);
    private final In<Optional<Vae>> vae = openIn("vae", Port.VAE);
    private final Param<Double> strength = real("strength", 1, new Rule.Real(0, 10, Rule.Unit.NONE));
    private final Param<Double> start = real("start_percent", 0, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Param<Double> end = real("end_percent", 1, new Rule.Real(0, 1, Rule.Unit.NONE));
    private final Out<Conditioning> appliedPositive = out("applied_positive", Port.CONDITIONING);
    private final Out<Conditioning> appliedNegative = out("applied_negative", Port.CONDITIONING);

    public ControlNetApplyAdvanced() {
        super("control-net-apply-advanced", Schema.Kind.WORDS, "ControlNetApplyAdvanced");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    /** The engine has no start and end: it runs with the ControlNet on every step, and people are told. */
    @Override
    public List<Problem> foretell(Run run) throws EngineException, PictureException {
        super.foretell(run);
        boolean partly = run.get(strength) != 0 && (run.get(start) > 0 || run.get(end) < 1);
        return partly ? List.of(Problem.at(new InputRef(run.node(), (run.get(end) < 1 ? end : start).name()), Problem.Code.CONTROL_PARTLY)) : List.of();
    }

    @Override
    public void run(Run run) {
        run.get(vae);   // for ControlNets of families that have none here
        Conditioning yes = run.get(positive);
        Conditioning no = run.get(negative);
        if (run.get(strength) != 0) {
            ControlHint hint = new ControlHint(run.node(), run.get(net), run.get(image).picture(), run.get(strength));
            yes = yes.following(hint);
            no = no.following(hint);
        }
        run.give(appliedPositive, yes);
        run.give(appliedNegative, no);
    }
}
