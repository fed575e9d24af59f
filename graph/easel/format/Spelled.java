package easel.format;

import java.util.Optional;

/**
 * A name in another tool's spelling and what it is here.
 *
 * @param written as it stood in the file
 * @param meant   the same thing here, or the nearest; empty if the name is unknown
 * @param exact   whether {@code meant} is the very same and not only the nearest
 */
public record Spelled<T>(String written, Optional<T> meant, boolean exact) {

    static <T> Spelled<T> unknown(String written) {
        return new Spelled<>(written, Optional.empty(), false);
    }
}
