package easel.prompt;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a prompt depends on beside its own words, whichever way its choices go.
 *
 * @param words what chosen styles add
 * @param files those that it names, directly or through others
 * @param marks their sizes and times
 * @param fault the first thing that is wrong with what it names
 */
public record Uses(String words, List<Path> files, List<String> marks, Optional<Fault> fault) {

    /** A prompt that means what it says. */
    public static final Uses NOTHING = new Uses("", List.of(), List.of(), Optional.empty());

    public Uses {
        files = List.copyOf(files);
        marks = List.copyOf(marks);
    }
}
