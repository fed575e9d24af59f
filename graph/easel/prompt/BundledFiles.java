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
        public boolean unpack(String name) {
            return false;
        }
    };

    /** Where those of a kind are once they are unpacked, by their names; without those that are missing. */
    Map<String, Path> places(Kind kind);

    /** Unpacks the one of that name if it is not yet. Whether it is there now. */
    boolean unpack(String name);
}
