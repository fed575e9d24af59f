package easel.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SocketLineTest {

    @Test
    void as_many_names_as_fit_are_shown_and_room_is_kept_for_the_sign_that_there_are_more() {
        assertThat(SocketLine.fitting(List.of(40, 40, 40), 120, 10)).isEqualTo(3);
        assertThat(SocketLine.fitting(List.of(40, 40, 40), 119, 10)).isEqualTo(2);
        assertThat(SocketLine.fitting(List.of(40, 40, 40), 85, 10)).isEqualTo(1);
        assertThat(SocketLine.fitting(List.of(40), 20, 10)).isZero();
        assertThat(SocketLine.fitting(List.of(), 0, 10)).isZero();
    }
}
