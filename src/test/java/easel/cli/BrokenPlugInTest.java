package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.OutputRef;
import easel.support.PlugInJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in whose nodes throw what they should not, in a process that has it: each is told where it stands, and costs nothing else. */
class BrokenPlugInTest {

    /** Throws anything, also what it does not declare: not every language has checked exceptions. */
    private static final String RUNS = """
            package some.where;
            public final class %1$s extends easel.nodes.picture.PictureChange {
                public %1$s() { super("some.where/%1$s", "picture"); }
                @Override protected easel.engine.Picture changed(easel.nodes.Run run, easel.engine.Picture picture) {
                    throw %1$s.<RuntimeException>any(new %2$s("made for another Easel"));
                }
                @SuppressWarnings("unchecked") private static <T extends Throwable> T any(Throwable thrown) throws T { throw (T) thrown; }
            }
            """;
    private static final String DESCRIBES = """
            package some.where;
            import easel.nodes.*;
            public final class Describes extends Node {
                private final Out<Image> picture = out("picture", Port.IMAGE);
                public Describes() { super("some.where/Describes", easel.graph.Schema.Kind.PICTURE); }
                @Override public Work work() { return Work.DESCRIBES; }
                @Override public void run(Run run) { throw new NoSuchMethodError("made for another Easel"); }
            }
            """;
    private static final String TELLS = """
            package some.where;
            import easel.nodes.*;
            public final class Tells extends ValueNode {
                private final Out<easel.graph.Value.Number> number = out("number", Port.INT);
                public Tells() { super("some.where/Tells"); }
                @Override public void tell(Values values) { throw new AssertionError("made for another Easel"); }
            }
            """;
    private static final String FORGETS = """
            package some.where;
            import easel.nodes.*;
            public final class Forgets extends Node {
                private final Out<Image> picture = out("picture", Port.IMAGE);
                public Forgets() { super("some.where/Forgets", easel.graph.Schema.Kind.PICTURE); }
                @Override public void run(Run run) { }
            }
            """;

    @TempDir Path folder;
    @TempDir Path classes;
    private Program program;
    private Document flow = Document.EMPTY.with(Node.of("grey", "empty-image"));

    @BeforeEach
    void put_it_into_the_folder_of_plug_ins() throws Exception {
        program = new Program(folder);
        Path plugIns = Files.createDirectories(folder.resolve("home/data/plugins"));
        new PlugInJar(classes).with("some.where.Runtime", RUNS.formatted("Runtime", "IllegalStateException"))
                .with("some.where.Checked", RUNS.formatted("Checked", "java.io.IOException")).with("some.where.Error", RUNS.formatted("Error", "AssertionError"))
                .with("some.where.Describes", DESCRIBES).with("some.where.Tells", TELLS).with("some.where.Forgets", FORGETS)
                .write(plugIns.resolve("broken.jar"), Map.of(), "some.where.Runtime", "some.where.Checked", "some.where.Error", "some.where.Describes", "some.where.Tells",
                        "some.where.Forgets");
        add("keep", "save-picture", "picture", "grey.image");
    }

    private void add(String id, String type, String input, String from) {
        String[] output = from.split("\\.");
        flow = new Edit.Connect(OutputRef.of(output[0], output[1]), InputRef.of(id, input)).on(flow.with(Node.of(id, type)));
    }

    private Program.Ran ran(String... command) throws Exception {
        Path file = folder.resolve("flow.easel.json");
        WorkflowFile.write(file, flow);
        command[1] = file.toString();
        return program.run(command);
    }

    @Test
    void one_that_throws_while_it_runs_is_told_at_the_node_and_the_rest_is_saved() throws Exception {
        for (String name : new String[] {"Runtime", "Checked", "Error"}) {
            add(name, "some.where/" + name, "picture", "grey.image");
            add("save-" + name, "save-picture", "picture", name + ".picture");
        }
        flow = flow.with(Node.of("Forgets", "some.where/Forgets"));
        add("save-nothing", "save-picture", "picture", "Forgets.picture");
        Program.Ran ran = ran("run", "", "--json", "--out", folder.resolve("out").toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.json().stream().filter(line -> is(line, "node-failed")).map(line -> line.get("node").getAsString() + " " + line.get("code").getAsString()))
                .containsExactlyInAnyOrder("Runtime NODE_BROKEN", "Checked NODE_BROKEN", "Error NODE_BROKEN", "Forgets NODE_BROKEN");
        assertThat(ran.json().stream().filter(line -> is(line, "picture"))).hasSize(1);
        assertThat(ran.json().stream().filter(line -> is(line, "failed")).map(line -> line.get("message").getAsString())).singleElement().asString()
                .contains("made for another Easel", "plug-in");
    }

    @Test
    void one_that_throws_while_it_describes_is_told_at_the_node_before_anything_runs_and_the_rest_is_saved() throws Exception {
        flow = flow.with(Node.of("describes", "some.where/Describes")).with(Node.of("tells", "some.where/Tells"));
        add("save-described", "save-picture", "picture", "describes.picture");
        add("wide", "empty-image", "width", "tells.number");
        add("save-wide", "save-picture", "picture", "wide.image");
        Program.Ran checked = ran("check", "", "--json");
        assertThat(checked.exit()).isEqualTo(1);
        assertThat(checked.out()).contains("NODE_BROKEN", "\"describes\"", "\"tells\"", "NoSuchMethodError: made for another Easel", "AssertionError: made for another Easel");
        Program.Ran ran = ran("run", "", "--json", "--out", folder.resolve("out").toString());
        assertThat(ran.json().stream().filter(line -> is(line, "picture"))).as("the one that needs neither").hasSize(1);
        assertThat(ran.json().stream().filter(line -> is(line, "problem")).map(line -> line.get("node").getAsString() + " " + line.get("code").getAsString()))
                .contains("describes NODE_BROKEN", "tells NODE_BROKEN");
    }

    private static boolean is(JsonObject line, String event) {
        return line.get("event").getAsString().equals(event);
    }
}
