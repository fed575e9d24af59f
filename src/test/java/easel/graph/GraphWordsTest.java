package easel.graph;

import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.Language;
import easel.platform.Words;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraphWordsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_problem_and_every_edit_has_words_and_there_are_no_others(Language language) {
        Stream<String> problems = Arrays.stream(Problem.Code.values()).flatMap(c -> Stream.of(c.name(), c.name() + ".mend"));
        Stream<String> edits = Arrays.stream(Edit.class.getPermittedSubclasses()).map(Class::getSimpleName);
        Set<String> used = Stream.concat(problems, edits).collect(Collectors.toSet());
        assertThat(Words.of(Problem.class, language).codes()).isEqualTo(used);
    }
}
