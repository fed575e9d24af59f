package easel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Phase;
import easel.platform.Language;
import easel.platform.Words;
import easel.ui.action.UserAction;
import easel.ui.desk.Mend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UiWordsTest {

    private static final Words ENGLISH = Words.of(EaselWindow.class, Language.ENGLISH);
    private static final Words CHINESE = Words.of(EaselWindow.class, Language.CHINESE);

    private static Set<String> made() {
        return Stream.of(
                Arrays.stream(UserAction.values()).flatMap(a -> Stream.of(a.code(), a.code() + ".help")),
                Arrays.stream(Mend.values()).map(Mend::code),
                Arrays.stream(Phase.values()).map(p -> "stage.phase." + p.name().toLowerCase(Locale.ROOT)),
                Arrays.stream(easel.ui.canvas.WireShape.values()).map(w -> "settings.wires." + w.name().toLowerCase(Locale.ROOT)),
                Arrays.stream(easel.ui.canvas.Habits.Snap.values()).map(s -> "settings.snap." + s.name().toLowerCase(Locale.ROOT)),
                Arrays.stream(easel.ui.action.Group.values()).map(easel.ui.action.Group::code),
                Arrays.stream(easel.ui.action.KeyPreset.values()).map(p -> "keys.preset." + p.name().toLowerCase(Locale.ROOT)),
                Stream.of("tour.generate", "tour.change", "tour.seen"),
                Stream.of("settings.cache.of", "settings.kept.of", "settings.keys.change", "settings.models.change"),
                Arrays.stream(easel.ui.drawer.Page.values()).map(easel.ui.drawer.Page::code),
                Arrays.stream(easel.graph.Remedy.Kind.values()).map(k -> "remedy." + k.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                Arrays.stream(easel.graph.Schema.Kind.values()).map(k -> "kind." + k.name().toLowerCase(Locale.ROOT)),
                easel.nodes.Catalogue.schemas().stream().map(n -> easel.nodes.Catalogue.family(n.type())).flatMap(java.util.Optional::stream).map(f -> "family." + f),
                Stream.of("square", "portrait", "landscape").map(s -> "form.shape." + s)).flatMap(s -> s).collect(Collectors.toSet());
    }

    private static Set<String> written() throws IOException {
        Set<String> literals = new TreeSet<>();
        Pattern literal = Pattern.compile("\"([a-z]+(?:[.-][a-z-]+)+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("ui/easel/ui"))) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                literal.matcher(Files.readString(source)).results().forEach(m -> literals.add(m.group(1)));
            }
        }
        return literals;
    }

    @Test
    void both_languages_have_the_same_codes() {
        assertThat(CHINESE.codes()).containsExactlyInAnyOrderElementsOf(ENGLISH.codes());
    }

    @Test
    void both_languages_take_the_same_arguments() {
        for (String code : ENGLISH.codes()) {
            assertThat(arguments(CHINESE, code)).as(code).isEqualTo(arguments(ENGLISH, code));
        }
    }

    private static Set<String> arguments(Words words, String code) {
        String sentence = words.say(code, "{0}", "{1}", "{2}", "{3}");
        return Pattern.compile("\\{\\d\\}").matcher(sentence).results().map(java.util.regex.MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void one_of_a_thing_is_no_plural() {
        assertThat(ENGLISH.say("status.nodes", 1)).isEqualTo("1 node");
        assertThat(ENGLISH.say("status.nodes", 2)).isEqualTo("2 nodes");
        assertThat(CHINESE.say("status.nodes", 1)).isEqualTo(CHINESE.say("status.nodes", 2).replace('2', '1'));
    }

    @Test
    void every_code_that_is_made_has_words() {
        assertThat(ENGLISH.codes()).containsAll(made());
    }

    @Test
    void every_code_is_used() throws IOException {
        Set<String> unused = new TreeSet<>(ENGLISH.codes());
        unused.removeAll(made());
        unused.removeAll(written());
        unused.removeIf(code -> code.endsWith(Words.ONE) && ENGLISH.has(code.substring(0, code.length() - Words.ONE.length())));
        assertThat(unused).isEmpty();
    }
}
