package easel.engine.worker;

import easel.engine.Device;
import easel.engine.Engine;
import easel.engine.Embedding;
import easel.engine.EngineException;
import easel.engine.Event;
import easel.engine.Examination;
import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.Lora;
import easel.engine.ModelFiles;
import easel.engine.Outcome;
import easel.engine.Phase;
import easel.engine.RequestCheck;
import easel.engine.Running;
import easel.engine.Versions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Engine} whose work is done by another process: started when first needed, kept warm with its model, ended
 * when idle for long. A job whose process dies or hangs is tried once more in a new one; then it fails with the reason.
 */
public final class WorkerEngine implements Engine {

    private final WorkerOptions options;
    private final Examination examination;
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Thread thread;
    private final Object processLock = new Object();
    private @Nullable WorkerProcess process;   // changed by the engine's thread only, under processLock
    private volatile boolean closed;

    private sealed interface Task {}

    private record Unload() implements Task {}

    private record Ask(CompletableFuture<List<Device>> devices, CompletableFuture<Versions> versions) implements Task {}

    /**
     * An engine that starts nothing yet.
     *
     * @param examination done before a job reaches the process
     */
    public WorkerEngine(WorkerOptions options, Examination examination) {
        this.options = options;
        this.examination = examination;
        thread = new Thread(this::workThrough, "engine");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Running start(Job job, Consumer<Event> listener) {
        Ticket ticket = new Ticket(numbers.incrementAndGet(), job, listener);
        if (closed) {
            ticket.end(new Outcome.Failed(new Failure.Cancelled()));
        } else {
            tasks.add(ticket);
        }
        return ticket;
    }

    @Override
    public Optional<Failure> examine(ModelFiles files, List<Embedding> embeddings, List<Lora> loras) {
        return examination.of(files, embeddings, loras);
    }

    @Override
    public Optional<Boolean> isUnet(ModelFiles files) {
        return examination.isUnet(files);
    }

    @Override
    public List<Device> devices() throws EngineException {
        return ask().devices.join();
    }

    @Override
    public Versions versions() throws EngineException {
        return ask().versions.join();
    }

    private Ask ask() throws EngineException {
        Ask ask = new Ask(new CompletableFuture<>(), new CompletableFuture<>());
        tasks.add(ask);
        try {
            ask.devices.get();
            return ask;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EngineException known ? known
                    : new EngineException(new Failure.EngineNotStarted(String.valueOf(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(new Failure.Cancelled());
        }
    }

    /** The engine process's number, if there is one now. */
    public Optional<Long> processId() {
        synchronized (processLock) {
            return process == null ? Optional.empty() : Optional.of(process.handle().pid());
        }
    }

    @Override
    public void unload() {
        tasks.add(new Unload());
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        synchronized (processLock) {
            if (process != null) {
                process.kill();
            }
        }
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // ---- the engine's thread ----

    private void workThrough() {
        try {
            while (!closed) {
                Task task = tasks.poll(options.keptWarm().toMillis(), TimeUnit.MILLISECONDS);
                switch (task) {
                    case null -> endProcess();
                    case Unload _ -> endProcess();
                    case Ask ask -> answer(ask);
                    case Ticket ticket -> ticket.end(outcomeOf(ticket));
                }
            }
        } catch (InterruptedException closing) {
            // what is left is failed below
        } finally {
            endProcess();
            for (Task task = tasks.poll(); task != null; task = tasks.poll()) {
                if (task instanceof Ticket ticket) {
                    ticket.end(new Outcome.Failed(new Failure.Cancelled()));
                } else if (task instanceof Ask ask) {
                    ask.devices.completeExceptionally(new EngineException(new Failure.Cancelled()));
                }
            }
        }
    }

    private WorkerProcess process() throws EngineException {
        WorkerProcess current = process;
        if (current != null && current.isAlive()) {
            return current;
        }
        endProcess();
        WorkerProcess fresh = WorkerProcess.start(options);
        synchronized (processLock) {
            process = fresh;
        }
        return fresh;
    }

    private void endProcess() {
        WorkerProcess ending = process;
        synchronized (processLock) {
            process = null;
        }
        if (ending != null) {
            ending.close();
        }
    }

    private void answer(Ask ask) {
        try {
            try {
                ask(ask);
            } catch (EngineException e) {
                // A job needs the answer before it begins: it is not to fail for a death that it would have outlived itself.
                if (closed || !isWorthAnotherTry(e.failure())) {
                    throw e;
                }
                ask(ask);
            }
        } catch (EngineException e) {
            ask.devices.completeExceptionally(e);
        }
    }

    private void ask(Ask ask) throws EngineException {
        try {
            WorkerProcess worker = process();
            worker.pipe().send(new Message.AskDevices(numbers.incrementAndGet()));
            while (true) {
                if (worker.pipe().receive() instanceof Message.Devices(long _, List<Device> devices)) {
                    ask.versions.complete(worker.versions());
                    ask.devices.complete(devices);
                    return;
                }
            }
        } catch (IOException e) {
            String why = process == null ? String.valueOf(e.getMessage()) : process.epitaph();
            endProcess();
            throw new EngineException(new Failure.EngineDied(why));
        }
    }

    /** Whatever happens, a job ends: also when the engine is closed under it. */
    private Outcome outcomeOf(Ticket ticket) {
        try {
            Optional<Failure> bad = RequestCheck.check(ticket.job).or(() -> examination.of(ticket.job));
            if (bad.isPresent()) {
                return new Outcome.Failed(bad.get());
            }
            Outcome first = attempt(ticket);
            if (!(first instanceof Outcome.Failed(Failure reason)) || !isWorthAnotherTry(reason) || ticket.isGivenUp() || closed) {
                return ticket.isGivenUp() && !(first instanceof Outcome.Done) ? new Outcome.Failed(new Failure.Cancelled()) : first;
            }
            ticket.tell(new Event.Retried(reason));
            Outcome second = attempt(ticket);
            return ticket.isGivenUp() && !(second instanceof Outcome.Done) ? new Outcome.Failed(new Failure.Cancelled()) : second;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(new Failure.Cancelled());
        } catch (RuntimeException e) {
            return new Outcome.Failed(new Failure.EngineFailed(e.toString()));
        }
    }

    private static boolean isWorthAnotherTry(Failure reason) {
        return reason instanceof Failure.EngineDied || reason instanceof Failure.EngineHung;
    }

    private Outcome attempt(Ticket ticket) throws InterruptedException {
        if (ticket.isGivenUp()) {
            return new Outcome.Failed(new Failure.Cancelled());
        }
        WorkerProcess worker;
        try {
            if (process == null || !process.isAlive()) {
                ticket.tell(new Event.PhaseBegan(Phase.STARTING_ENGINE));
            }
            worker = process();
        } catch (EngineException e) {
            return new Outcome.Failed(e.failure());
        }
        HangWatch watch = new HangWatch(worker.handle(), patience(ticket.job));
        CompletableFuture<Outcome> ended = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(worker, ticket, watch, ended), "engine-events");
        reader.setDaemon(true);
        reader.start();
        try {
            worker.pipe().send(new Message.Start(ticket.number, ticket.job));
            ticket.runsIn(worker);
            while (true) {
                try {
                    Outcome outcome = ended.get(Math.min(5_000, options.stillOnCpu().toMillis() / 3), TimeUnit.MILLISECONDS);
                    if (outcome instanceof Outcome.Failed(Failure.EngineFailed _)) {
                        endProcess();   // the model is gone anyway, and a graphics card that was lost stays lost to its process
                    }
                    return outcome;
                } catch (TimeoutException stillWorking) {
                    if (watch.isHung()) {
                        long seconds = watch.stillFor().toSeconds();
                        endProcess();
                        return new Outcome.Failed(new Failure.EngineHung(seconds));
                    }
                }
            }
        } catch (IOException | ExecutionException e) {
            String why = worker.epitaph();
            endProcess();
            // Where the library cannot return it ends the process; what it says last tells a want of memory from a crash.
            return new Outcome.Failed(Failure.OutOfMemory.isSaidBy(why) ? new Failure.OutOfMemory(ticket.job.execution().rung(), why) : new Failure.EngineDied(why));
        } finally {
            ticket.runsIn(null);
            reader.join(1_000);
        }
    }

    private Duration patience(Job job) {
        return job.execution().device().equalsIgnoreCase("CPU") ? options.stillOnCpu() : HangWatch.ON_GPU;
    }

    private static void read(WorkerProcess worker, Ticket ticket, HangWatch watch, CompletableFuture<Outcome> ended) {
        try {
            while (true) {
                Message message = worker.pipe().receive();
                watch.sign();
                if (message instanceof Message.Happened(long job, Event event) && job == ticket.number) {
                    ticket.tell(event);
                } else if (message instanceof Message.Ended(long job, Outcome outcome) && job == ticket.number) {
                    ended.complete(outcome);
                    return;
                }
            }
        } catch (IOException gone) {
            ended.completeExceptionally(gone);
        } catch (Throwable t) {
            // A listener's error must not look like a hang.
            worker.kill();
            ended.complete(new Outcome.Failed(new Failure.EngineFailed(t.toString())));
        }
    }

    /** A job on its way, as its owner and the engine's thread see it. */
    private final class Ticket implements Running, Task {

        private final long number;
        private final Job job;
        private final Consumer<Event> listener;
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private boolean givenUp;
        private @Nullable WorkerProcess worker;

        Ticket(long number, Job job, Consumer<Event> listener) {
            this.number = number;
            this.job = job;
            this.listener = listener;
        }

        @Override
        public CompletableFuture<Outcome> outcome() {
            return outcome;
        }

        @Override
        public void cancel() {
            if (job instanceof Job.Convert) {
                forceStop();   // the library writes to the end whatever is asked of it
                return;
            }
            WorkerProcess running;
            synchronized (this) {
                if (givenUp) {
                    return;
                }
                givenUp = true;
                running = worker;
            }
            if (running != null) {
                sendCancel(running);
            } else if (tasks.remove(this)) {
                end(new Outcome.Failed(new Failure.Cancelled()));
            }
        }

        @Override
        public void forceStop() {
            WorkerProcess running;
            synchronized (this) {
                givenUp = true;
                running = worker;
            }
            if (running != null) {
                running.kill();
            } else if (tasks.remove(this)) {
                end(new Outcome.Failed(new Failure.Cancelled()));
            }
        }

        private void sendCancel(WorkerProcess to) {
            try {
                to.pipe().send(new Message.Cancel(number));
            } catch (IOException itIsGone) {
                // the engine's thread finds out and fails the job as cancelled
            }
        }

        /** The process that works on it now; a cancel that came before it had one is sent after. */
        void runsIn(@Nullable WorkerProcess now) {
            boolean late;
            synchronized (this) {
                worker = now;
                late = givenUp && now != null;
            }
            if (late) {
                sendCancel(now);
            }
        }

        synchronized boolean isGivenUp() {
            return givenUp;
        }

        void tell(Event event) {
            listener.accept(event);
        }

        void end(Outcome how) {
            outcome.complete(how);
        }
    }
}
