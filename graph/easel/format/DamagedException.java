package easel.format;

import java.io.IOException;

/** A picture's bytes contradict its format; becomes {@link PictureFailure.Damaged}. */
final class DamagedException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedException(String message) {
        super(message);
    }
}
