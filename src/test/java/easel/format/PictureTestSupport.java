package easel.format;

/** The failure an action ends with. */
final class PictureTestSupport {

    private PictureTestSupport() {}

    @FunctionalInterface
    interface Action {
        void run() throws PictureException;
    }

    static PictureFailure failure(Action action) {
        try {
            action.run();
        } catch (PictureException e) {
            return e.failure();
        }
        throw new AssertionError("it did not fail");
    }
}
