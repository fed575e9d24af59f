package easel.format;

/** Carries a {@link PictureFailure}. */
public final class PictureException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient PictureFailure failure;

    public PictureException(PictureFailure failure) {
        this(failure, null);
    }

    PictureException(PictureFailure failure, @org.jspecify.annotations.Nullable Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    /** What went wrong. */
    public PictureFailure failure() {
        return failure;
    }
}
