package easel.nodes.paint;

import easel.graph.Schema;
import easel.nodes.Conditioning;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Words for what should be seen, or for what should not, depending on where they lead. */
public final class Prompt extends Node {

    private final Param<String> text = words("text", "", 1 << 20);
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
        run.give(prompt, new Conditioning(run.get(text)));
    }
}
