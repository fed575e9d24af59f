package easel.nodes;

import easel.graph.Schema;
import easel.platform.Language;
import easel.platform.Spoken;
import easel.platform.Words;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Other people's nodes: every jar in a folder that names classes of nodes in {@code META-INF/services/easel.nodes.Node}, as
 * {@link java.util.ServiceLoader} has it, each jar with a class loader of its own. What is broken is left out and told;
 * its nodes stay in documents as what nobody knows.
 */
public final class PlugIns {

    private static final String SERVICES = "META-INF/services/" + Node.class.getName();

    private final List<Node> nodes = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> types;

    /**
     * Something of a jar that is left out.
     *
     * @param jar  its name
     * @param what the class, the type, or empty if it is all of it
     * @param why  what is wrong with it
     */
    public record Fault(String jar, String what, Why why, String cause) implements Spoken {

        /** What can be wrong. */
        public enum Why {
            /** The jar cannot be read. */
            UNREADABLE,
            /** It names no class of nodes. */
            NO_NODES,
            /** A class that it names cannot be made. */
            BROKEN,
            /** There is another node of that type. */
            TAKEN
        }

        @Override
        public String sentence(Language language) {
            return Words.of(PlugIns.class, language).say("plug-in." + why.name(), jar, what, cause);
        }
    }

    private PlugIns(Set<String> types) {
        this.types = new TreeSet<>(types);
    }

    /**
     * Those in a folder; none if it is not there.
     *
     * @param taken the types that there are already
     */
    public static PlugIns in(Path folder, Set<String> taken) {
        PlugIns all = new PlugIns(taken);
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            files.filter(f -> f.getFileName().toString().endsWith(".jar")).sorted().forEach(all::load);
        } catch (IOException e) {
            all.faults.add(new Fault(folder.toString(), "", Fault.Why.UNREADABLE, e.toString()));
        }
        return all;
    }

    /** Their nodes, jar by jar. */
    public List<Node> nodes() {
        return nodes;
    }

    /** What was left out. */
    public List<Fault> faults() {
        return faults;
    }

    private void load(Path jar) {
        String name = jar.getFileName().toString();
        try {
            // Open as long as the program runs: its classes are loaded when they are needed.
            URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, PlugIns.class.getClassLoader());
            List<String> classes = classes(loader);
            if (classes.isEmpty()) {
                faults.add(new Fault(name, "", Fault.Why.NO_NODES, ""));
            }
            classes.forEach(each -> load(name, each, loader));
        } catch (IOException e) {
            faults.add(new Fault(name, "", Fault.Why.UNREADABLE, e.toString()));
        }
    }

    private static List<String> classes(URLClassLoader loader) throws IOException {
        // Its own: asked for a resource, the loader would begin with ours.
        URL services = loader.findResource(SERVICES);
        if (services == null) {
            return List.of();
        }
        try (InputStream in = services.openStream()) {
            String names = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return names.lines().map(l -> l.replaceFirst("#.*", "").strip()).filter(l -> !l.isEmpty()).toList();
        }
    }

    private void load(String jar, String name, ClassLoader loader) {
        try {
            Node node = Class.forName(name, true, loader).asSubclass(Node.class).getDeclaredConstructor().newInstance();
            Schema schema = node.schema();
            if (!types.add(schema.type())) {
                faults.add(new Fault(jar, schema.type(), Fault.Why.TAKEN, ""));
            } else if (!schema.parameters().stream().allMatch(p -> p.rule().allows(p.standard()))) {
                faults.add(new Fault(jar, name, Fault.Why.BROKEN, "a default that is not allowed"));
            } else {
                nodes.add(node);
            }
        } catch (InvocationTargetException e) {
            faults.add(new Fault(jar, name, Fault.Why.BROKEN, String.valueOf(e.getCause())));
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            faults.add(new Fault(jar, name, Fault.Why.BROKEN, e.toString()));
        }
    }
}
