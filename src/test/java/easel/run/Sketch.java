package easel.run;

import easel.engine.Picture;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Value;
import easel.nodes.Catalogue;
import java.util.function.IntBinaryOperator;

/** Writes a workflow down: {@code parameter=value} and {@code input<node.output}. */
final class Sketch {

    private Document flow = Document.EMPTY;

    /** Model, prompts and the settings of a small picture, for any of the nodes that paint. */
    static final String[] SMALL = {"model<model.model", "positive<yes.prompt", "negative<no.prompt", "steps=4", "cfg=4", "seed=7"};

    /** A model and two prompts. */
    static Sketch withModel(String checkpoint) {
        return new Sketch().add("model", "load-checkpoint", "checkpoint=" + checkpoint)
                .add("yes", "prompt", "text=mountains at sunset, purple sky, sun, clouds").add("no", "prompt", "text=fog");
    }

    Document document() {
        return flow;
    }

    /** Takes a node in the place of the one of its id. */
    Sketch with(Node node) {
        flow = flow.with(node);
        return this;
    }

    Sketch add(String id, String type, String... settings) {
        flow = flow.with(Node.of(id, type));
        return set(id, settings);
    }

    Sketch set(String id, String... settings) {
        flow = set(flow, id, settings);
        return this;
    }

    /** Sets values of a node, {@code parameter=value}, and feeds it, {@code input<node.output}. */
    static Document set(Document document, String id, String... settings) {
        Document flow = document;
        for (String setting : settings) {
            int link = setting.indexOf('<');
            int value = setting.indexOf('=');
            if (value < 0 || link >= 0 && link < value) {
                String[] from = setting.substring(link + 1).split("\\.");
                flow = new Edit.Connect(OutputRef.of(from[0], from[1]), InputRef.of(id, setting.substring(0, link))).on(flow);
            } else {
                String name = setting.substring(0, value);
                Node node = flow.node(new NodeId(id)).orElseThrow();
                Value read = Catalogue.schema(node.type()).orElseThrow().parameter(name).orElseThrow().rule().read(setting.substring(value + 1));
                flow = flow.with(node.with(name, read));
            }
        }
        return flow;
    }

    /** A grey picture with the sample that a function gives at each place. */
    static Picture grey(int width, int height, IntBinaryOperator sample) {
        byte[] samples = new byte[width * height];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) sample.applyAsInt(at % width, at / width);
        }
        return Picture.of(width, height, 1, samples);
    }

    /** A picture in which no two neighbours are alike. */
    static Picture motley(int width, int height, int channels) {
        byte[] samples = new byte[width * height * channels];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (at * 37 % 251);
        }
        return Picture.of(width, height, channels, samples);
    }
}
