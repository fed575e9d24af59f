package easel.run;

import java.io.IOException;
import java.nio.file.Path;

/** Tells the digest of what is in a file. */
@FunctionalInterface
interface Digesting {

    /** 64 hex digits, or for who only compares something else that no other content has. */
    String of(Path file) throws IOException;
}
