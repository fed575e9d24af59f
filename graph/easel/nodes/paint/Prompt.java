package easel.nodes.paint;

import easel.graph.Schema;
import easel.nodes.Conditioning;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.prompt.Uses;

/** Words for what should be seen, or for what should not, depending on where they lead. */
public final class Prompt extends Node {

    private final Param<String> text = prompt("text");
    private final Param<String> styles = advanced(styles("styles"));
    private final Out<Conditioning> prompt = out("prompt", Port.CONDITIONING);

    public Prompt() {
        super("prompt", Schema.Kind.WORDS);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        String written = run.get(text);
        String chosen = run.get(styles);
        hold(run.lexicon().uses(written), text);
        hold(run.lexicon().usesOfStyles(chosen), styles);
        run.give(prompt, new Conditioning(written, run.lexicon().styles(chosen)));
    }

    private static void hold(Uses uses, Param<String> where) {
        uses.fault().ifPresent(fault -> {
            throw Unfoldable.at(where.name(), fault.code(), fault.arguments().toArray());
        });
    }
}
