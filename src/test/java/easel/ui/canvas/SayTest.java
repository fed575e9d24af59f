package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Phase;
import easel.platform.Language;
import easel.run.NodeState;
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

    @Test
    void one_of_a_batch_says_which_however_little_room_there_is() {
        Say say = new Say(Language.ENGLISH);
        Progress second = new Progress(Phase.SAMPLING, 27, 80, 0.1, null, 2, 4);
        assertThat(say.running(second, Say.Length.FULL)).isEqualTo("picture 2/4, step 27/80, 5 s left");
        assertThat(say.running(second, Say.Length.BRIEF)).isEqualTo("picture 2/4, 5 s");
        assertThat(say.running(second, Say.Length.LEAST)).isEqualTo("picture 2/4");
        assertThat(say.spoken(new NodeState.Running(second))).isEqualTo("running, picture 2/4, step 27/80, 5 s left");
        assertThat(say.running(new Progress(Phase.DECODING, 0, 0, 0, null, 3, 4), Say.Length.FULL)).startsWith("picture 3/4, ");
    }
}
