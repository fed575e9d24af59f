package easel.models;

import easel.platform.Language;
import easel.platform.SystemWord;
import easel.platform.Words;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is found in a folder that somebody named.
 *
 * @param fault  what is wrong with it
 * @param counts how many models of which kind, without kinds of which there are none
 */
public record Found(Path folder, Optional<Fault> fault, Map<Kind, Integer> counts) {

    /**
     * @param about the folder, or the file in it
     * @param word  the system's
     */
    public record Fault(String code, Path about, Optional<SystemWord> word) {}

    /** In one sentence. */
    public String sentence(Language language) {
        Words words = Words.of(Found.class, language);
        if (fault.isPresent()) {
            return words.say(fault.get().code, fault.get().about, fault.get().word.map(Object.class::cast).orElse(""));
        }
        return counts.isEmpty() ? words.say("nothing", folder)
                : counts.entrySet().stream().map(each -> words.say("kind." + each.getKey().name(), each.getValue())).collect(Collectors.joining(words.say("comma")));
    }
}
