package easel.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The texts a picture carries, by keyword, in the file's order. A text holds no NUL and no unpaired surrogate, for
 * which no file has room: the one is dropped, the other becomes U+FFFD when the texts are made.
 */
public record PictureTexts(Map<String, String> byKeyword) {

    /** A1111's infotext: {@link Infotext}. */
    public static final String PARAMETERS = "parameters";
    /** The whole workflow in Easel's own JSON. */
    public static final String EASEL = "easel";
    /** Says that the picture shows others side by side, made by no job of its own. */
    public static final String EASEL_SHEET = "easel-sheet";
    /** ComfyUI's workflow in its API form. */
    public static final String COMFY_PROMPT = "prompt";
    /** ComfyUI's workflow in its UI form. */
    public static final String COMFY_WORKFLOW = "workflow";

    /** Most characters in all: in UTF-8 they stay below what one text may unpack to when read. */
    public static final int MAX_CHARACTERS = 16 << 20;

    private static final PictureTexts NONE = new PictureTexts(Map.of());

    public PictureTexts {
        Map<String, String> mended = new LinkedHashMap<>();
        long characters = 0;
        for (Map.Entry<String, String> entry : byKeyword.entrySet()) {
            if (!isKeyword(entry.getKey())) {
                throw new IllegalArgumentException("not a keyword: " + entry.getKey());
            }
            characters += entry.getValue().length();
            mended.put(entry.getKey(), WritableText.of(entry.getValue()));
        }
        if (characters > MAX_CHARACTERS) {
            throw new IllegalArgumentException(characters + " characters are more than " + MAX_CHARACTERS);
        }
        byKeyword = Collections.unmodifiableMap(mended);
    }

    /** No texts. */
    public static PictureTexts none() {
        return NONE;
    }

    /** These and another; a text of the same keyword gives way. */
    public PictureTexts with(String keyword, String text) {
        Map<String, String> more = new LinkedHashMap<>(byKeyword);
        more.put(keyword, text);
        return new PictureTexts(more);
    }

    /** The text under a keyword, such as {@link #EASEL}. */
    public Optional<String> get(String keyword) {
        return Optional.ofNullable(byKeyword.get(keyword));
    }

    /** A1111's infotext, taken apart. */
    public Optional<Infotext> infotext() {
        return get(PARAMETERS).map(Infotext::parse);
    }

    /** PNG 11.3.3.2: 1 to 79 printable Latin-1 characters, single spaces inside only. */
    static boolean isKeyword(String s) {
        return !s.isEmpty() && s.length() <= 79 && !s.startsWith(" ") && !s.endsWith(" ") && !s.contains("  ")
                && s.chars().allMatch(c -> (c >= 0x20 && c <= 0x7E) || (c >= 0xA1 && c <= 0xFF));
    }
}
