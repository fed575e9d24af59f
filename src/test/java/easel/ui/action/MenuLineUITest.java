package easel.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.FlatLaf;
import easel.ui.theme.EaselLight;
import java.awt.Font;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MenuLineUITest {

    private final LookAndFeel before = UIManager.getLookAndFeel();

    @BeforeEach
    void theme() throws Exception {
        FlatLaf.registerCustomDefaultsSource("easel.ui.theme");
        UIManager.setLookAndFeel(new EaselLight());
    }

    @AfterEach
    void restore() throws Exception {
        UIManager.setLookAndFeel(before);
    }

    @Test
    void menus_lines_are_painted_by_it() {
        assertThat(new JMenuItem().getUI()).isInstanceOf(MenuLineUI.class);
        assertThat(new JCheckBoxMenuItem().getUI()).isInstanceOf(MenuSwitchUI.class);
    }

    @ParameterizedTest
    @CsvSource({"'ctrl COMMA', 'Ctrl+,'", "ESCAPE, Esc", "'ctrl shift S', 'Ctrl+Shift+S'"})
    void keys_are_said_as_they_are_printed(String keys, String said) {
        assertThat(new MenuLineRenderer(new JMenuItem(), null, null, new Font("Dialog", Font.PLAIN, 12), "+").getTextForAccelerator(KeyStroke.getKeyStroke(keys))).isEqualTo(said);
    }
}
