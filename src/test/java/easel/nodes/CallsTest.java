package easel.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import easel.graph.Schema;
import easel.platform.Home;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which functions of the engine's library do the work of which nodes, as they say and as their code has it. */
class CallsTest {

    /** What a run asks of the engine, and the library's function behind it. */
    private static final Map<String, String> FUNCTIONS = Map.of("paint", "generate_image", "film", "generate_video", "upscale", "upscale",
            "canny", "preprocess_canny", "convert", "convert");

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("easel.nodes");

    @Test
    void every_node_that_has_the_engine_work_names_its_call_and_no_other_does() {
        for (Schema schema : Catalogue.own()) {
            Class<?> type = Catalogue.node(schema.type()).orElseThrow().getClass();
            Set<String> called = called(CLASSES.get(type));
            // What films can paint what it begins from, too, which a node for videos never asks for.
            if (called.contains("generate_video")) {
                called.remove("generate_image");
            }
            assertThat(new TreeSet<>(Catalogue.calls(schema.type()))).as(schema.type()).isEqualTo(called);
        }
        assertThat(Catalogue.own().stream().flatMap(s -> Catalogue.calls(s.type()).stream()).collect(Collectors.toSet()))
                .as("every one is reached").containsExactlyInAnyOrderElementsOf(FUNCTIONS.values());
    }

    @Test
    void the_names_are_those_of_the_library() throws Exception {
        String shim = Files.readString(Home.folder().resolve("native/shim/easel_shim.cpp"));
        String engine = Files.readString(Home.folder().resolve("bindings/easel/engine/ffm/NativeEngine.java"));
        for (String function : FUNCTIONS.values()) {
            assertThat(shim + engine).containsPattern("(= |return |Sd[.])" + function + "[(]");
        }
    }

    /** The library's functions that lie behind a node's methods, followed through what it calls among the nodes. */
    private static Set<String> called(JavaClass node) {
        Set<String> functions = new TreeSet<>();
        Set<JavaCodeUnit> met = new HashSet<>();
        // Whatever the class itself has, since some run is a frame that a method of the class fills.
        Deque<JavaCodeUnit> open = new ArrayDeque<>(Stream.concat(node.getMethods().stream(), node.getAllRawSuperclasses().stream()
                .flatMap(c -> c.getMethods().stream()).filter(m -> m.getName().equals("run"))).toList());
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.remove();
            if (met.add(unit)) {
                Stream.concat(unit.getMethodCallsFromSelf().stream(), unit.getMethodReferencesFromSelf().stream()).forEach(call -> {
                    if (call.getTargetOwner().isEquivalentTo(Run.class) && FUNCTIONS.containsKey(call.getTarget().getName())) {
                        functions.add(FUNCTIONS.get(call.getTarget().getName()));
                    }
                    call.getTarget().resolveMember().filter(JavaMethod.class::isInstance).map(JavaMethod.class::cast).ifPresent(open::add);
                });
                unit.getConstructorCallsFromSelf().forEach(call -> call.getTarget().resolveMember().ifPresent(open::add));
            }
        }
        return functions;
    }
}
