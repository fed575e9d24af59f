package easel.graph;

import easel.platform.Language;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Words that a file brings along, by the tags of their languages. */
public record Phrase(SequencedMap<String, String> byTag) {

    /** No words. */
    public static final Phrase NONE = new Phrase(new LinkedHashMap<>());

    public Phrase {
        byTag = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byTag));
    }

    /** The same thing said in English and Chinese. */
    public static Phrase of(String en, String zh) {
        SequencedMap<String, String> both = new LinkedHashMap<>();
        both.put("en", en);
        both.put("zh", zh);
        return new Phrase(both);
    }

    /** The words in a language; where they are missing, those in another. */
    public String in(Language language) {
        String words = byTag.get(language.tag());
        return words != null ? words : isEmpty() ? "" : byTag.firstEntry().getValue();
    }

    /** Whether there are no words at all. */
    public boolean isEmpty() {
        return byTag.isEmpty();
    }
}
