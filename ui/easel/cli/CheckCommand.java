package easel.cli;

import com.google.gson.GsonBuilder;
import easel.engine.worker.WorkerEngine;
import easel.format.WorkflowException;
import easel.graph.Document;
import easel.graph.Problem;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.Studio;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code easel check}: what is wrong with a workflow, found without running it. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "Tells what is wrong with a workflow, without running it.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:it runs; there may be warnings", "1:there are errors", "2:wrong use"})
final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FLOW", description = "A workflow (.easel.json), or a picture that carries one.")
    private Path flow;

    @Option(names = "--json", description = "Print {\"problems\":[{\"severity\",\"node\",\"input\",\"code\",\"message\",\"mend\"}]}.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Language language = Language.ofUser();
        List<ProblemLine> lines = lines(language);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new GsonBuilder().disableHtmlEscaping().serializeNulls().setPrettyPrinting().create().toJson(Map.of("problems", lines)));
        } else if (lines.isEmpty()) {
            out.println(Words.of(CheckCommand.class, language).say("noProblems", flow));
        } else {
            lines.forEach(line -> out.println(line.text(language)));
        }
        out.flush();
        return lines.stream().anyMatch(l -> l.severity().equals(Problem.Severity.ERROR.name())) ? 1 : 0;
    }

    private List<ProblemLine> lines(Language language) {
        Document document;
        try {
            document = FlowFile.read(flow);
        } catch (WorkflowException e) {
            return List.of(new ProblemLine(Problem.Severity.ERROR.name(), null, null, e.code().name(), e.sentence(language), ""));
        }
        // Nothing is asked of the engine, so none is started.
        try (WorkerEngine engine = new EngineOptions().engine(); Studio studio = Studios.open(engine)) {
            return studio.check(document).stream().map(p -> ProblemLine.of(p, document, language)).toList();
        }
    }
}
