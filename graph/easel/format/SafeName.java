package easel.format;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** What every system takes as a file name: the rules of Windows, macOS and Linux together. */
public final class SafeName {

    /** Linux ends at 255 bytes, and sync folders and encrypted homes well before. */
    static final int MAX_BYTES = 200;

    /** Windows' devices, with any ending: "Naming Files, Paths, and Namespaces". The digits may be superscript, too. */
    private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$");

    private SafeName() {}

    /** The text with nothing left in it that some system refuses or that cannot be seen; emoji and all scripts stay. */
    static String characters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE,
                        Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> { }
                case Character.FORMAT -> out.append(c == 0x200D ? "\u200D" : "");    // joins the parts of one emoji
                case Character.SPACE_SEPARATOR -> out.append(' ');
                default -> out.appendCodePoint("<>:\"/\\|?*".indexOf(c) >= 0 ? '-' : c);
            }
        });
        return out.toString();
    }

    /** The text as a name's beginning: not hidden, not like an option, no device of Windows. */
    static String beginning(String text) {
        String start = text.replaceFirst("^[. -]+", "");
        String stem = start.replaceFirst("\\..*", "").strip().toUpperCase(Locale.ROOT);
        return DEVICES.contains(stem) || stem.matches("(COM|LPT)[0-9\u00B9\u00B2\u00B3]") ? "_" + start : start;
    }

    /** The text as a name's end, before what tells its kind. */
    static String end(String text) {
        return text.replaceFirst("[. -]+$", "");
    }

    /** The text as the name of one folder, which leads nowhere but down; empty if nothing of it can be one. */
    public static String folder(String text) {
        return end(cut(beginning(characters(text)), MAX_BYTES));
    }

    /** As much of the beginning as fits in so many bytes of UTF-8, not parting what is seen as one character. */
    static String cut(String text, int most) {
        if (bytes(text) <= most) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = 0;
        int size = 0;
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            size += bytes(text.substring(end, next));
            if (size > most) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
