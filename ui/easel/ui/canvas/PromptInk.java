package easel.ui.canvas;

import easel.prompt.PromptMarks;
import java.awt.Color;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of a prompt's characters: weights up and down, LoRAs, wildcards, quiet commas. */
public final class PromptInk {

    // None of them goes back over what it has read: a prompt is looked at with every key, whatever somebody has pasted.
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*+\\)|\\[[^\\[\\]]*+\\]");
    private static final Pattern WEIGHT = Pattern.compile("[0-9]++(?:\\.[0-9]++)?|\\.[0-9]++");
    private static final Pattern LORA = Pattern.compile("<[a-z]++:[^<>]*+>");

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
        Matcher brackets = BRACKETS.matcher(text);
        while (brackets.find()) {
            Arrays.fill(inks, brackets.start(), brackets.end(), isUp(brackets.group()) ? colors.weightUp : colors.weightDown);
        }
        boolean[] drawn = PromptMarks.of(text);
        for (int i = 0; i < inks.length; i++) {
            inks[i] = drawn[i] ? colors.wildcard : inks[i];
        }
        paint(LORA.matcher(text), inks, colors.lora);
        return inks;
    }

    /** Whether what stands in brackets counts for more than what stands beside it. */
    private static boolean isUp(String bracketed) {
        if (bracketed.charAt(0) != '(') {
            return false;
        }
        String weight = bracketed.substring(bracketed.lastIndexOf(':') + 1, bracketed.length() - 1).strip();
        return bracketed.indexOf(':') < 0 || !WEIGHT.matcher(weight).matches() || Double.parseDouble(weight) >= 1;
    }

    private static void paint(Matcher found, int[] inks, int rgb) {
        while (found.find()) {
            Arrays.fill(inks, found.start(), found.end(), rgb);
        }
    }
}
