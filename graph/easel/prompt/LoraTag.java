package easel.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A LoRA named in a prompt, as A1111 has it: {@code <lora:name>}, {@code <lora:name:0.8>}, or with one strength for the text
 * encoder and one for the model, {@code <lora:name:0.5:0.8>}.
 */
record LoraTag(String name, double text, double model) {

    private static final Pattern TAG = Pattern.compile("<lora:([^<>:]{1,200})((?::[^<>:]{0,40}){0,2})>");
    private static final Pattern STRENGTH = Pattern.compile("-?(?:[0-9]{1,4}(?:\\.[0-9]{0,8})?|\\.[0-9]{1,8})");
    /** What the engine is asked for at most. */
    private static final double STRONGEST = 100;

    /** The tags in a text, as they are written. */
    static List<String> written(String text) {
        if (!text.contains("<lora:")) {
            return List.of();
        }
        List<String> tags = new ArrayList<>();
        for (Matcher m = TAG.matcher(text); m.find(); ) {
            tags.add(m.group());
        }
        return tags;
    }

    /** What a tag says; empty if its strength is no number. */
    static Optional<LoraTag> of(String written) {
        Matcher m = TAG.matcher(written);
        if (!m.matches()) {
            return Optional.empty();
        }
        String[] strengths = m.group(2).isEmpty() ? new String[] {"1"} : m.group(2).substring(1).split(":", -1);
        for (String strength : strengths) {
            if (!STRENGTH.matcher(strength.strip()).matches() || Math.abs(Double.parseDouble(strength)) > STRONGEST) {
                return Optional.empty();
            }
        }
        return Optional.of(new LoraTag(name(written), Double.parseDouble(strengths[0]), Double.parseDouble(strengths[strengths.length - 1])));
    }

    /** The name in a tag. */
    static String name(String written) {
        Matcher m = TAG.matcher(written);
        return m.matches() ? m.group(1).strip() : written;
    }
}
