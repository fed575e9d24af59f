package easel.nodes.picture;

import easel.graph.Schema;
import easel.nodes.Mask;
import easel.nodes.OneOfTwo;
import easel.nodes.Port;

/** One of two masks, by yes or no. */
public final class SwitchMask extends OneOfTwo<Mask> {

    public SwitchMask() {
        super("switch-mask", Schema.Kind.MASK, Port.MASK, "mask");
    }
}
