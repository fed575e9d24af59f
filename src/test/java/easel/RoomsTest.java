package easel;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** The rooms of the house and the one direction between them. */
@AnalyzeClasses(packages = "easel", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    private static final String[] BINDINGS = {"easel.platform", "easel.sd", "easel.engine", "easel.engine.ffm", "easel.engine.weights", "easel.engine.worker"};
    private static final String[] GRAPH = {"easel.graph", "easel.models", "easel.nodes..", "easel.pixels", "easel.prompt", "easel.run", "easel.run.store", "easel.format"};
    private static final String[] UI = {"easel.ui..", "easel.cli"};

    @ArchTest
    static final ArchRule every_class_lives_in_a_named_room =
            classes().should().resideInAnyPackage(rooms());

    @ArchTest
    static final ArchRule dependencies_go_one_way = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("easel..")
            .layer("bindings").definedBy(BINDINGS).layer("graph").definedBy(GRAPH).layer("ui").definedBy(UI)
            .whereLayer("ui").mayNotBeAccessedByAnyLayer()
            .whereLayer("graph").mayOnlyBeAccessedByLayers("ui");

    @ArchTest
    static final ArchRule only_ffm_speaks_native = noClasses().that().resideOutsideOfPackages("easel.engine.ffm", "easel.sd")
            .should().dependOnClassesThat(resideInAnyPackage("java.lang.foreign..", "easel.sd.."));

    @ArchTest
    static final ArchRule only_the_engine_s_process_knows_ffm = noClasses().that().resideOutsideOfPackages("easel.engine.ffm", "easel.engine.worker")
            .should().dependOnClassesThat(resideInAPackage("easel.engine.ffm"));

    @ArchTest
    static final ArchRule the_engine_s_values_know_no_implementation = noClasses().that().resideInAPackage("easel.engine")
            .should().dependOnClassesThat(resideInAnyPackage("easel.engine.ffm", "easel.engine.worker", "easel.engine.weights"));

    @ArchTest
    static final ArchRule the_platform_knows_nobody = noClasses().that().resideInAPackage("easel.platform")
            .should().dependOnClassesThat(resideInAnyPackage("easel.engine..", "easel.graph..", "easel.nodes..", "easel.run..", "easel.format..", "easel.ui..", "easel.cli.."));

    @ArchTest
    static final ArchRule the_document_knows_neither_engine_nor_files = noClasses().that().resideInAPackage("easel.graph")
            .should().dependOnClassesThat(resideInAnyPackage("easel.engine..", "easel.nodes..", "easel.run..", "easel.format.."));

    @ArchTest
    static final ArchRule the_arithmetic_of_pictures_knows_pictures_alone = noClasses().that().resideInAPackage("easel.pixels")
            .should().dependOnClassesThat(resideInAnyPackage("easel.graph..", "easel.nodes..", "easel.run..", "easel.format.."));

    @ArchTest
    static final ArchRule where_models_lie_is_known_without_nodes_or_the_engine = noClasses().that().resideInAPackage("easel.models")
            .should().dependOnClassesThat(resideInAnyPackage("easel.engine..", "easel.nodes..", "easel.prompt..", "easel.run..", "easel.format.."));

    @ArchTest
    static final ArchRule what_nodes_share_knows_no_node = noClasses().that().resideInAPackage("easel.nodes")
            .should().dependOnClassesThat(resideInAPackage("easel.nodes.*.."));

    @ArchTest
    static final ArchRule the_store_knows_neither_documents_nor_the_engine = noClasses().that().resideInAPackage("easel.run.store")
            .should().dependOnClassesThat(resideInAnyPackage("easel.engine..", "easel.nodes..", "easel.graph..", "easel.format..", "easel.run"));

    @ArchTest
    static final ArchRule only_the_store_speaks_sql = noClasses().that().resideOutsideOfPackage("easel.run.store")
            .should().dependOnClassesThat(resideInAnyPackage("java.sql..", "org.sqlite.."));

    @ArchTest
    static final ArchRule only_the_window_knows_swing = noClasses().that().resideOutsideOfPackage("easel.ui..")
            .should().dependOnClassesThat(resideInAnyPackage("javax.swing..", "com.formdev.."));

    @ArchTest
    static final ArchRule only_the_canvas_knows_jgraphx = noClasses().that().resideOutsideOfPackage("easel.ui.canvas..")
            .should().dependOnClassesThat(resideInAPackage("com.mxgraph.."));

    @ArchTest
    static final ArchRule nobody_knows_the_command_line = noClasses().that().resideOutsideOfPackage("easel.cli")
            .should().dependOnClassesThat(resideInAPackage("easel.cli"));

    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().matching("easel.(**)").should().beFreeOfCycles();

    private static String[] rooms() {
        return Stream.of(BINDINGS, GRAPH, UI).flatMap(Stream::of).toArray(String[]::new);
    }
}
