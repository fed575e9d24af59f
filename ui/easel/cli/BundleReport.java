package easel.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import easel.platform.Words;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells how far a bundle is: a line a step on standard error, or JSON lines as {@link JsonReport} prints them. */
final class BundleReport {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** Come with each other and are named by libstdc++'s version. */
    private static final Set<String> COMPILERS = Set.of("libstdc++.so.6", "libgcc_s.so.1");

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final Words words;

    BundleReport(PrintWriter out, PrintWriter err, boolean json, Words words) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.words = words;
    }

    void begin(BundleStep step) {
        int number = step.ordinal() + 1;
        int count = BundleStep.values().length;
        if (json) {
            print(Map.of("event", "progress", "phase", step.name(), "step", number, "steps", count));
        } else {
            err.println(number + "/" + count + " " + words.say("bundle." + step.name()));
            err.flush();
        }
    }

    void made(Bundle.Made made) {
        SystemNeeds needs = made.needs();
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>(Map.of("event", "bundle", "folder", made.folder().toString(), "bytes", made.bytes(), "cached", made.cached()));
            line.putAll(needs.facts());
            print(line);
            return;
        }
        if (!made.cached()) {
            out.println(words.say("bundle.noCache"));
        }
        out.println(words.say("bundle.made", made.folder(), Bundle.megabytes(made.bytes())));
        if (!needs.glibc().isEmpty()) {
            out.println(words.say("bundle.needs", System.getProperty("os.arch"), needs.glibc(), needs.libstdcxx(),
                    needs.libraries().stream().filter(l -> !COMPILERS.contains(l)).collect(Collectors.joining(" "))));
        }
        out.flush();
    }

    private void print(Map<String, Object> line) {
        out.println(GSON.toJson(new TreeMap<>(line)));
        out.flush();
    }
}
