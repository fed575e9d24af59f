package easel.engine.worker;

import easel.engine.Device;
import easel.engine.Event;
import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.Outcome;
import easel.engine.Versions;
import java.util.List;

/** What goes over the pipe, one line of JSON each; the samples of pictures follow the line as bytes. */
sealed interface Message {

    /** Raised when any message changes its meaning; the two sides must agree. */
    int PROTOCOL = 2;

    // ---- from the engine ----

    /** The first thing the engine says. */
    record Hello(int protocol, Versions versions) implements Message {}

    /** ... or this, and then it ends. */
    record Refused(Failure failure) implements Message {}

    /** A job told something. */
    record Happened(long job, Event event) implements Message {}

    /** A job ended. */
    record Ended(long job, Outcome outcome) implements Message {}

    /** The answer to {@link AskDevices}. */
    record Devices(long question, List<Device> devices) implements Message {}

    // ---- to the engine ----

    /** Do this after what was asked before. Job numbers rise. */
    record Start(long job, Job work) implements Message {}

    /** End that job, whether it has begun or not. */
    record Cancel(long job) implements Message {}

    /** What can do the work? */
    record AskDevices(long question) implements Message {}
}
