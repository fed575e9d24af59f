package easel.run.store;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How words are written into the index and asked of it. What is written without blanks between words (Chinese, Japanese,
 * Thai ...) goes in as pairs of neighbouring characters, and its last character alone: so two characters are found as
 * one pair, more as a phrase of pairs, one as the beginning of a pair. Everything else goes in as it is, and is found
 * by the beginning of a word.
 */
final class SearchWords {

    private static final Set<UnicodeScript> WITHOUT_BLANKS = Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);
    /** Longer prompts are found by their beginning. */
    private static final int LONGEST = 100_000;
    /** More words than anybody asks for; what a person pastes must not become a query of megabytes. */
    private static final int MOST_ASKED = 32;

    private SearchWords() {}

    /** A run of letters and digits, all with or all without blanks between words, as code points. */
    private record Run(int[] characters, boolean pairs) {

        String part(int from, int to) {
            return new String(characters, from, to - from);
        }
    }

    /** The text as it goes into the index. */
    static String indexed(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (Run run : runs(text.substring(0, Math.min(text.length(), LONGEST)))) {
            int n = run.characters.length;
            if (!run.pairs) {
                out.append(run.part(0, n)).append(' ');
                continue;
            }
            for (int i = 0; i < n; i++) {
                out.append(run.part(i, Math.min(i + 2, n))).append(' ');
            }
        }
        return out.toString();
    }

    /**
     * FTS5's query for entries with all of these words; empty if there are none.
     *
     * @param column where they should stand
     */
    static String query(String column, String asked) {
        List<String> all = new ArrayList<>();
        for (Run run : runs(asked.substring(0, Math.min(asked.length(), 2000)))) {
            int n = run.characters.length;
            if (!run.pairs || n == 1) {
                all.add(column + " : \"" + run.part(0, n) + "\" *");
            } else {
                StringBuilder phrase = new StringBuilder();
                for (int i = 0; i + 1 < n; i++) {
                    phrase.append(phrase.isEmpty() ? "" : " ").append(run.part(i, i + 2));
                }
                all.add(column + " : \"" + phrase + "\"");
            }
            if (all.size() == MOST_ASKED) {
                break;
            }
        }
        return String.join(" AND ", all);
    }

    private static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        int[] characters = Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().toArray();
        int from = 0;
        for (int i = 0; i <= characters.length; i++) {
            if (i > from && (i == characters.length || kind(characters[i]) != kind(characters[from]))) {
                if (kind(characters[from]) != Kind.BETWEEN) {
                    runs.add(new Run(java.util.Arrays.copyOfRange(characters, from, i), kind(characters[from]) == Kind.WITHOUT_BLANKS));
                }
                from = i;
            }
        }
        return runs;
    }

    private enum Kind { BETWEEN, WITH_BLANKS, WITHOUT_BLANKS }

    private static Kind kind(int character) {
        boolean mark = switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
        if (!mark && !Character.isLetterOrDigit(character)) {
            return Kind.BETWEEN;
        }
        return WITHOUT_BLANKS.contains(UnicodeScript.of(character)) ? Kind.WITHOUT_BLANKS : Kind.WITH_BLANKS;
    }
}
