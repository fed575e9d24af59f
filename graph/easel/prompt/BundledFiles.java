package easel.prompt;

import easel.models.Kind;
import java.nio.file.Path;
import java.util.Map;

/** The models that come with Easel and that prompts can name. Nothing is unpacked before something names it. */
public interface BundledFiles {

    /** None at all. */
    BundledFiles NONE = new BundledFiles() {
        @Override
        public Map<String, Path> places(Kind kind) {
            return Map.of();
        }

        @Override
        public boolean isThere(Path file) {
            return true;
        }
    };

    /** Where those of a kind are once they are unpacked, by their names; without those that are missing. */
    Map<String, Path> places(Kind kind);

    /** Whether a file can be read now; one of these is unpacked for that, and any other is not looked at. */
    boolean isThere(Path file);
}
