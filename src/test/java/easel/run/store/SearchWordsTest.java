package easel.run.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void chinese_goes_in_as_pairs_and_everything_else_as_words() {
        assertThat(SearchWords.indexed("山水画, a Boat (red:1.2)").split(" ")).containsExactly("山水", "水画", "画", "a", "Boat", "red", "1", "2");
        assertThat(SearchWords.indexed("4k画质").split(" ")).containsExactly("4k", "画质", "质");
        assertThat(SearchWords.indexed("  ,.!  ")).isEmpty();
    }

    @Test
    void words_are_asked_for_by_their_beginnings_and_pairs_as_they_are() {
        assertThat(SearchWords.query("prompt", "sun 山水画 山")).isEqualTo("prompt : \"sun\" * AND prompt : \"山水 水画\" AND prompt : \"山\" *");
        assertThat(SearchWords.query("prompt", "\" OR NEAR(x* -y)")).isEqualTo("prompt : \"OR\" * AND prompt : \"NEAR\" * AND prompt : \"x\" * AND prompt : \"y\" *");
        assertThat(SearchWords.query("prompt", "***")).isEmpty();
    }
}
