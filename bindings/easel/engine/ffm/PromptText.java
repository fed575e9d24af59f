package easel.engine.ffm;

import java.nio.charset.StandardCharsets;

/**
 * A prompt as the library survives it: valid UTF-8 without NUL, at most {@link #LIMIT} bytes (its regular expressions
 * recurse over the text; 8 kB fit the 8 MB stack they were measured on, and ours is twice that), and not so many tokens
 * that reading it takes minutes: each 75 of them go through the whole text encoder, about a second on a laptop's
 * processor. 8 kB of prose are 25 goes of it; of brackets and digits they would be more than a hundred.
 *
 * @param text   what is passed on
 * @param kept   how many characters of the prompt are in it
 * @param cut    whether the end was left out
 * @param mended whether something in it was no text
 */
record PromptText(String text, int kept, boolean cut, boolean mended) {

    static final int LIMIT = 8000;
    private static final int MOST_TOKENS = 3000;
    /** Letters of a word that are taken for one token: common words are fewer, and made-up ones more. */
    private static final int LETTERS = 4;

    static PromptText of(String prompt) {
        StringBuilder kept = new StringBuilder(Math.min(prompt.length(), LIMIT));
        int bytes = 0;
        int tokens = 0;
        int letters = 0;
        boolean mended = false;
        for (int i = 0; i < prompt.length(); ) {
            int point = prompt.codePointAt(i);
            int next = i + Character.charCount(point);
            if (point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
                mended = true;
                i = next;
                continue;
            }
            int length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            boolean letter = point >= 'a' && point <= 'z' || point >= 'A' && point <= 'Z';
            int more = letter ? letters % LETTERS == 0 ? 1 : 0 : point <= ' ' ? 0 : Math.max(1, length - 1);
            if (bytes + length > LIMIT || tokens + more > MOST_TOKENS) {
                return new PromptText(kept.toString(), i, true, mended);
            }
            letters = letter ? letters + 1 : 0;
            tokens += more;
            bytes += length;
            kept.appendCodePoint(point);
            i = next;
        }
        return new PromptText(kept.toString(), prompt.length(), false, mended);
    }

    /** The length in bytes of UTF-8. */
    int bytes() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
