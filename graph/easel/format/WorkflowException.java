package easel.format;

import easel.platform.Language;
import easel.platform.Words;
import java.util.List;

/** A file is no workflow that can be opened: a stable code with arguments, the sentence in this room's words. */
public final class WorkflowException extends Exception {

    private static final long serialVersionUID = 1;

    private final Code code;
    private final transient List<Object> arguments;

    WorkflowException(Code code, Object... arguments) {
        super(code + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** What is wrong with it. The words are under {@code Workflow.} and the name. */
    public enum Code {
        /** {0}: the line; {1}: the column, both from 1. */
        NOT_JSON,
        /** JSON, but without the field that says so. */
        NOT_A_WORKFLOW,
        /** {0}: the version the file has; {1}: the newest known here. */
        NEWER_VERSION,
        /** {0}: where, as a JSON path; {1}: what should stand there, a code with words of its own under {@code Workflow.wanted.}. */
        WRONG_SHAPE,
        /** {0}: the id two nodes have. */
        DUPLICATE_ID,
        /** {0}: the id two groups of one body have. */
        DUPLICATE_GROUP,
        /** {0}: the id two subgraphs have. */
        DUPLICATE_SUBGRAPH,
        /** {0}: nodes allowed. */
        TOO_MANY_NODES,
        /** {0}: megabytes allowed. */
        TOO_LARGE,
        /** {0}: the system's word. */
        UNREADABLE
    }

    /** What is wrong, for programs. */
    public Code code() {
        return code;
    }

    /** What stands for {@code {0}} ... in the words. */
    public List<Object> arguments() {
        return arguments;
    }

    /** What is wrong, for people. */
    public String sentence(Language language) {
        Words words = Words.of(WorkflowException.class, language);
        List<?> said = code == Code.WRONG_SHAPE
                ? List.of(arguments.get(0), words.say("Workflow.wanted." + arguments.get(1))) : arguments;
        return words.say("Workflow." + code, said);
    }
}
