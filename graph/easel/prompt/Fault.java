package easel.prompt;

import easel.graph.Problem;
import java.util.List;

/** What is wrong with a prompt: a problem that has no node yet. */
public record Fault(Problem.Code code, List<Object> arguments) {

    public Fault {
        arguments = List.copyOf(arguments);
    }

    static Fault of(Problem.Code code, Object... arguments) {
        return new Fault(code, List.of(arguments));
    }
}
