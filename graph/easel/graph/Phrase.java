package easel.graph;

import easel.platform.Language;

/** Words that a file brings along, in both languages. */
public record Phrase(String en, String zh) {

    /** No words. */
    public static final Phrase NONE = new Phrase("", "");

    /** The words in a language. */
    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> en;
            case CHINESE -> zh;
        };
    }

    /** Whether there are no words in either language. */
    public boolean isEmpty() {
        return en.isEmpty() && zh.isEmpty();
    }
}
