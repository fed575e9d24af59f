package easel.nodes;

import easel.engine.RequestCheck;
import easel.format.PictureFile;
import easel.graph.NodeId;
import easel.graph.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What nodes describe cannot be asked of the engine. */
public final class Unfoldable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Problem.Code code;
    private final transient @Nullable NodeId node;
    private final @Nullable String input;
    private final transient List<Object> arguments;

    /** At the node that runs. */
    public Unfoldable(Problem.Code code, Object... arguments) {
        this(null, code, arguments);
    }

    /** At a node further up. */
    public Unfoldable(@Nullable NodeId node, Problem.Code code, Object... arguments) {
        this(node, null, code, arguments);
    }

    /** At an input of the node that runs. */
    public static Unfoldable at(String input, Problem.Code code, Object... arguments) {
        return new Unfoldable(null, input, code, arguments);
    }

    /** @throws Unfoldable if a picture of this size could not be made */
    public static void ifTooLarge(long width, long height) {
        if (width > RequestCheck.MAX_SIDE || height > RequestCheck.MAX_SIDE) {
            throw new Unfoldable(Problem.Code.PICTURE_TOO_LARGE, width, height, RequestCheck.MAX_SIDE);
        }
    }

    /**
     * The same for one that is made out of nothing: no more than can be read. What is made of pictures that are there may have
     * more, since it is often made smaller next.
     *
     * @throws Unfoldable if it could not be made, or would have more pixels than are read
     */
    public static void ifTooManyPixels(long width, long height) {
        ifTooLarge(width, height);
        if (width * height > PictureFile.MAX_PIXELS) {
            throw new Unfoldable(Problem.Code.PICTURE_OF_TOO_MANY_PIXELS, width, height, PictureFile.MAX_PIXELS / 1_000_000);
        }
    }

    private Unfoldable(@Nullable NodeId node, @Nullable String input, Problem.Code code, Object[] arguments) {
        super(code.name(), null, false, false);
        this.node = node;
        this.input = input;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** The problem, at the node it names or else at {@code running}, where that is one of the document's. */
    public Problem problem(NodeId running) {
        return new Problem(Optional.ofNullable(node).orElse(running), input, code, arguments);
    }
}
