package easel.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import easel.platform.Folders;
import easel.platform.Home;
import easel.platform.Language;
import easel.run.Preset;
import easel.run.Presets;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code easel presets}: those that come with Easel and the person's own. */
@Command(name = "presets", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "Lists the presets, or has each paint its small picture.")
final class PresetsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Only these.")
    private List<String> names = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--thumbnails", description = "Have the presets that come with Easel paint their small pictures again, into --out.")
    private boolean thumbnails;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the small pictures go. By itself: the folder the presets lie in.")
    private @Nullable Path out;

    @Mixin
    private EngineOptions engineOptions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Language language = Language.ofUser();
        PrintWriter print = spec.commandLine().getOut();
        Path own = Folders.ofUser().data().resolve("presets");
        List<Preset> bundled = chosen(Presets.bundled());
        List<Preset> all = Stream.concat(bundled.stream(), chosen(Presets.in(own)).stream()).toList();
        names.stream().filter(name -> all.stream().noneMatch(preset -> preset.name().equals(name))).findFirst().ifPresent(name -> {
            throw Failed.wrongUse("noPreset", name);
        });
        if (thumbnails) {
            return new PresetPainting(engineOptions, out == null ? Home.folder().resolve("presets") : out, language).paint(bundled, print);
        }
        if (json) {
            JsonArray array = new JsonArray();
            all.forEach(preset -> array.add(json(preset, language)));
            print.println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(array));
        } else {
            all.forEach(preset -> print.printf("%-20s %s. %s%n", preset.name(), title(preset, language), preset.document().about().help().in(language)));
        }
        print.flush();
        return 0;
    }

    private List<Preset> chosen(List<Preset> of) {
        return of.stream().filter(preset -> names.isEmpty() || names.contains(preset.name())).toList();
    }

    static String title(Preset preset, Language language) {
        String title = preset.document().about().title().in(language);
        return title.isEmpty() ? preset.name() : title;
    }

    private static JsonObject json(Preset preset, Language language) {
        JsonObject object = new JsonObject();
        object.addProperty("name", preset.name());
        object.addProperty("title", title(preset, language));
        object.addProperty("help", preset.document().about().help().in(language));
        JsonArray fields = new JsonArray();
        preset.document().form().fields().forEach(field -> fields.add(field.name()));
        object.add("fields", fields);
        return object;
    }
}
