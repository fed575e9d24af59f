package easel.engine.weights;

import easel.platform.Language;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What there is to tell of a model file, told from its header. */
public final class ModelFacts {

    /** Training notes reach a megabyte; what a person reads of one entry. */
    private static final int LONGEST = 300;
    private static final int MOST_METADATA = 60;

    /** What a file of Easel's own making says of its size; another family's layout says nothing of it. */
    private static final String PAINTS = "easel.paints";

    private ModelFacts() {}

    /** Facts by name, in the order in which people ask: texts, numbers, truths, and at last the file's own metadata as a map. */
    public static SequencedMap<String, Object> of(ModelFile model, Language language) {
        SequencedMap<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", model.path().toString());
        facts.put("model", model.kind().say(language));
        model.family().ifPresent(family -> {
            facts.put("family", family.say(language));
            facts.put("supported", family.supported());
            Family.Defaults paints = family.defaults();
            facts.put("paints", model.metadata().getOrDefault(PAINTS, paints.width() + "x" + paints.height()));
        });
        if (!model.parts().isEmpty()) {
            facts.put("parts", model.parts().stream().sorted().map(part -> part.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
        }
        facts.put("container", model.container().name().toLowerCase(Locale.ROOT));
        facts.put("bytes", model.bytes());
        facts.put("tensors", model.tensors().size());
        facts.put("weights", model.tensors().stream().mapToLong(TensorInfo::elements).sum());
        facts.put("types", types(model.tensors()));
        if (!model.metadata().isEmpty()) {
            facts.put("metadata", metadata(model.metadata()));
        }
        return facts;
    }

    /** The same a line each, for people. */
    public static String text(ModelFile model, Language language) {
        return of(model, language).entrySet().stream().map(fact -> fact.getValue() instanceof Map<?, ?> map
                ? map.entrySet().stream().map(entry -> fact.getKey() + " " + entry.getKey() + ": " + entry.getValue()).collect(Collectors.joining("\n"))
                : fact.getKey() + ": " + fact.getValue()).collect(Collectors.joining("\n"));
    }

    /** How many tensors have which type of weights, the type that takes the most bytes first. */
    private static String types(List<TensorInfo> tensors) {
        Map<String, List<TensorInfo>> byType = tensors.stream().collect(Collectors.groupingBy(TensorInfo::type));
        return byType.entrySet().stream().sorted(Comparator.comparingLong(each -> -each.getValue().stream().mapToLong(TensorInfo::bytes).sum()))
                .map(each -> each.getKey() + " " + each.getValue().size()).collect(Collectors.joining(", "));
    }

    private static SequencedMap<String, String> metadata(Map<String, String> all) {
        SequencedMap<String, String> few = new LinkedHashMap<>();
        new TreeMap<>(all).entrySet().stream().limit(MOST_METADATA).forEach(entry -> few.put(plain(entry.getKey()), plain(entry.getValue())));
        return few;
    }

    /** Whatever somebody wrote into a file, as one short line. */
    private static String plain(String text) {
        String line = text.codePoints().limit(LONGEST).map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
        return text.codePointCount(0, text.length()) > LONGEST ? line + " ..." : line;
    }
}
