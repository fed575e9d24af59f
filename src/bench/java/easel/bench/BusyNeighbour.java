package easel.bench;

import easel.engine.Event;
import easel.engine.ModelFiles;
import easel.engine.Result;
import easel.engine.worker.WorkerEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How much longer a picture takes while another program keeps one core busy; the engine's threads must not wait turning. */
final class BusyNeighbour implements Figure {

    private static final int TIMES = 4;
    private static final Goal GOAL = Goal.atMost(5);
    private static final Consumer<Event> UNHEARD = _ -> { };

    @Override
    public String name() {
        return "busy-neighbour";
    }

    @Override
    public String what() {
        return "a picture of 128x128 and 20 steps on all threads beside a program that keeps one core busy / alone";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        ModelFiles model = Jobs.starter(house);
        List<Double> ratios = new ArrayList<>();
        try (WorkerEngine engine = house.engine()) {
            House.painted(engine.start(Jobs.paint(model, 128, 1, 1), UNHEARD));
            for (int i = 0; i < house.times(TIMES); i++) {
                double alone = seconds(engine, model, i);
                Process neighbour = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
                try {
                    ratios.add(seconds(engine, model, i) / alone);
                } finally {
                    neighbour.destroyForcibly().waitFor();
                }
                progress.accept("%.2f s alone, %.1f times that beside it".formatted(alone, ratios.getLast()));
            }
        }
        return List.of(Reading.median(name(), Sample.of(ratios), "ratio", GOAL));
    }

    private static double seconds(WorkerEngine engine, ModelFiles model, int seed) throws Exception {
        Result.Painted painted = House.painted(engine.start(Jobs.paint(model, 128, 20, seed), UNHEARD));
        return painted.timings().native_();
    }
}
