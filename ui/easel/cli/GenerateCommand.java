package easel.cli;

import easel.engine.Preview;
import easel.graph.Document;
import easel.graph.Problem;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.run.Preset;
import easel.run.Presets;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code easel generate}: the text-to-image preset with some of its values set. */
@Command(name = "generate", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "Paints pictures from words, or from a picture and words.",
        footer = {"", "Example:", "  ./easel generate --prompt 'sea at sunset, orange sky, a boat' --seed 7 --out pictures/"})
final class GenerateCommand implements Callable<Integer> {

    @Option(names = "--prompt", paramLabel = "TEXT", description = "What the picture should show. By itself: the preset's own words.")
    private @Nullable String prompt;

    @Option(names = "--negative", paramLabel = "TEXT", description = "What it should not show.")
    private @Nullable String negative;

    @Option(names = "--model", paramLabel = "FILE", description = "A checkpoint: .safetensors, .ckpt or .gguf, or its short name (./easel models). By itself: the bundled starter.")
    private @Nullable Path model;

    @Option(names = "--from", paramLabel = "PICTURE", description = "Start from this picture (image to image).")
    private @Nullable Path from;

    @Option(names = "--strength", paramLabel = "X", description = "With --from: how much is painted anew, 0 to 1.")
    private @Nullable BigDecimal strength;

    @Option(names = "--width", paramLabel = "N", description = "Width in pixels.")
    private @Nullable Integer width;

    @Option(names = "--height", paramLabel = "N", description = "Height in pixels.")
    private @Nullable Integer height;

    @Option(names = "--quality", paramLabel = "NAME", description = "fast (4 steps with the bundled few-step LoRA; heeds no --negative) or fine (20 steps). By itself fast, but fine with another model "
            + "or where one of --negative, --from, --steps, --cfg, --sampler, --scheduler is given.")
    private @Nullable String quality;

    @Option(names = "--steps", paramLabel = "N", description = "Sampling steps.")
    private @Nullable Integer steps;

    @Option(names = "--cfg", paramLabel = "X", description = "CFG scale: how closely the picture keeps to the prompt.")
    private @Nullable String cfg;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of the first picture; each further one has the next. By itself: drawn.")
    private @Nullable Long seed;

    @Option(names = "--sampler", paramLabel = "NAME", description = "The sampler, such as euler, euler_a, dpm++2m.")
    private @Nullable String sampler;

    @Option(names = "--scheduler", paramLabel = "NAME", description = "The scheduler, such as discrete, karras.")
    private @Nullable String scheduler;

    @Option(names = "--count", paramLabel = "N", description = "How many pictures.")
    private @Nullable Integer count;

    @Option(names = "--preview", description = "Keep the picture as it grows in NAME.preview.png beside --out while painting.")
    private boolean preview;

    @Option(names = "--out", paramLabel = "FILE-or-FOLDER", required = true, description = "Where the pictures go. Nothing is overwritten.")
    private Path out;

    @Option(names = "--json", description = "Print one JSON object a line: progress, pictures, failures.")
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
        Target target = Target.of(out);
        Document document = document(target);
        ProgressReport report = json ? new JsonReport(spec.commandLine().getOut(), language)
                : new TextReport(spec.commandLine().getOut(), spec.commandLine().getErr(), quiet, language);
        DocumentRun.Verdict refuse = (problems, of, _) -> refuseProblems(problems, of, language);
        try (PreviewFile previews = preview ? new PreviewFile(target.previewFile()) : null) {
            DocumentRun run = new DocumentRun(engineOptions, report, event -> {
                if (previews != null) {
                    previews.hear(event);
                }
                return event;
            });
            return run.run(document, preview ? Preview.TAE : Preview.NONE, target.folder(), Set.of(), refuse, refuse);
        }
    }

    /** Paints the first preset as it is into a folder; what a machine without a display gets instead of the window. */
    static int firstPicture(Path folder) {
        return Main.run("generate", "--out", folder.toString());
    }

    private Document document(Target target) {
        Preset preset = Presets.bundled(Presets.FIRST).orElseThrow();
        FormValues form = new FormValues(preset.document());
        form.set("prompt", "--prompt", prompt == null ? null : Value.of(prompt));
        form.set("negative", "--negative", negative == null ? null : Value.of(negative));
        form.set("model", "--model", model == null ? null : Value.of(Files.exists(model) ? absolute(model) : model.toString()));
        form.set("start", "--from", from == null ? null : Value.of(absolute(from)));
        form.set("strength", "--strength", strength == null ? null : new Value.Number(strength.toPlainString()));
        form.setPart("size", 0, "--width", width == null ? null : Value.of(width));
        form.setPart("size", 1, "--height", height == null ? null : Value.of(height));
        form.choose("quality", "--quality", quality == null && isTuned() ? "fine" : quality);
        form.set("steps", "--steps", steps == null ? null : Value.of(steps));
        form.set("cfg", "--cfg", cfg == null ? null : number("--cfg", cfg));
        form.set("sampler", "--sampler", sampler == null ? null : Value.of(sampler.toLowerCase(Locale.ROOT)));
        form.set("scheduler", "--scheduler", scheduler == null ? null : Value.of(scheduler.toLowerCase(Locale.ROOT)));
        if (seed != null && seed < 0) {
            throw Failed.wrongUse("range", "--seed", seed, "0 - " + Long.MAX_VALUE);
        }
        form.set("seed", "--seed", seed == null ? Value.Seed.random() : Value.Seed.fixed(seed));
        if (count != null && (count < 1 || count > 10_000)) {
            throw Failed.wrongUse("range", "--count", count, "1 - 10000");
        }
        return target.on(form.document().withCount(count == null ? 1 : count));
    }

    /** Whether something is asked for that the fine way is meant for. */
    private boolean isTuned() {
        return negative != null || from != null || steps != null || cfg != null || sampler != null || scheduler != null;
    }

    private static Value number(String option, String text) {
        try {
            return new Value.Number(new BigDecimal(text.strip()).toPlainString());
        } catch (NumberFormatException e) {
            throw Failed.wrongUse("noNumber", option, text);
        }
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /** A value out of its range was typed by the person: that is wrong use; a file that is not there is a failure. */
    private static void refuseProblems(Iterable<Problem> problems, Document document, Language language) {
        for (Problem problem : problems) {
            if (problem.severity() == Problem.Severity.ERROR) {
                String sentence = Catalogue.sentence(problem, document, language);
                throw problem.code() == Problem.Code.BAD_VALUE ? Failed.wrongUseSaying(sentence) : Failed.saying(sentence);
            }
        }
    }

    /** Whether the path can be written to; said before anything is painted. */
    static boolean isWritable(Path folder) {
        Path there = folder.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && Files.isDirectory(there) && Files.isWritable(there);
    }
}
