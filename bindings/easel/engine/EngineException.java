package easel.engine;

/** A {@link Failure} where there is no job to carry it. */
public final class EngineException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public EngineException(Failure failure) {
        super(failure.toString());
        this.failure = failure;
    }

    /** What went wrong. */
    public Failure failure() {
        return failure;
    }
}
