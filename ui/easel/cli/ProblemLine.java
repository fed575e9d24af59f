package easel.cli;

import easel.graph.Document;
import easel.graph.Problem;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.platform.Quoted;
import easel.platform.Words;
import org.jspecify.annotations.Nullable;

/** A problem as commands print it; in JSON its fields are these. */
record ProblemLine(String severity, @Nullable String node, @Nullable String input, String code, String message, String mend) {

    static ProblemLine of(Problem problem, Document document, Language language) {
        Problem named = Catalogue.named(problem, document, language);
        return new ProblemLine(problem.severity().name(), problem.node() == null ? null : problem.node().text(), problem.input(),
                problem.code().name(), named.sentence(language), named.mend(language));
    }

    /** For people: how bad, where, what, and how to mend it. */
    String text(Language language) {
        String how = Words.of(ProblemLine.class, language).say("severity." + severity);
        String where = node == null ? "" : Quoted.of(input == null ? node : node + "." + input) + ": ";
        return (how + ": " + where + message + " " + mend).strip();
    }
}
