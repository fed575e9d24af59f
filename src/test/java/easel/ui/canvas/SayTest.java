package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Phase;
import easel.platform.Language;
import easel.run.Progress;
import org.junit.jupiter.api.Test;

class SayTest {

    @Test
    void a_node_that_takes_no_time_shows_none() {
        Say say = new Say(Language.ENGLISH);
        assertThat(say.took(0.004)).isEmpty();
        assertThat(say.took(0.06)).isEqualTo("0.1 s");
        assertThat(say.took(75)).isEqualTo("1 min 15 s");
    }

    @Test
    void a_running_node_says_its_step_and_the_time_that_is_left() {
        Say say = new Say(Language.ENGLISH);
        Progress soon = new Progress(Phase.SAMPLING, 7, 20, 1.5, null);
        assertThat(say.running(soon, Say.Length.FULL)).isEqualTo("step 7/20, 20 s left");
        assertThat(say.running(soon, Say.Length.BRIEF)).isEqualTo("7/20, 20 s");
        assertThat(say.running(soon, Say.Length.LEAST)).isEqualTo("step 7/20");
        assertThat(say.running(new Progress(Phase.SAMPLING, 1, 41, 4.4, null), Say.Length.FULL)).isEqualTo("step 1/41, 3 min left");
        assertThat(say.running(new Progress(Phase.UPSCALING, 3, 9, 0, null), Say.Length.BRIEF)).isEqualTo("tile 3/9");
        assertThat(say.running(new Progress(Phase.LOADING_MODEL, 3, 9, 1, null), Say.Length.FULL)).isEqualTo("loading the model");
    }
}
