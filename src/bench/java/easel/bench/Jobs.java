package easel.bench;

import easel.engine.ContextKey;
import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.ModelFiles;
import easel.engine.Preview;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.weights.Starter;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.OutputRef;
import easel.graph.Value;
import easel.platform.Processor;
import easel.run.Presets;

/** The first launch's picture on the starter weights, as an engine's job and as a document. */
final class Jobs {

    static final String PROMPT = "mountains at sunset, purple sky, sun, clouds";

    private Jobs() {}

    static ModelFiles starter(House house) throws EngineException {
        return new Starter(house.home(), house.folders().data()).files();
    }

    /** Square, on the processor with a thread a core. */
    static Job.Paint paint(ModelFiles model, int edge, int steps, long seed) {
        return new Job.Paint(ContextKey.of(model, Execution.cpu(Processor.physicalCores())), request(edge, steps, seed), Preview.NONE);
    }

    static ImageRequest request(int edge, int steps, long seed) {
        return ImageRequest.text(PROMPT, "", edge, edge, new Sampling(Sampler.EULER, Scheduler.DISCRETE, steps, 4), seed);
    }

    /** The first preset, square, its seed fixed, painting as {@link #request} asks. */
    static Document document(int edge, int steps, long seed) {
        Document document = Presets.bundled(Presets.FIRST).orElseThrow().document();
        document = set(document, "width", Value.of(edge));
        document = set(document, "height", Value.of(edge));
        document = fine(document);
        document = set(document, "steps", Value.of(steps));
        document = set(document, "cfg", Value.of(4));
        return set(document, "seed", Value.Seed.fixed(seed));
    }

    /** The first preset painting as well as it can. */
    static Document fine(Document document) {
        Field quality = document.form().field("quality").orElseThrow();
        return quality.to(quality.offered(document).getLast().values()).on(document);
    }

    static Document set(Document document, String parameter, Value value) {
        return new Edit.SetParameter(InputRef.of("sampler", parameter), value).on(document);
    }

    /** So many nodes with ten values each, each fed by the two before it; nobody needs to know their type to edit them. */
    static Document row(int nodes) {
        Document document = Document.EMPTY;
        for (int i = 0; i < nodes; i++) {
            Node node = Node.of("blur-" + i, "blur").with("radius", Value.of(i));
            for (int v = 0; v < 9; v++) {
                node = node.with("value-" + v, Value.of("some words " + v));
            }
            for (int back = 1; back <= Math.min(i, 2); back++) {
                node = node.fedBy("picture-" + back, OutputRef.of("blur-" + (i - back), "picture"));
            }
            document = document.with(node);
        }
        return document;
    }
}
