package easel.bench;

import easel.engine.Picture;
import easel.graph.About;
import easel.graph.Body;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Extras;
import easel.graph.Field;
import easel.graph.Form;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Outlet;
import easel.graph.OutputRef;
import easel.graph.Phrase;
import easel.graph.Position;
import easel.graph.SocketType;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.nodes.Image;
import easel.run.JobId;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.RunEvent;
import java.util.ArrayList;
import java.util.List;

/** A large workflow: every node has 10 sockets, 4 parameters and a place for a picture; 1.5 wires a node. */
final class CanvasGraph {

    private static final SubgraphId TYPE = new SubgraphId("ten");
    private static final int COLUMNS = 40;
    private static final int ACROSS = 280;
    private static final int DOWN = 440;

    private CanvasGraph() {}

    static Document of(int nodes) {
        Document document = Document.EMPTY.with(type());
        for (int i = 0; i < nodes; i++) {
            int column = i % COLUMNS;
            Node node = Node.of("n" + i, TYPE.type()).at(new Position(column * ACROSS, (double) (i / COLUMNS) * DOWN));
            if (column > 0) {
                node = node.fedBy("picture", new OutputRef(new NodeId("n" + (i - 1)), "picture"));
                if (i >= COLUMNS && i % 2 == 0) {
                    node = node.fedBy("model", new OutputRef(new NodeId("n" + (i - COLUMNS - 1)), "model"));
                }
            }
            document = document.with(node);
        }
        return document;
    }

    private static Subgraph type() {
        Node inner = Node.of("s", "sampler");
        List<Field> fields = new ArrayList<>();
        for (SocketType.Known type : List.of(SocketType.Known.IMAGE, SocketType.Known.MODEL, SocketType.Known.CLIP, SocketType.Known.VAE,
                SocketType.Known.CONDITIONING, SocketType.Known.MASK)) {
            fields.add(socket(type));
        }
        for (String parameter : List.of("steps", "cfg", "sampler", "strength")) {
            fields.add(Field.of(parameter, new Control.Words(false), InputRef.of("s", parameter)));
        }
        List<Outlet> outlets = new ArrayList<>();
        for (SocketType.Known type : List.of(SocketType.Known.IMAGE, SocketType.Known.MODEL, SocketType.Known.LATENT, SocketType.Known.MASK)) {
            outlets.add(new Outlet(name(type), OutputRef.of("nobody", "x"), type, Phrase.NONE, Extras.NONE));
        }
        return new Subgraph(TYPE, new About("ten", Phrase.of("Ten sockets", "十个插口"), Phrase.NONE),
                Body.EMPTY.with(inner), new Form(fields, outlets), Extras.NONE);
    }

    private static String name(SocketType.Known type) {
        return type == SocketType.Known.IMAGE ? "picture" : type.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Field socket(SocketType.Known type) {
        return new Field(name(type), List.of(), new Control.Words(false), type, null, Field.Section.MAIN, Phrase.NONE, Phrase.NONE, null, Extras.NONE);
    }

    /** Every tenth node has a picture of {@code side} x {@code side}. */
    static List<RunEvent.NodeChanged> pictures(int nodes, int side) {
        List<RunEvent.NodeChanged> done = new ArrayList<>();
        for (int i = 0; i < nodes && done.size() < 100; i += Math.max(1, nodes / 100)) {
            byte[] samples = new byte[side * side * 3];
            for (int at = 0; at < samples.length; at++) {
                samples[at] = (byte) (at * 31L / 7 + at / (side * 3) + i * 40);
            }
            done.add(new RunEvent.NodeChanged(new JobId(1), new NodeId("n" + i), new Key("k"),
                    new NodeState.Done(1, false, List.of(new Image(Picture.of(side, side, 3, samples), null)), null)));
        }
        return done;
    }
}
