package easel.engine.worker;

import easel.engine.EngineException;
import easel.engine.Event;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.Outcome;
import easel.engine.Phase;
import easel.engine.Rung;
import easel.engine.ffm.Library;
import easel.engine.ffm.NativeEngine;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The engine's process. Does what comes over the pipe, one job at a time, and ends when its parent is gone: the end of
 * standard input or of the pipe means that.
 */
public final class WorkerMain {

    private static final int STACK = 16 << 20;   // the library's regular expressions recurse over the prompt

    private final Pipe pipe;
    private final Outbox outbox;
    private final NativeEngine engine;
    private final Path state;
    private final boolean ownEngine;
    private final LinkedBlockingQueue<Message> asked = new LinkedBlockingQueue<>();
    private final Set<Long> cancelled = ConcurrentHashMap.newKeySet();
    private @Nullable EngineLock lock;
    private String lockedDevice = "";

    private WorkerMain(Pipe pipe, Outbox outbox, NativeEngine engine, Path state, boolean ownEngine) {
        this.pipe = pipe;
        this.outbox = outbox;
        this.engine = engine;
        this.state = state;
        this.ownEngine = ownEngine;
    }

    /** Arguments: socket, library, file for last words, state folder, {@code own} or {@code shared}, {@code low} or {@code normal}. */
    public static void main(String[] arguments) throws Exception {
        thread("parent", WorkerMain::endWithParent).start();
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(Path.of(arguments[0])));
        Pipe pipe = new Pipe(channel);
        NativeEngine engine;
        try {
            engine = new NativeEngine(Library.load(Path.of(arguments[1])), Path.of(arguments[2]));
        } catch (EngineException e) {
            pipe.send(new Message.Refused(e.failure()));
            return;
        }
        if (arguments[5].equals("low")) {
            engine.lowerPriority();
        }
        Outbox outbox = new Outbox(pipe);
        WorkerMain worker = new WorkerMain(pipe, outbox, engine, Path.of(arguments[3]), arguments[4].equals("own"));
        outbox.put(new Message.Hello(Message.PROTOCOL, engine.library().versions()));
        thread("outbox", outbox::sendAll).start();
        thread("inbox", worker::receiveAll).start();
        Thread work = new Thread(null, guarded(worker::workThrough), "engine", STACK);
        work.start();
    }

    private interface Body {
        void run() throws Exception;
    }

    private static Thread thread(String name, Body body) {
        Thread thread = new Thread(guarded(body), name);
        thread.setDaemon(true);
        return thread;
    }

    private static Runnable guarded(Body body) {
        return () -> {
            try {
                body.run();
            } catch (Throwable t) {
                if (!(t instanceof IOException)) {
                    t.printStackTrace();   // the parent keeps this process's error output
                }
                Runtime.getRuntime().halt(1);
            }
        };
    }

    private static void endWithParent() throws IOException {
        while (System.in.read() >= 0) {
            // nothing is ever written here
        }
        Runtime.getRuntime().halt(0);   // not exit: a native call under way would keep the process
    }

    private void receiveAll() throws IOException {
        while (true) {
            Message message = pipe.receive();
            if (message instanceof Message.Cancel(long job)) {
                cancelled.add(job);
                engine.cancel(job);
            } else {
                asked.add(message);
            }
        }
    }

    private void workThrough() throws Exception {
        while (true) {
            Message message = asked.poll(500, TimeUnit.MILLISECONDS);
            switch (message) {
                case null -> letGoIfWanted();
                case Message.Start(long job, Job work) -> {
                    outbox.put(new Message.Ended(job, run(job, work)));
                    cancelled.removeIf(c -> c <= job);
                }
                case Message.AskDevices(long question) -> outbox.put(new Message.Devices(question, engine.library().devices()));
                default -> throw new IOException("not for the engine: " + message);
            }
        }
    }

    private Outcome run(long job, Job work) throws IOException, InterruptedException {
        if (!takeLock(job, work) || cancelled.contains(job)) {
            return new Outcome.Failed(new Failure.Cancelled());
        }
        return engine.run(job, work, event -> outbox.put(new Message.Happened(job, event)));
    }

    /** Waits for the device's lock; false if the job was cancelled meanwhile. */
    private boolean takeLock(long job, Job work) throws IOException, InterruptedException {
        if (ownEngine) {
            return true;
        }
        String device = deviceOf(work);
        if (lock == null || !lockedDevice.equals(device)) {
            letGo();
            lock = new EngineLock(state, device);
            lockedDevice = device;
        }
        while (!lock.tryTake()) {
            if (cancelled.contains(job)) {
                return false;
            }
            outbox.put(new Message.Happened(job, new Event.PhaseBegan(Phase.WAITING_FOR_ENGINE)));
            Thread.sleep(300);
        }
        return true;
    }

    private static String deviceOf(Job work) {
        Execution execution = work.execution();
        return execution.rung() == Rung.CPU ? "CPU" : execution.device();
    }

    private void letGoIfWanted() throws IOException {
        if (lock != null && lock.isHeld() && lock.isWanted()) {
            letGo();
        }
    }

    private void letGo() throws IOException {
        if (lock != null) {
            engine.drop();
            lock.close();
            lock = null;
        }
    }
}
