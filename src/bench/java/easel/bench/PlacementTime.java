package easel.bench;

import easel.graph.Document;
import easel.graph.Placement;
import easel.graph.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A large workflow without positions laid out. */
final class PlacementTime implements Figure {

    private static final int NODES = 10_000;
    private static final int TIMES = 10;

    @Override
    public String name() {
        return "placement";
    }

    @Override
    public String what() {
        return "10,000 nodes without positions laid out from left to right";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) {
        Document document = Jobs.row(NODES);
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < house.times(TIMES); i++) {
            long began = System.nanoTime();
            Placement.of(document.body(), _ -> new Size(200, 100));
            seconds.add((System.nanoTime() - began) / 1e9);
        }
        return List.of(Reading.p95(name(), Sample.of(seconds), "s", Goal.atMost(1)));
    }
}
