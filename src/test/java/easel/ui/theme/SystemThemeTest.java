package easel.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemThemeTest {

    @Test
    void reads_the_portals_answer() {
        assertThat(SystemTheme.ofPortal("(<<uint32 1>>,)\n")).contains(true);
        assertThat(SystemTheme.ofPortal("(<<uint32 2>>,)\n")).contains(false);
        assertThat(SystemTheme.ofPortal("(<<uint32 0>>,)\n")).isEmpty();
        assertThat(SystemTheme.ofPortal("Error: GDBus.Error")).isEmpty();
        assertThat(SystemTheme.ofPortal("uint32 ")).isEmpty();
    }

    @Test
    void reads_gnomes_setting() {
        assertThat(SystemTheme.ofGnome("'prefer-dark'\n")).contains(true);
        assertThat(SystemTheme.ofGnome("'default'\n")).contains(false);
        assertThat(SystemTheme.ofGnome("No such schema")).isEmpty();
    }
}
