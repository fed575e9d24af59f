package easel.bench;

import easel.engine.Execution;
import easel.engine.Preview;
import easel.engine.worker.WorkerEngine;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.OutputRef;
import easel.graph.Value;
import easel.run.Forecast;
import easel.run.RunOptions;
import easel.run.Studio;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A workflow of a thousand nodes planned again: checked, ordered, every key made, every result looked up. */
final class UnchangedPlan implements Figure {

    private static final int TIMES = 100;
    private static final int SAMPLERS = 333;

    @Override
    public String name() {
        return "unchanged-plan";
    }

    @Override
    public String what() {
        return "an unchanged workflow of 1,000 nodes planned and looked up";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        Document document = document();
        RunOptions options = new RunOptions(Execution.cpu(1), Preview.NONE, house.pictures(name()));
        List<Double> milliseconds = new ArrayList<>();
        try (WorkerEngine engine = house.engine(); Studio studio = new Studio(engine, house.folders(), house.home())) {
            for (int i = 0; i < house.times(TIMES); i++) {
                studio.forecast(document, options);   // the window plans after every edit: its code is warm
            }
            for (int i = 0; i < house.times(TIMES); i++) {
                long began = System.nanoTime();
                Forecast forecast = studio.forecast(document, options);
                milliseconds.add((System.nanoTime() - began) / 1e6);
                if (forecast.nodes().size() != document.size()) {
                    throw new IllegalStateException(forecast.nodes().size() + " nodes planned: " + forecast.problems());
                }
            }
        }
        return List.of(Reading.p95(name(), Sample.of(milliseconds), "ms", Goal.atMost(10)));
    }

    /** A row of samplers, each painting over the last one's picture with words and a Prompt of its own. */
    private static Document document() {
        Document row = Document.EMPTY.with(Node.of("model", "load-checkpoint"));
        for (int i = 0; i < SAMPLERS; i++) {
            Node sampler = Node.of("sampler" + i, "sampler").with("seed", Value.Seed.fixed(i)).fedBy("model", OutputRef.of("model", "model"))
                    .fedBy("positive", OutputRef.of("words" + i, "prompt")).fedBy("negative", OutputRef.of("not" + i, "prompt"));
            row = row.with(Node.of("words" + i, "prompt").with("text", Value.of("words " + i)))
                    .with(Node.of("not" + i, "prompt").with("text", Value.of("no " + i)))
                    .with(i == 0 ? sampler : sampler.fedBy("start", OutputRef.of("sampler" + (i - 1), "picture")));
        }
        return row;
    }
}
