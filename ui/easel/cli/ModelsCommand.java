package easel.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import easel.models.Found;
import easel.models.Kind;
import easel.models.ModelFolders;
import easel.platform.Folders;
import easel.platform.Language;
import easel.platform.SystemWord;
import easel.platform.Words;
import easel.run.ModelHeads;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code easel models}: the folders in which models are found, and what they are called. */
@Command(name = "models", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "Lists the models that workflows can call by short names, and the folders of other programs they are found in. Nothing is copied or moved.",
        footer = {"", "Example:", "  ./easel models --add ~/ComfyUI"})
final class ModelsCommand implements Callable<Integer> {

    @Option(names = "--add", paramLabel = "FOLDER", description = "From now on find models here, too: the folder of ComfyUI, A1111, Forge, Fooocus, InvokeAI, SwarmUI or Stability Matrix, any folder with models, or ComfyUI's extra_model_paths.yaml.")
    private List<Path> add = List.of();

    @Option(names = "--remove", paramLabel = "FOLDER", description = "No longer look there. What lies in it stays.")
    private List<Path> remove = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Language language = Language.ofUser();
        ModelFolders models = ModelFolders.of(Folders.ofUser(), new ModelHeads());
        for (Path folder : add) {
            if (!Files.exists(folder)) {
                throw Failed.wrongUse("models.noFolder", folder);
            }
        }
        change(models);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(json(models, language)));
        } else {
            models.found().forEach(found -> out.println(found.folder() + ": " + found.sentence(language)));
            for (Kind kind : Kind.values()) {
                models.all(kind).keySet().forEach(name -> out.printf("%-16s %s%n", id(kind), name));
            }
            out.println(Words.of(ModelsCommand.class, language).say("models.own", models.own(), models.file()));
        }
        out.flush();
        return models.found().stream().anyMatch(found -> found.fault().isPresent()) ? 1 : 0;
    }

    private void change(ModelFolders models) {
        try {
            for (Path folder : remove) {
                models.choose(folder, false);
            }
            for (Path folder : add) {
                models.choose(folder, true);
            }
        } catch (IOException e) {
            throw Failed.because("models.notKept", models.file(), SystemWord.of(e));
        }
    }

    private static JsonObject json(ModelFolders models, Language language) {
        JsonObject all = new JsonObject();
        JsonArray folders = new JsonArray();
        for (Found found : models.found()) {
            JsonObject folder = new JsonObject();
            folder.addProperty("folder", found.folder().toString());
            folder.addProperty("sentence", found.sentence(language));
            found.fault().ifPresent(fault -> folder.addProperty("fault", fault.code()));
            found.counts().forEach((kind, count) -> folder.addProperty(id(kind), count));
            folders.add(folder);
        }
        all.addProperty("own", models.own().toString());
        all.add("folders", folders);
        JsonArray named = new JsonArray();
        for (Kind kind : Kind.values()) {
            models.all(kind).forEach((name, file) -> {
                JsonObject model = new JsonObject();
                model.addProperty("kind", id(kind));
                model.addProperty("name", name);
                model.addProperty("file", file.toString());
                named.add(model);
            });
        }
        all.add("models", named);
        return all;
    }

    private static String id(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
