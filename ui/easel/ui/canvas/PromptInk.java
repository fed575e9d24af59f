package easel.ui.canvas;

import java.awt.Color;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of a prompt's characters: weights up and down, LoRAs, wildcards, quiet commas. */
public final class PromptInk {

    private static final Pattern WEIGHTED = Pattern.compile("\\([^()]*?:\\s*([0-9]*\\.?[0-9]+)\\s*\\)|\\([^()]*\\)|\\[[^\\[\\]]*\\]");
    private static final Pattern LORA = Pattern.compile("<[a-z]+:[^<>]*>");
    private static final Pattern WILDCARD = Pattern.compile("__[^\\s_][^\\s]*?__|\\{[^{}]*\\|[^{}]*\\}");

    private PromptInk() {}

    /** The colour of each character in the theme that is set now. */
    public static Color[] colours(String text) {
        int[] inks = of(text, CanvasColors.now());
        Color[] colours = new Color[inks.length];
        Map<Integer, Color> made = new HashMap<>();
        for (int i = 0; i < inks.length; i++) {
            colours[i] = made.computeIfAbsent(inks[i], Color::new);
        }
        return colours;
    }

    /** One colour for each character. */
    static int[] of(String text, CanvasColors colors) {
        int[] inks = new int[text.length()];
        Arrays.fill(inks, colors.text);
        for (int i = 0; i < inks.length; i++) {
            if (text.charAt(i) == ',') {
                inks[i] = colors.hint;
            }
        }
        Matcher weighted = WEIGHTED.matcher(text);
        while (weighted.find()) {
            String weight = weighted.group(1);
            boolean up = weight == null ? text.charAt(weighted.start()) == '(' : Double.parseDouble(weight) >= 1;
            Arrays.fill(inks, weighted.start(), weighted.end(), up ? colors.weightUp : colors.weightDown);
        }
        paint(LORA.matcher(text), inks, colors.lora);
        paint(WILDCARD.matcher(text), inks, colors.wildcard);
        return inks;
    }

    private static void paint(Matcher found, int[] inks, int rgb) {
        while (found.find()) {
            Arrays.fill(inks, found.start(), found.end(), rgb);
        }
    }
}
