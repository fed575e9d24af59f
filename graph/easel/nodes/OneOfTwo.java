package easel.nodes;

import easel.graph.Problem;
import easel.graph.Schema;
import easel.graph.SocketType;
import java.util.Optional;
import java.util.Set;

/** One of two things of a type, by yes or no. What leads to the other alone is not made, where that can be told before. */
@SuppressWarnings("this-escape")   // declaring a parameter only adds it to the lists of Node
public abstract class OneOfTwo<T> extends Node {

    private static final Set<SocketType> MADE = Set.of(SocketType.Known.IMAGE, SocketType.Known.MASK);

    private final In<Optional<T>> yes;
    private final In<Optional<T>> no;
    private final Param<Boolean> on;
    private final Out<T> taken;
    private final Work work;

    /**
     * @param type   the id in files and of the words
     * @param output its name
     */
    protected OneOfTwo(String type, Schema.Kind kind, Port<T> port, String output) {
        super(type, kind);
        yes = openIn("on_true", port);
        no = openIn("on_false", port);
        on = truth("switch", true);
        taken = out(output, port);
        readsEither(on, yes.name(), no.name());
        work = MADE.contains(port.type()) ? Work.WORKS : Work.DESCRIBES;
    }

    @Override
    public final Work work() {
        return work;
    }

    @Override
    public final void run(Run run) {
        In<Optional<T>> read = run.get(on) ? yes : no;
        run.give(taken, run.get(read).orElseThrow(() -> Unfoldable.at(read.name(), Problem.Code.INPUT_MISSING, read.name())));
    }
}
