package easel.cli;

import com.google.gson.GsonBuilder;
import easel.engine.EngineException;
import easel.engine.Failure;
import easel.engine.weights.ModelFacts;
import easel.engine.weights.ModelFile;
import easel.format.Infotext;
import easel.format.PictureException;
import easel.format.PictureFailure;
import easel.format.PictureFile;
import easel.format.PictureHead;
import easel.format.PictureTexts;
import easel.platform.Language;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code easel info}: what a model or a picture is, told from its header. */
@Command(name = "info", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "Tells what a model or a picture is.")
final class InfoCommand implements Runnable {

    @Parameters(paramLabel = "FILE", description = "A model (.safetensors, .ckpt, .gguf) or a picture.")
    private Path file;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Map<String, Object> facts = facts(Language.ofUser());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(facts));
        } else {
            facts.forEach((name, value) -> {
                if (value instanceof Map<?, ?> map) {
                    map.forEach((entry, text) -> out.println(name + " " + entry + ": " + text));
                } else {
                    out.println(name + ": " + value);
                }
            });
        }
        out.flush();
    }

    private Map<String, Object> facts(Language language) {
        try {
            return ofPicture(PictureFile.head(file));
        } catch (PictureException e) {
            if (!(e.failure() instanceof PictureFailure.NotAPicture) && !(e.failure() instanceof PictureFailure.UnsupportedKind)) {
                throw Failed.saying(e.failure().sentence(language));
            }
        }
        try {
            return ModelFacts.of(ModelFile.read(file), language);
        } catch (EngineException e) {
            if (e.failure() instanceof Failure.NotAModel) {
                throw Failed.because("neither", file);
            }
            throw Failed.because(e.failure());
        }
    }

    private Map<String, Object> ofPicture(PictureHead head) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", file.toString());
        facts.put("picture", head.kind().name());
        facts.put("size", head.width() + "x" + head.height());
        head.texts().infotext().ifPresent(infotext -> addInfotext(facts, infotext));
        facts.put("workflow", head.texts().get(PictureTexts.EASEL).isPresent());
        return facts;
    }

    private static void addInfotext(Map<String, Object> facts, Infotext infotext) {
        facts.put("prompt", infotext.prompt());
        if (!infotext.negative().isEmpty()) {
            facts.put("negative", infotext.negative());
        }
        infotext.settings().forEach((name, value) -> facts.put(name.toLowerCase(Locale.ROOT), value));
    }
}
