package easel.nodes;

import easel.graph.Schema;
import easel.platform.Language;
import java.util.List;
import java.util.Optional;

/** Every type of node there is. */
public final class Catalogue {

    private Catalogue() {}

    /** The schemas, in the order of the library. */
    public static List<Schema> schemas() {
        throw new UnsupportedOperationException();
    }

    /** The schema of a type. */
    public static Optional<Schema> schema(String type) {
        throw new UnsupportedOperationException();
    }

    /** What people call a type of node. */
    public static String title(String type, Language language) {
        throw new UnsupportedOperationException();
    }

    /** What people call a parameter, an input or an output of a type. */
    public static String label(String type, String port, Language language) {
        throw new UnsupportedOperationException();
    }

    /** What people call a choice of a parameter; samplers and schedulers keep their own names. */
    public static String choice(String type, String parameter, String id, Language language) {
        throw new UnsupportedOperationException();
    }
}
