package easel.platform;

/** The program's own name and version. */
public final class Program {

    /** The version, as the build file has it; a test holds the two together. */
    public static final String VERSION = "0.1.0";

    private Program() {}
}
