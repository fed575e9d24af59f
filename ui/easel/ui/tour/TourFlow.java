package easel.ui.tour;

import easel.graph.About;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.OutputRef;
import easel.graph.Phrase;
import easel.graph.Position;
import easel.graph.Size;
import easel.graph.Value;

/** The graph of the tour: one checkpoint, two samplers with words of their own. It saves nothing. */
final class TourFlow {

    private static final int SIDE = 256;

    private TourFlow() {}

    static Document document() {
        Document flow = Document.EMPTY.about(new About("", Phrase.of("Tour", "导览"), Phrase.NONE))
                .with(Node.of("model", "load-checkpoint").at(new Position(-24, 320)));
        flow = branch(flow, "first", "sea at sunset, purple sky, sun, two boats", 0);
        return branch(flow, "second", "sea at night, moon, stars, two boats", 400);
    }

    /** Low and narrow enough that the words can be read where the whole is seen in a window of usual size. */
    private static Document branch(Document flow, String name, String words, double y) {
        return flow.with(Node.of(name + "-prompt", "prompt").at(new Position(224, y + 64)).with("text", Value.of(words)))
                .with(Node.of(name, "sampler").at(new Position(448, y)).sized(new Size(256, 360)).fedBy("model", OutputRef.of("model", "model"))
                        .fedBy("positive", OutputRef.of(name + "-prompt", "prompt")).with("width", Value.of(SIDE)).with("height", Value.of(SIDE))
                        .with("cfg", Value.of(4)).with("seed", Value.Seed.fixed(42)))
                .with(Node.of(name + "-shown", "preview-image").at(new Position(744, y + 64)).sized(new Size(208, 232))
                        .fedBy("images", OutputRef.of(name, "picture")));
    }
}
