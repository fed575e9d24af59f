package easel.format;

/** Text as a file can hold it. */
final class WritableText {

    private WritableText() {}

    /** The text without NUL and with U+FFFD for each half of a character that stands alone. */
    static String of(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean paired = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            if (paired) {
                if (out != null) {
                    out.append(c).append(text.charAt(i + 1));
                }
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                out = out == null ? new StringBuilder(text.length()).append(text, 0, i) : out;
                if (c != 0) {
                    out.append('\uFFFD');
                }
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }
}
