package easel.prompt;

/**
 * Words that go with a prompt under a name, as A1111 has them.
 *
 * @param prompt   what goes with the prompt: in the place of {@code {prompt}} stands what was written, else it is put behind
 * @param negative the same for the negative prompt
 */
public record Style(String name, String prompt, String negative) {

    private static final String PLACE = "{prompt}";

    /** What was written with this. */
    static String on(String written, String style) {
        if (style.isBlank()) {
            return written;
        }
        if (style.contains(PLACE)) {
            return style.replace(PLACE, written.strip());
        }
        return written.isBlank() ? style.strip() : written.stripTrailing().replaceFirst(",+$", "") + ", " + style.strip();
    }
}
