package easel.ui.form;

import easel.prompt.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a prompt can have, and which of them is being written.
 *
 * @param wildcards of wildcard files
 * @param loras     of LoRAs
 * @param embeddings of embeddings
 */
record Named(List<String> wildcards, List<String> loras, List<String> embeddings) {

    static final Named NOTHING = new Named(List.of(), List.of(), List.of());

    private static final int MOST = 8;
    private static final Pattern LORA = Pattern.compile("<(?:l(?:o(?:r(?:a(?::([^<>:]*))?)?)?)?)?$");
    private static final Pattern WILDCARD = Pattern.compile("(?<![^\\s,{|(])__([^\\s_{}|<>,]?[^\\s{}|<>,]*)$");
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}_-])([\\p{L}\\p{N}][\\p{L}\\p{N}_.-]+)$");
    /** Longer than any name. */
    private static final int BACK = 220;

    /** What a name is of. */
    enum Kind {
        WILDCARD("form.names.wildcard", name -> "__" + name + "__"),
        LORA("form.names.lora", name -> "<lora:" + name + ":1>"),
        EMBEDDING("form.names.embedding", name -> name);

        private final String code;
        private final Function<String, String> written;

        Kind(String code, Function<String, String> written) {
            this.code = code;
            this.written = written;
        }

        String code() {
            return code;
        }
    }

    /** One that could be meant. */
    record Offer(Kind kind, String name) {

        /** As it stands in a prompt. */
        String written() {
            return kind.written.apply(name);
        }
    }

    /**
     * What could be meant at a place.
     *
     * @param from where what was written of it begins
     */
    record Asked(int from, List<Offer> offers) {}

    /** All there are now; waits for the disk. */
    static Named in(Lexicon lexicon) {
        return new Named(lexicon.wildcards(), lexicon.loras(), lexicon.embeddings());
    }

    /** What could be meant by what was written before the caret. */
    Optional<Asked> asked(String text, int caret) {
        int from = Math.max(0, caret - BACK);
        String before = text.substring(from, caret);
        Matcher lora = LORA.matcher(before);
        if (lora.find()) {
            return offered(Kind.LORA, loras, lora.group(1) == null ? "" : lora.group(1), from + lora.start());
        }
        Matcher wildcard = WILDCARD.matcher(before);
        if (wildcard.find() && !wildcard.group(1).endsWith("__")) {
            return offered(Kind.WILDCARD, wildcards, wildcard.group(1), from + wildcard.start());
        }
        Matcher word = WORD.matcher(before);
        if (word.find()) {
            List<String> begun = embeddings.stream().filter(name -> name.length() > word.group(1).length()
                    && name.regionMatches(true, 0, word.group(1), 0, word.group(1).length())).toList();
            return offered(Kind.EMBEDDING, begun, word.group(1), from + word.start());
        }
        return Optional.empty();
    }

    private static Optional<Asked> offered(Kind kind, List<String> names, String begun, int from) {
        String wanted = begun.toLowerCase(Locale.ROOT);
        List<Offer> first = new ArrayList<>();
        List<Offer> then = new ArrayList<>();
        for (String name : names) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean begins = lower.startsWith(wanted) || lower.substring(lower.lastIndexOf('/') + 1).startsWith(wanted);
            if (begins || lower.contains(wanted)) {
                (begins ? first : then).add(new Offer(kind, name));
            }
        }
        first.addAll(then);
        return first.isEmpty() ? Optional.empty() : Optional.of(new Asked(from, List.copyOf(first.subList(0, Math.min(MOST, first.size())))));
    }
}
