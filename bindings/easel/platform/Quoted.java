package easel.platform;

/**
 * Words from elsewhere as one of our sentences may hold them: no longer than can be read, and with nothing in them that a
 * terminal would obey instead of showing it.
 */
public final class Quoted {

    private static final int LONGEST = 400;

    private Quoted() {}

    /** The text, its middle left out if it is long, with U+FFFD for each control character. */
    public static String of(String text) {
        String shown = text;
        if (text.length() > LONGEST) {
            int end = LONGEST / 2 - (Character.isHighSurrogate(text.charAt(LONGEST / 2 - 1)) ? 1 : 0);
            int start = text.length() - LONGEST / 2 + (Character.isLowSurrogate(text.charAt(text.length() - LONGEST / 2)) ? 1 : 0);
            shown = text.substring(0, end) + "\u2026" + text.substring(start);
        }
        return shown.chars().noneMatch(Character::isISOControl) ? shown
                : shown.codePoints().map(c -> Character.isISOControl(c) ? 0xFFFD : c).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
