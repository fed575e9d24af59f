package easel.ui.canvas;

import easel.engine.Failure;
import easel.engine.Phase;
import easel.engine.Picture;
import easel.graph.Area;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Group;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Note;
import easel.graph.OutputRef;
import easel.graph.Position;
import easel.graph.Reroute;
import easel.graph.Value;
import easel.nodes.Image;
import easel.run.JobId;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.Progress;
import easel.run.RunEvent;
import easel.run.Trouble;
import java.util.List;
import java.util.stream.IntStream;

/** A workflow with something of everything, and pictures that look like pictures. */
final class Example {

    private Example() {}

    static Document document() {
        Document d = Document.EMPTY;
        d = d.with(Note.of("note", "Lock the seed while you change words. Then only the sampler runs again.").at(new Position(0, 216)));
        d = add(d, "model", "load-checkpoint", 0, 0);
        d = set(d, "model", "checkpoint", Value.of("starter"));
        d = add(d, "prompt", "prompt", 280, 32);
        d = set(d, "prompt", "text", Value.of("mountains at dawn, (sun:1.2), clouds, soft haze over the valley"));
        d = add(d, "negative", "prompt", 280, 200);
        d = set(d, "negative", "text", Value.of("people, (text:0.8), frame, <lora:soft:1>, __weather__"));
        d = add(d, "sampler", "sampler", 560, 0);
        d = set(d, "sampler", "seed", Value.Seed.fixed(42));
        d = add(d, "bend", Reroute.TYPE, 860, 36);
        d = add(d, "save", "save-picture", 920, 0);
        d = set(d, "save", "name", Value.of("dawn-{seed}"));
        d = add(d, "again", "sampler", 1180, 0);
        d = add(d, "batch", "save-picture", 1500, 0);
        d = add(d, "small", "save-picture", 920, 260);
        d = mode(d, "small", Mode.MUTED);
        d = add(d, "passed", "sampler", 1500, 260);
        d = d.mapNodes(java.util.Set.of(new NodeId("passed")), n -> n.collapsed(true));
        d = add(d, "frozen", "load-picture", 0, 360);
        d = add(d, "strange", "upscale-by-magic", 280, 400);
        d = add(d, "off", "save-picture", 280, 560);
        d = mode(d, "off", Mode.BYPASSED);
        d = link(d, "model", "model", "sampler", "model");
        d = link(d, "model", "model", "again", "model");
        d = link(d, "prompt", "prompt", "sampler", "positive");
        d = link(d, "negative", "prompt", "sampler", "negative");
        d = link(d, "prompt", "prompt", "again", "positive");
        d = link(d, "sampler", "picture", "bend", Reroute.IN);
        d = link(d, "bend", Reroute.OUT, "save", "picture");
        d = link(d, "bend", Reroute.OUT, "small", "picture");
        d = link(d, "sampler", "picture", "again", "start");
        d = link(d, "again", "picture", "batch", "picture");
        d = link(d, "frozen", "picture", "strange", "image");
        d = link(d, "strange", "IMAGE", "off", "picture");
        d = d.with(Group.of("words", "Words", Area.of(264, -12, 224, 372)));
        return d;
    }

    private static Document add(Document d, String id, String type, double x, double y) {
        return d.node(new NodeId(id)).isPresent() ? d : new Edit.AddNode(Node.of(id, type).at(new Position(x, y))).on(d);
    }

    private static Document set(Document d, String id, String parameter, Value value) {
        return new Edit.SetParameter(InputRef.of(id, parameter), value).on(d);
    }

    private static Document mode(Document d, String id, Mode mode) {
        return new Edit.SetMode(java.util.Set.of(new NodeId(id)), mode).on(d);
    }

    private static Document link(Document d, String from, String output, String to, String input) {
        return new Edit.Connect(OutputRef.of(from, output), InputRef.of(to, input)).on(d);
    }

    /** The states of a job in its middle. */
    static List<RunEvent.NodeChanged> states() {
        return List.of(changed("model", new NodeState.Done(0, true, List.of(), null)),
                changed("prompt", new NodeState.Done(0.3, false, List.of(), null)),
                changed("negative", new NodeState.Done(0, true, List.of(), null)),
                changed("sampler", new NodeState.Running(new Progress(Phase.SAMPLING, 7, 20, 0.24, landscape(64, 64, 3)))),
                changed("save", new NodeState.Waiting()),
                changed("again", new NodeState.Failed(new Trouble.OfEngine(new Failure.EngineDied("out of memory")))),
                changed("batch", new NodeState.Done(2.1, false, IntStream.range(0, 4).mapToObj(i -> new Image(landscape(512, 384, i), null)).toList(), null)),
                changed("small", new NodeState.Skipped()));
    }

    static RunEvent.NodeChanged changed(String node, NodeState state) {
        return new RunEvent.NodeChanged(new JobId(1), new NodeId(node), new Key("k" + node), state);
    }

    /** Sky, sun and hills. */
    static Picture landscape(int width, int height, int which) {
        byte[] samples = new byte[width * height * 3];
        int[][] skies = {{88, 112, 196, 250, 190, 130}, {40, 60, 110, 230, 110, 90}, {150, 200, 235, 245, 240, 225}, {96, 84, 170, 240, 150, 150}};
        int[] sky = skies[which % skies.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double u = (double) x / width;
                double v = (double) y / height;
                double hill = 0.68 + 0.08 * Math.sin(u * 7 + which) + 0.04 * Math.sin(u * 19 + which * 2);
                double near = 0.82 + 0.06 * Math.sin(u * 5 + which * 3);
                boolean sun = Math.hypot(u - 0.3, v - 0.4) < 0.1;
                int at = (y * width + x) * 3;
                for (int c = 0; c < 3; c++) {
                    double value = v > near ? 40 + 12 * c : v > hill ? 78 + 10 * c : sun ? 250 - 40 * c : sky[c] + (sky[3 + c] - sky[c]) * v / 0.7;
                    samples[at + c] = (byte) Math.clamp((long) value, 0, 255);
                }
            }
        }
        return Picture.of(width, height, 3, samples);
    }

}
