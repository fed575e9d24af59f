package easel.engine;

/** How a job ended: always one of the two. */
public sealed interface Outcome {

    /** It gave what was asked. */
    record Done(Result result) implements Outcome {}

    /** It did not; cancelled jobs end so as well. */
    record Failed(Failure failure) implements Outcome {}
}
