package easel.run;

/** Which Easel this is. */
public final class Version {

    /** As the build file has it; a test holds the two together. */
    public static final String TEXT = "0.1.0";

    private Version() {}
}
