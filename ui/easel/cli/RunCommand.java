package easel.cli;

import static easel.nodes.Node.Work.DESCRIBES;
import static easel.nodes.Node.Work.DESCRIBES_PAINTING;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import easel.engine.EngineException;
import easel.engine.Preview;
import easel.engine.worker.WorkerEngine;
import easel.format.WorkflowException;
import easel.graph.Document;
import easel.graph.Expansion;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.Forecast;
import easel.run.RunOptions;
import easel.run.Studio;
import easel.ui.DefaultPictures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code easel run}: any workflow, with some of its values set. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "Runs a workflow.",
        footer = {"", "Example:", "  ./easel run flow.easel.json --set prompt.text='sea at sunset' --set sampler.steps=12 --seed 7 --out pictures/"})
final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FLOW", description = "A workflow (.easel.json), or a picture that carries one.")
    private Path flow;

    @Option(names = "--set", paramLabel = "NODE.PARAMETER=VALUE",
            description = "Sets a parameter; the node by its id, or by its title if only one has it. May be given several times.")
    private List<String> settings = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Gives every seed this number. By itself random seeds are drawn.")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "FILE-or-FOLDER", description = "Where the pictures go, whatever the workflow says. Nothing is overwritten.")
    private @Nullable Path out;

    @Option(names = "--to", paramLabel = "NODE", description = "Run to this node and no further. May be given several times.")
    private List<String> to = List.of();

    @Option(names = "--freeze", paramLabel = "NODE",
            description = "Afterwards freeze this node in FLOW at what it gave: from then on it gives that, whatever feeds it. May be given several times.")
    private List<String> freeze = List.of();

    @Option(names = "--count", paramLabel = "N", description = "How many times, with seeds counting up.")
    private @Nullable Integer count;

    @Option(names = "--watch", description = {"Run it again whenever FLOW changes, until Ctrl-C. The newest picture lies in FLOW.live.png beside --out;",
            "nothing is saved but what Enter keeps."})
    private boolean watch;

    @Option(names = "--dry-run", description = "Only print what would run and what is known already.")
    private boolean dry;

    @Option(names = "--json", description = "Print one JSON object a line: progress, pictures, problems, failures.")
    private boolean json;

    @Option(names = {"--quiet", "-q"}, description = "Print no progress, only the pictures' paths.")
    private boolean quiet;

    @Mixin
    private EngineOptions engineOptions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Language language = Language.ofUser();
        if (watch) {
            if (dry || count != null || !freeze.isEmpty()) {
                throw Failed.wrongUse("watchAlone");
            }
            return new Watch(flow, () -> asked(values(language)), engineOptions, report(language), language).run();
        }
        FlowValues values = values(language);
        Set<NodeId> freezing = freeze.stream().map(name -> keeping(values.node("--freeze", name), values.document()))
                .collect(Collectors.toSet());
        if (!freezing.isEmpty() && FlowFile.isPicture(flow)) {
            throw Failed.wrongUse("freezePicture", flow);
        }
        if (count != null && (count < 1 || count > 10_000)) {
            throw Failed.wrongUse("range", "--count", count, "1 - 10000");
        }
        Watch.Asked asked = asked(values);
        Document document = count == null ? asked.document() : asked.document().withCount(count);
        return dry ? forecast(document, asked.pictures(), asked.to(), language) : run(document, asked.pictures(), asked.to(), freezing, language);
    }

    /** The workflow with what the command line sets. */
    private FlowValues values(Language language) {
        FlowValues values = new FlowValues(read(language), language);
        if (seed == null) {
            values.forgetDrawnSeeds();
        } else if (seed < 0) {
            throw Failed.wrongUse("range", "--seed", seed, "0 - " + Long.MAX_VALUE);
        } else {
            values.fixSeeds(seed);
        }
        settings.forEach(values::set);
        return values;
    }

    private Watch.Asked asked(FlowValues values) {
        Document document = values.document();
        Set<NodeId> wanted = to.stream().flatMap(name -> Expansion.givers(giving(values.node("--to", name), document), document).stream())
                .collect(Collectors.toSet());
        if (out == null) {
            return new Watch.Asked(document, DefaultPictures.folder(), wanted);
        }
        Target target = Target.of(out);
        return new Watch.Asked(target.on(document, false), target.folder(), wanted);
    }

    private ProgressReport report(Language language) {
        return json ? new JsonReport(spec.commandLine().getOut(), language)
                : new TextReport(spec.commandLine().getOut(), spec.commandLine().getErr(), quiet, language);
    }

    /** The node, unless nothing would come of running to it. */
    private static NodeId giving(NodeId node, Document document) {
        if (describes(node, document)) {
            throw Failed.wrongUse("describesOnly", node);
        }
        return node;
    }

    /** The node, unless there is nothing of it to keep. */
    private static NodeId keeping(NodeId node, Document document) {
        if (describes(node, document)) {
            throw Failed.wrongUse("freezeDescribes", node);
        }
        return node;
    }

    private static boolean describes(NodeId node, Document document) {
        return document.node(node).map(Node::type).flatMap(Catalogue::node).filter(n -> n.work() == DESCRIBES || n.work() == DESCRIBES_PAINTING).isPresent();
    }

    private Document read(Language language) {
        try {
            return FlowFile.read(flow);
        } catch (WorkflowException e) {
            throw Failed.saying(flow + ": " + e.sentence(language));
        }
    }

    private int run(Document document, Path pictures, Set<NodeId> wanted, Set<NodeId> freezing, Language language) {
        ProgressReport report = report(language);
        boolean[] errors = {false};
        DocumentRun.Verdict tell = (problems, of, runs) -> {
            for (Problem problem : problems) {
                boolean error = problem.severity() == Problem.Severity.ERROR;
                // Whoever runs to one node asked for nothing of what is wrong elsewhere.
                if (!wanted.isEmpty() && runs && error) {
                    continue;
                }
                errors[0] |= error;
                report.problem(ProblemLine.of(problem, of, language));
            }
        };
        KeptPictures kept = new KeptPictures(pictures, wanted);
        Freezing frozen = new Freezing(flow, freezing);
        int exit = new DocumentRun(engineOptions, report, event -> {
            frozen.hear(event);
            return kept.apply(event);
        }).run(document, Preview.NONE, pictures, wanted, (_, _, _) -> { }, tell, studio -> {
            if (!freezing.isEmpty()) {
                frozen.write(studio);
            } else if (!FlowFile.isPicture(flow)) {
                studio.liesIn(flow, document);
            }
        });
        kept.failure().ifPresent(failure -> {
            throw Failed.saying(failure.sentence(language));
        });
        return exit == 0 && errors[0] ? 1 : exit;
    }

    private int forecast(Document document, Path pictures, Set<NodeId> wanted, Language language) {
        WorkerEngine engine = engineOptions.engine();
        try (engine; Studio studio = Studios.open(engine)) {
            Forecast forecast = studio.forecast(document, new RunOptions(engineOptions.execution(engine), Preview.NONE, pictures, wanted));
            PrintWriter out = spec.commandLine().getOut();
            List<ProblemLine> problems = forecast.problems().stream().map(p -> ProblemLine.of(p, forecast.document(), language)).toList();
            if (json) {
                Gson gson = new GsonBuilder().disableHtmlEscaping().create();
                Map<String, Object> all = new LinkedHashMap<>();
                all.put("nodes", forecast.nodes().stream().map(RunCommand::fields).toList());
                all.put("problems", problems);
                out.println(gson.toJson(all));
            } else {
                Words words = Words.of(RunCommand.class, language);
                for (Forecast.Planned planned : forecast.nodes()) {
                    out.println(words.say(planned.runs() ? "plan.runs" : "plan.known", planned.node(),
                            planned.title().isEmpty() ? Catalogue.title(planned.type(), language) : planned.title()));
                }
                problems.forEach(line -> spec.commandLine().getErr().println(line.text(language)));
            }
            out.flush();
            return forecast.nodes().isEmpty() ? 1 : 0;
        } catch (EngineException e) {
            throw Failed.because(e.failure());
        }
    }

    private static Map<String, Object> fields(Forecast.Planned planned) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("node", planned.node().text());
        fields.put("type", planned.type());
        fields.put("key", planned.key().hex());
        fields.put("sink", planned.sink());
        fields.put("runs", planned.runs());
        return fields;
    }
}
