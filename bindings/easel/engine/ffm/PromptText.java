package easel.engine.ffm;

import java.nio.charset.StandardCharsets;

/**
 * A prompt as the library survives it: valid UTF-8 without NUL, at most {@link #LIMIT} bytes (its regular expressions
 * recurse over the text; 8 kB fit the 8 MB stack they were measured on, and ours is twice that).
 *
 * @param text   what is passed on
 * @param cut    whether the end was left out
 * @param mended whether something in it was no text
 */
record PromptText(String text, boolean cut, boolean mended) {

    static final int LIMIT = 8000;

    static PromptText of(String prompt) {
        StringBuilder kept = new StringBuilder(Math.min(prompt.length(), LIMIT));
        int bytes = 0;
        boolean mended = false;
        for (int i = 0; i < prompt.length(); ) {
            int point = prompt.codePointAt(i);
            i += Character.charCount(point);
            if (point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
                mended = true;
                continue;
            }
            int length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes + length > LIMIT) {
                return new PromptText(kept.toString(), true, mended);
            }
            bytes += length;
            kept.appendCodePoint(point);
        }
        return new PromptText(kept.toString(), false, mended);
    }

    /** The length in bytes of UTF-8. */
    int bytes() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
