package easel.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ItemsLabelTest {

    private final ItemsLabel label = new ItemsLabel();

    @Test
    void what_has_no_room_is_left_out_whole() {
        label.show(List.of("Steps 20", "CFG scale 4", "euler", "discrete"), ", ");
        int all = label.getPreferredSize().width;

        label.setBounds(0, 0, all, 20);
        assertThat(label.getText()).isEqualTo("Steps 20, CFG scale 4, euler, discrete");
        label.setBounds(0, 0, all - 1, 20);
        assertThat(label.getText()).isEqualTo("Steps 20, CFG scale 4, euler");
        assertThat(label.getPreferredSize().width).as("room asked for").isEqualTo(all);
        label.setBounds(0, 0, 5, 20);
        assertThat(label.getText()).isEmpty();
    }

    @Test
    void other_items_are_fitted_into_the_same_room() {
        label.show(List.of("one"), ", ");
        label.setBounds(0, 0, label.getPreferredSize().width, 20);
        label.show(List.of("one", "and a long one"), ", ");

        assertThat(label.getText()).isEqualTo("one");
    }
}
