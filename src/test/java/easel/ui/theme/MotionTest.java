package easel.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MotionTest {

    @AfterEach
    void asBefore() {
        Motion.choose(null);
    }

    @Test
    void what_the_person_wants_comes_before_what_the_system_says() {
        Motion.choose(true);
        assertThat(Motion.isReduced()).isTrue();
        assertThat(System.getProperty("flatlaf.animation")).isEqualTo("false");
        Motion.choose(false);
        assertThat(Motion.isReduced()).isFalse();
        assertThat(System.getProperty("flatlaf.animation")).isEqualTo("true");
    }
}
