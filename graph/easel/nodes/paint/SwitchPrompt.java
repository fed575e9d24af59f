package easel.nodes.paint;

import easel.graph.Schema;
import easel.nodes.Conditioning;
import easel.nodes.OneOfTwo;
import easel.nodes.Port;

/** One of two prompts, by yes or no. */
public final class SwitchPrompt extends OneOfTwo<Conditioning> {

    public SwitchPrompt() {
        super("switch-prompt", Schema.Kind.WORDS, Port.CONDITIONING, "prompt");
    }
}
