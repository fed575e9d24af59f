package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.Language;
import org.junit.jupiter.api.Test;

class SayTest {

    @Test
    void a_node_that_takes_no_time_shows_none() {
        Say say = new Say(Language.ENGLISH);
        assertThat(say.took(0.004)).isEmpty();
        assertThat(say.took(0.06)).isEqualTo("0.1 s");
        assertThat(say.took(75)).isEqualTo("1 min 15 s");
    }
}
