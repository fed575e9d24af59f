package easel.engine;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A textual inversion: {@code name} in a prompt, in whatever case, stands for the vectors in {@code file}. */
public record Embedding(String name, Path file) {

    /** Prompts are cut long before that. */
    private static final int LONGEST = 20_000;

    /**
     * A text in which other words stand for the embeddings that it names. A name counts where it stands by itself: in
     * {@code party} there is no {@code art}. Of two names that begin alike the longer one counts.
     */
    public static String replaced(String text, List<Embedding> all, Function<Embedding, String> by) {
        if (all.isEmpty()) {
            return text;
        }
        List<Embedding> longestFirst = all.stream().sorted(Comparator.comparingInt((Embedding e) -> e.name.length()).reversed()).toList();
        StringBuilder replaced = new StringBuilder(text.length());
        int at = 0;
        int end = Math.min(text.length(), LONGEST);
        while (at < end) {
            Embedding found = at > 0 && ofName(text.charAt(at - 1)) ? null : at(text, at, longestFirst);
            if (found == null) {
                replaced.append(text.charAt(at++));
            } else {
                replaced.append(by.apply(found));
                at += found.name.length();
            }
        }
        return replaced.append(text, at, text.length()).toString();
    }

    private static @Nullable Embedding at(String text, int at, List<Embedding> longestFirst) {
        for (Embedding embedding : longestFirst) {
            int end = at + embedding.name.length();
            if (text.regionMatches(true, at, embedding.name, 0, embedding.name.length()) && (end == text.length() || !ofName(text.charAt(end)))) {
                return embedding;
            }
        }
        return null;
    }

    private static boolean ofName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
