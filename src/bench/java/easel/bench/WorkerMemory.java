package easel.bench;

import easel.engine.Failure;
import easel.engine.Job;
import easel.engine.Lora;
import easel.engine.ModelFiles;
import easel.engine.Outcome;
import easel.engine.Phase;
import easel.engine.Event;
import easel.engine.Running;
import easel.engine.worker.WorkerEngine;
import easel.platform.ProcessMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Whether the engine's process grows: many jobs of all kinds, its memory after an early and a late one of the same kind. */
final class WorkerMemory implements Figure {

    private static final int EARLY = 50;
    private static final int LATE = 300;
    /** Of ten jobs, so that the early and the late one are the same. Multiples of 64, which the UNet asks for. */
    private static final int[] EDGES = {64, 128, 192, 256, 64, 192, 128, 256, 64, 128};

    @Override
    public String name() {
        return "worker-memory";
    }

    @Override
    public String what() {
        return "the engine's process, resident, after job 300 against job 50 (64 to 256, every fifth cancelled, every third with a LoRA)";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        ModelFiles model = Jobs.starter(house);
        Path lora = TinyLora.write(house.work().resolve("tiny-lora.safetensors"));
        int last = house.quick() ? 20 : LATE;
        int first = house.quick() ? 10 : EARLY;
        double early = 0;
        try (WorkerEngine engine = house.engine()) {
            for (int i = 1; i <= last; i++) {
                boolean cancelled = i % 5 == 0 && i % 10 != 0;
                Job.Paint job = Jobs.paint(model, EDGES[i % EDGES.length], cancelled ? 4 : 1, i);
                if (i % 3 == 0) {
                    job = new Job.Paint(job.context(), job.request().with(List.of(new Lora(lora, 0.5))), job.preview());
                }
                run(engine, job, cancelled);
                if (i == first) {
                    early = resident(engine);
                }
                if (i % 50 == 0 || i == last) {
                    progress.accept("job %d: %.1f MB".formatted(i, resident(engine) / 1e6));
                }
            }
            double late = resident(engine);
            return List.of(Reading.once(name(), 100 * (late - early) / early, "%", Goal.atMost(5)),
                    Reading.once(name() + "-last", late / 1e6, "MB", null));
        }
    }

    private static void run(WorkerEngine engine, Job.Paint job, boolean cancel) throws Exception {
        AtomicBoolean partly = new AtomicBoolean();
        Running[] self = new Running[1];
        Running running;
        synchronized (self) {
            running = engine.start(job, event -> {
                if (event instanceof Event.Warned(String code, _) && code.equals("LoraPartlyApplied")) {
                    partly.set(true);
                }
                if (cancel && event instanceof Event.Progress(Phase phase, int step, _, _) && phase == Phase.SAMPLING && step == 1) {
                    synchronized (self) {
                        self[0].cancel();
                    }
                }
            });
            self[0] = running;
        }
        if (cancel) {
            Outcome outcome = running.outcome().get(120, TimeUnit.SECONDS);
            if (!(outcome instanceof Outcome.Failed(Failure.Cancelled _))) {
                throw new IOException("not cancelled: " + outcome);
            }
        } else {
            House.painted(running);
        }
        if (partly.get()) {
            throw new IOException("the LoRA does not fit the starter");
        }
    }

    private static double resident(WorkerEngine engine) throws IOException {
        long bytes = ProcessMemory.resident(engine.processId().orElseThrow());
        if (bytes <= 0) {
            throw new IOException("this system does not tell a process's memory");
        }
        return bytes;
    }
}
