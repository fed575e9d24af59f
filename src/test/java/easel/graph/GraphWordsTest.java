package easel.graph;

import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.Language;
import easel.platform.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraphWordsTest {

    /** Edits whose steps are not called what they are. */
    private static final Map<Class<?>, List<String>> CODES = Map.of(SubgraphEdit.Inside.class, List.of(), SubgraphEdit.Within.class, List.of("MovePort", "ChangePort"), Edit.Combined.class, List.of(), SetInside.class, List.of("SetParameter"),
            Edit.SetCollapsed.class, List.of("Collapse", "Expand"), Edit.SetPinned.class, List.of("Pin", "Unpin"), LinkEdit.HideLinks.class, List.of("HideLinks", "ShowLinks"));

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_problem_and_every_edit_has_words_and_there_are_no_others(Language language) {
        // A file's failure says in its own sentence how to mend it.
        Stream<String> problems = Arrays.stream(Problem.Code.values())
                .flatMap(c -> c == Problem.Code.UNFIT_MODEL || c == Problem.Code.UNFIT_PICTURE ? Stream.of(c.name()) : Stream.of(c.name(), c.name() + ".mend"));
        Stream<String> edits = edits(Edit.class).distinct().flatMap(e -> CODES.getOrDefault(e, List.of(e.getSimpleName())).stream());
        Stream<String> types = Stream.of("type.reroute", "type.note", "type.subgraph", "type.subgraph-inputs", "type.subgraph-outputs");
        Set<String> used = Stream.of(problems, edits, types).flatMap(s -> s).collect(Collectors.toSet());
        Set<String> codes = Words.of(Problem.class, language).codes();
        assertThat(codes.stream().filter(c -> !c.endsWith(".one"))).containsExactlyInAnyOrderElementsOf(used);
        assertThat(codes.stream().filter(c -> c.endsWith(".one")).map(c -> c.substring(0, c.length() - 4))).isSubsetOf(used);
    }

    private static Stream<Class<?>> edits(Class<?> sealed) {
        return sealed.isSealed() ? Arrays.stream(sealed.getPermittedSubclasses()).flatMap(GraphWordsTest::edits) : Stream.of(sealed);
    }

    @Test
    void types_of_every_document_have_titles_and_a_subgraph_has_its_own() {
        Document document = Sample.softened();
        Types types = new Types(document, Sample::schema);
        assertThat(types.title(Note.TYPE, Language.CHINESE)).contains("便签");
        assertThat(types.title("subgraph:soft", Language.ENGLISH)).contains("Subgraph");
        Subgraph named = Sample.soft().with(new About("soft", Phrase.of("Soft", "柔"), Phrase.NONE));
        assertThat(new Types(document.with(named), Sample::schema).title("subgraph:soft", Language.CHINESE)).contains("柔");
        assertThat(types.title("blur", Language.ENGLISH)).isEmpty();
    }

    @Test
    void a_step_is_called_by_how_many_it_moves() {
        Document row = Sample.row();
        History one = History.of(row).after(new Edit.MoveNodes(Set.of(Sample.id("in")), new Offset(1, 1)));
        History two = one.after(new Edit.MoveNodes(Set.of(Sample.id("in"), Sample.id("out")), new Offset(1, 1)));
        assertThat(two.past()).extracting(s -> s.name(Language.ENGLISH)).containsExactly("Move 2 nodes", "Move node");
        assertThat(two.past()).extracting(s -> s.name(Language.CHINESE)).containsExactly("移动 2 个节点", "移动节点");
    }
}
