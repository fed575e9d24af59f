package easel.run.store;

import org.jspecify.annotations.Nullable;

/** Carries a {@link StoreFailure}. */
public final class StoreException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient StoreFailure failure;

    StoreException(StoreFailure failure, @Nullable Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    /** What went wrong. */
    public StoreFailure failure() {
        return failure;
    }
}
