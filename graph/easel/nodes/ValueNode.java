package easel.nodes;

import easel.graph.Schema;

/** A node that tells values from its parameters alone. What it feeds holds them before anything runs. */
public abstract class ValueNode extends Node {

    /**
     * @param type    the id in files and of the words
     * @param aliases what other programs call it
     */
    protected ValueNode(String type, String... aliases) {
        super(type, Schema.Kind.VALUE, aliases);
    }

    @Override
    public final Work work() {
        return Work.DESCRIBES;
    }

    /**
     * Tells them.
     *
     * @throws Unfoldable if there are none
     */
    public abstract void tell(Values values);

    @Override
    public final void run(Run run) {
        tell(run);
    }
}
