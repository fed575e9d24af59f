package easel.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.platform.Language;
import easel.platform.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {

    /** Who chooses one to spare memory would wait for that in vain. */
    @ParameterizedTest
    @EnumSource
    void a_small_autoencoder_is_said_to_make_only_previews_where_there_is_a_vae(Language language) {
        String only = language == Language.ENGLISH ? "only the previews" : "只用于预览";
        assertThat(Catalogue.schemas().stream().flatMap(schema -> schema.parameters().stream()
                .filter(p -> p.rule() instanceof Rule.File file && file.of() == Rule.File.Of.TAESD).map(p -> Catalogue.help(schema.type(), p.name(), language))))
                .hasSizeGreaterThanOrEqualTo(3).allSatisfy(help -> assertThat(help).contains("VAE", only));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_type_socket_and_parameter_has_words_and_there_are_no_others(Language language) {
        Set<String> used = Arrays.stream(PlugIns.Fault.Why.values()).map(w -> "plug-in." + w).collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(Rule.Unit.values()).filter(u -> u != Rule.Unit.NONE).forEach(u -> used.add("unit." + u.name().toLowerCase(Locale.ROOT)));
        for (Schema schema : Catalogue.schemas()) {
            used.add(schema.type());
            used.add(schema.type() + ".help");
            schema.inputs().forEach(i -> used.add(schema.type() + "." + i.name()));
            schema.outputs().forEach(o -> used.add(schema.type() + "." + o.name()));
            for (Schema.Parameter parameter : schema.parameters()) {
                used.add(schema.type() + "." + parameter.name());
                assertThat(Catalogue.help(schema.type(), parameter.name(), language)).as("help of %s.%s", schema.type(), parameter.name()).isNotBlank();
                String ownHelp = schema.type() + "." + parameter.name() + ".help";
                used.add(words(schema, language).has(ownHelp) ? ownHelp : "help." + parameter.name());
                if (parameter.rule() instanceof Rule.File file) {
                    file.names().forEach(n -> used.add("bundled." + n));
                }
                if (parameter.rule() instanceof Rule.Choice choice && isSpoken(schema, parameter.name(), choice, language)) {
                    choice.ids().forEach(id -> used.add(schema.type() + "." + parameter.name() + "." + id));
                }
            }
        }
        Set<String> said = new TreeSet<>(Words.of(Catalogue.class, language).codes());
        Catalogue.schemas().forEach(schema -> said.addAll(words(schema, language).codes()));
        assertThat(said).isEqualTo(used);
    }

    /** Those beside the class of a node. */
    private static Words words(Schema schema, Language language) {
        return Words.of(Catalogue.node(schema.type()).orElseThrow().getClass(), language);
    }

    @Test
    void every_class_of_nodes_is_in_the_catalogue() {
        Stream<String> classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("easel.nodes").stream()
                .filter(c -> c.isAssignableTo(Node.class) && !c.getModifiers().contains(JavaModifier.ABSTRACT)).map(JavaClass::getName);
        assertThat(classes).as("META-INF/services/easel.nodes.Node")
                .containsExactlyInAnyOrderElementsOf(Catalogue.schemas().stream().map(s -> Catalogue.node(s.type()).orElseThrow().getClass().getName()).toList());
    }

    /** Choices that are no proper names, as samplers and schedulers are: all of them have words or none. */
    private static boolean isSpoken(Schema schema, String parameter, Rule.Choice choice, Language language) {
        Words words = words(schema, language);
        return schema.kind() == Schema.Kind.VALUE || choice.ids().stream().anyMatch(id -> words.has(schema.type() + "." + parameter + "." + id));
    }

    @Test
    void every_default_is_allowed_and_no_name_stands_for_two_things() {
        for (Schema schema : Catalogue.schemas()) {
            assertThat(schema.parameters()).allMatch(p -> p.rule().allows(p.standard()), schema.type());
            assertThat(Stream.concat(schema.parameters().stream().map(Schema.Parameter::name), schema.inputs().stream().map(Schema.Input::name)))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void what_a_number_counts_stands_behind_it_unless_its_label_says_so() {
        Rule width = rule("sampler", "width");
        assertThat(Catalogue.unit(width, Language.ENGLISH)).isEqualTo(" px");
        assertThat(Catalogue.unit(width, Language.CHINESE)).isEqualTo(" 像素");
        assertThat(Catalogue.unit(rule("regional-prompt", "left"), "Left", Language.ENGLISH)).isEqualTo("%");
        assertThat(Catalogue.unit(rule("hue-saturation", "hue"), "Hue", Language.ENGLISH)).isEqualTo("°");
        assertThat(Catalogue.allowed(rule("empty-latent-image", "width"), Language.ENGLISH)).as("not 8 px times n").isEqualTo("16 ... 16384 px, n * 8");
        assertThat(Catalogue.allowed(width, Language.CHINESE)).isEqualTo("64 ... 16384 像素");
        assertThat(Catalogue.allowed(rule("sampler", "cfg"), Language.ENGLISH)).isEqualTo(rule("sampler", "cfg").allowed());
        Rule steps = rule("sampler", "steps");
        assertThat(Catalogue.unit(steps, "Steps", Language.ENGLISH)).isEmpty();
        assertThat(Catalogue.unit(steps, "步数", Language.CHINESE)).isEmpty();
        assertThat(Catalogue.unit(steps, "Work", Language.ENGLISH)).isEqualTo(" steps");
        assertThat(Catalogue.unit(rule("sampler", "cfg"), "CFG scale", Language.ENGLISH)).isEmpty();
        assertThat(Catalogue.unit(rule("sampler", "sampler"), "Sampler", Language.ENGLISH)).isEmpty();
    }

    /** Step 0, or -1 for any number, counts no steps. */
    @Test
    void a_step_s_place_and_a_number_that_stands_for_any_count_nothing() {
        assertThat(Catalogue.unit(rule("k-sampler-advanced", "start_at_step"), Language.ENGLISH)).isEmpty();
        assertThat(Catalogue.unit(rule("k-sampler-advanced", "end_at_step"), Language.ENGLISH)).isEmpty();
        for (Schema schema : Catalogue.schemas()) {
            assertThat(schema.parameters()).as(schema.type()).noneMatch(p -> p.rule() instanceof Rule.Whole(long least, long _, long _, Rule.Unit unit) && unit == Rule.Unit.STEPS && least < 0);
        }
    }

    /** What helps say in words the rules declare. */
    @Test
    void what_is_told_in_pixels_percent_or_degrees_counts_them() {
        for (Schema schema : Catalogue.own()) {
            for (Schema.Parameter parameter : schema.parameters()) {
                String help = Catalogue.help(schema.type(), parameter.name(), Language.ENGLISH);
                if (parameter.rule() instanceof Rule.Whole || parameter.rule() instanceof Rule.Real) {
                    Rule.Unit told = help.contains(", in pixels") ? Rule.Unit.PIXELS : help.contains("in percent") ? Rule.Unit.PERCENT
                            : help.contains("in degrees") ? Rule.Unit.DEGREES : parameter.rule().unit();
                    assertThat(parameter.rule().unit()).as("%s.%s: %s", schema.type(), parameter.name(), help).isEqualTo(told);
                }
            }
        }
    }

    private static Rule rule(String type, String parameter) {
        return Catalogue.schema(type).flatMap(s -> s.parameter(parameter)).orElseThrow().rule();
    }

    @Test
    void a_problem_calls_a_parameter_what_people_call_it() {
        Document document = Document.EMPTY.with(easel.graph.Node.of("s", "sampler"));
        Problem problem = Problem.at(InputRef.of("s", "cfg"), Problem.Code.BAD_VALUE, "cfg", "-1", "0 ... 100");
        assertThat(Catalogue.sentence(problem, document, Language.ENGLISH)).isEqualTo("CFG scale cannot be -1. Allowed: 0 ... 100.");
    }

    @Test
    void text_from_a_command_line_becomes_a_value_that_is_allowed_or_refused_by_its_own_name() {
        Schema sampler = Catalogue.schema("sampler").orElseThrow();
        Rule steps = sampler.parameter("steps").orElseThrow().rule();
        assertThat(steps.allows(steps.read("20"))).isTrue();
        assertThat(steps.allows(steps.read("2e1"))).isTrue();
        for (String wrong : new String[] {"0", "-1", "10000", "20.5", "many", "NaN", "", "0x10", "1e999999999"}) {
            assertThat(steps.allows(steps.read(wrong))).as(wrong).isFalse();
        }
        Rule seed = sampler.parameter("seed").orElseThrow().rule();
        assertThat(seed.read("9223372036854775807")).isEqualTo(Value.Seed.fixed(Long.MAX_VALUE));
        assertThat(seed.allows(seed.read("9223372036854775808"))).isFalse();
        assertThat(seed.allows(seed.read("-1"))).isFalse();
        Rule name = sampler.parameter("sampler").orElseThrow().rule();
        assertThat(name.allows(name.read("euler_a"))).isTrue();
        assertThat(name.allows(name.read("eulre"))).isFalse();
    }
}
