package easel.cli;

import easel.format.WorkflowException;
import easel.graph.Document;
import easel.platform.Language;
import easel.run.Axis;
import easel.run.Sweep;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code easel sweep}: a workflow over the values of one, two or three of its parameters. */
@Command(name = "sweep", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = {"Runs a workflow with each value of a parameter, or of two or three, each with each; everything else, every seed included, "
                + "stays the same. Writes the pictures and a contact sheet of them.", "",
            "VALUES are a list such as euler,heun or a range such as 4..20:4, both ends in it. A value with a comma in it stands in double quotes.", ""},
        footer = {"", "Example:", "  ./easel sweep flow.easel.json --x sampler.steps=4..20:4 --y 'prompt.text=\"sea, sunset\",\"sea, storm\"' --out grid/"})
final class SweepCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FLOW", description = "A workflow (.easel.json), or a picture that carries one.")
    private Path flow;

    @Option(names = "--x", required = true, paramLabel = "NODE.PARAMETER=VALUES", description = "What changes from column to column; the node by its id, or by its title if only one has it.")
    private String x;

    @Option(names = "--y", paramLabel = "NODE.PARAMETER=VALUES", description = "What changes from row to row.")
    private @Nullable String y;

    @Option(names = "--z", paramLabel = "NODE.PARAMETER=VALUES", description = "What changes from sheet to sheet.")
    private @Nullable String z;

    @Option(names = "--set", paramLabel = "NODE.PARAMETER=VALUE", description = "Sets a parameter for all of it. May be given several times.")
    private List<String> settings = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Gives every seed this number. By itself random seeds are drawn, once for all of it.")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where pictures and sheets go. Nothing is overwritten.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON object a line: cells, progress, pictures, sheets, problems, failures.")
    private boolean json;

    @Option(names = {"--quiet", "-q"}, description = "Print no progress, only the files' paths.")
    private boolean quiet;

    @Mixin
    private EngineOptions engineOptions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Language language = Language.ofUser();
        FlowValues values = new FlowValues(read(language), language);
        if (seed == null) {
            values.forgetDrawnSeeds();
        } else if (seed < 0) {
            throw Failed.wrongUse("range", "--seed", seed, "0 - " + Long.MAX_VALUE);
        } else {
            values.fixSeeds(seed);
        }
        settings.forEach(values::set);
        List<Axis> axes = axes(values);
        Target target = Target.of(out);
        if (!target.name().isEmpty()) {
            throw Failed.wrongUse("sweep.folder", out);
        }
        ProgressReport report = json ? new JsonReport(spec.commandLine().getOut(), language)
                : new TextReport(spec.commandLine().getOut(), spec.commandLine().getErr(), quiet, language);
        Document document = target.on(values.document(), false);
        return new SweepRun(engineOptions, report, Sweep.holding(document, axes, new SecureRandom()), target.folder(), language).run();
    }

    private List<Axis> axes(FlowValues values) {
        if (z != null && y == null) {
            throw Failed.wrongUse("sweep.noRows");
        }
        List<Axis> axes = new ArrayList<>(List.of(values.axis("--x", x)));
        if (y != null) {
            axes.add(values.axis("--y", y));
        }
        if (z != null) {
            axes.add(values.axis("--z", z));
        }
        if (axes.stream().map(Axis::parameter).distinct().count() < axes.size()) {
            throw Failed.wrongUse("sweep.twice");
        }
        if (Sweep.count(axes) > Sweep.MOST_CELLS) {
            throw Failed.wrongUse("sweep.tooManyCells", Sweep.count(axes), Sweep.MOST_CELLS);
        }
        return axes;
    }

    private Document read(Language language) {
        try {
            return FlowFile.read(flow);
        } catch (WorkflowException e) {
            throw Failed.saying(flow + ": " + e.sentence(language));
        }
    }
}
