package easel.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToneTest {

    private static Properties colours(String theme) {
        Properties properties = new Properties();
        try (InputStream in = EaselDark.class.getResourceAsStream("Easel" + theme + ".properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }

    private static Color colour(String theme, String token) {
        return Color.decode(colours(theme).getProperty("@" + token));
    }

    /** WCAG 2.2, relative luminance. */
    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(int value) {
        double v = value / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static double contrast(Color a, Color b) {
        double one = luminance(a);
        double two = luminance(b);
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    @ParameterizedTest
    @CsvSource({"Dark", "Light"})
    void text_can_be_read_on_every_surface(String theme) {
        for (String text : new String[] {"text", "text2", "text3", "ink", "prob", "warn", "ok"}) {
            for (String surface : new String[] {"stage", "panel", "field", "popup", "hover", "sel"}) {
                assertThat(contrast(colour(theme, text), colour(theme, surface))).as("%s on %s", text, surface).isGreaterThanOrEqualTo(4.5);
            }
        }
        assertThat(contrast(colour(theme, "onacc"), colour(theme, "accent"))).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void greys_do_not_tint_pictures() {
        for (String theme : new String[] {"Dark", "Light"}) {
            for (String grey : new String[] {"stage", "panel", "field", "popup", "hover", "press", "line", "strong", "text", "text2", "text3"}) {
                Color c = colour(theme, grey);
                assertThat(c.getRed()).as(grey).isEqualTo(c.getGreen()).isEqualTo(c.getBlue());
            }
        }
    }

    @Test
    void both_themes_have_the_same_colours() {
        assertThat(colours("Dark").stringPropertyNames()).isEqualTo(colours("Light").stringPropertyNames());
    }
}
