package easel.cli;

import com.google.gson.GsonBuilder;
import easel.graph.Schema;
import easel.nodes.Catalogue;
import easel.platform.Language;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code easel nodes}: every type of node, or one with all it takes and gives. */
@Command(name = "nodes", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "Lists the types of nodes, or tells all about one.")
final class NodesCommand implements Runnable {

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A type: its id, its name, or what ComfyUI calls it.")
    private @Nullable String name;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--markdown", description = "Print the page docs/nodes.md.")
    private boolean markdown;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Language language = Language.ofUser();
        PrintWriter out = spec.commandLine().getOut();
        List<Schema> schemas = name == null ? Catalogue.schemas() : List.of(named(name, language));
        if (markdown) {
            out.print(NodePage.markdown(name == null ? Catalogue.own() : schemas, Language.ENGLISH));
        } else if (json) {
            out.println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create().toJson(
                    schemas.stream().map(s -> NodePage.json(s, language)).toList()));
        } else if (name == null) {
            schemas.forEach(s -> out.printf("%-28s %s%n", s.type(), Catalogue.help(s.type(), language)));
            PrintWriter err = spec.commandLine().getErr();
            Catalogue.faults().forEach(fault -> err.println(fault.sentence(language)));
            err.flush();
        } else {
            out.print(NodePage.text(schemas.getFirst(), language));
        }
        out.flush();
    }

    private static Schema named(String name, Language language) {
        return Catalogue.schemas().stream().filter(s -> isNamed(s, name, language)).findFirst()
                .orElseThrow(() -> Failed.wrongUse("noType", name, Catalogue.schemas().stream().map(Schema::type).collect(Collectors.joining(", "))));
    }

    private static boolean isNamed(Schema schema, String name, Language language) {
        String lower = name.toLowerCase(Locale.ROOT);
        return schema.type().equals(lower) || Catalogue.title(schema.type(), language).toLowerCase(Locale.ROOT).equals(lower)
                || schema.aliases().stream().anyMatch(a -> a.toLowerCase(Locale.ROOT).equals(lower));
    }
}
