package easel.run;

/** How a job ended. */
public sealed interface Ending {

    /** Everything asked for is there. */
    record Done() implements Ending {}

    /** Something is not: the first trouble; the nodes' own states tell the rest. */
    record Failed(Trouble trouble) implements Ending {}

    /** Somebody took it back; what was done until then stays. */
    record Cancelled() implements Ending {}
}
