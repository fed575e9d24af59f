package easel.run;

import java.nio.file.Path;
import java.util.Optional;

/** What is known of the files that a job wrote, or was about to, when it was last begun. */
interface Saves {

    /** For a job that begins only once. */
    Saves NONE = new Saves() {
        @Override
        public Optional<Path> before(String node) {
            return Optional.empty();
        }

        @Override
        public void intend(String node, Path file, byte[] content) {}
    };

    /** The file that a node has written already. */
    Optional<Path> before(String node);

    /** Remembers that a node is about to write a file. */
    void intend(String node, Path file, byte[] content);
}
