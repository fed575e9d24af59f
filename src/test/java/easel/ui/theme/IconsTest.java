package easel.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IconsTest {

    @ParameterizedTest
    @EnumSource(Icons.class)
    void every_icon_is_there_and_stands_in_its_square(Icons icon) {
        Rectangle2D bounds = icon.outline(16).getBounds2D();
        assertThat(bounds.isEmpty()).isFalse();
        assertThat(new Rectangle2D.Double(-0.1, -0.1, 16.2, 16.2).contains(bounds)).as("%s", bounds).isTrue();
        assertThat(Math.max(bounds.getWidth(), bounds.getHeight())).isGreaterThan(6);
    }
}
