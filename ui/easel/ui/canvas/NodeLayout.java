package easel.ui.canvas;

import easel.graph.Document;
import easel.graph.Node;
import easel.graph.Note;
import easel.graph.Reroute;
import easel.graph.Rim;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Size;
import easel.graph.SocketType;
import easel.graph.SubgraphId;
import easel.graph.Types;
import easel.nodes.Catalogue;
import easel.platform.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where everything in a node stands, in the canvas's own pixels from its upper left corner. Depends on the type, the size
 * and which advanced parameters are used, never on a result or the language, so that nothing moves by itself; nodes of one
 * shape share one.
 *
 * @param picture the place kept for what it gives, or null
 * @param known   whether the catalogue has the type
 */
record NodeLayout(int width, int height, List<Socket> inputs, List<Socket> outputs, List<Field> fields,
        @Nullable Box picture, boolean known) {

    static final int HEAD = 28;
    static final int ROW = 24;
    static final int INSET = 8;
    static final int GAP = 4;
    /** The sign in the head that something is wrong. */
    static final int BADGE = 16;
    static final int LEAST_WIDTH = 144;
    static final int MOST_WIDTH = 640;
    /** What no screen and no person needs; a file can say anything. */
    static final int MOST_HEIGHT = 4096;
    /** A line of a text area. */
    static final int TEXT_LINE = 18;
    private static final int TEXT_LINES = 4;
    private static final int STEP = 8;
    /** Between a name on the left and one on the right of the same row. */
    private static final int BETWEEN = 16;
    /** From the edge to a socket's name. */
    static final int NAME = 12;
    /** What longest texts are written in areas of several lines. */
    private static final int LONG_TEXT = 1 << 16;
    private static final int LEAST_PICTURE = 48;
    /** A line of what a node says, with air. */
    private static final int LEAST_WORDS = TEXT_LINE + 10;
    /** For a short state at the head's right. */
    private static final int STATE = 68;
    private static final int NOTE_HEIGHT = 96;
    /** What a note says can be edited where it stands, as any node's words. */
    private static final Schema.Parameter NOTE_WORDS = new Types(Document.EMPTY, Catalogue::schema).apply(Note.TYPE)
            .flatMap(s -> s.parameter(Note.TEXT)).orElseThrow();
    /** A bend in a link. */
    private static final int BEND = 16;

    /** A rectangle. */
    record Box(int x, int y, int width, int height) {
        boolean contains(double px, double py) {
            return px >= x && py >= y && px < x + width && py < y + height;
        }
    }

    /** A socket; {@code x} is 0 or the node's width. */
    record Socket(String name, String label, SocketType type, boolean required, int x, int y) {}

    /** How a parameter is shown. */
    enum Look { NUMBER, CHOICE, SWITCH, SEED, LINE, AREA, FILE }

    /** A parameter's field. */
    record Field(Schema.Parameter parameter, String label, Look look, Box box) {
        int middle() {
            return look == Look.AREA ? box.y() + ROW / 2 : box.y() + box.height() / 2;
        }
    }

    NodeLayout {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        fields = List.copyOf(fields);
    }

    Optional<Socket> output(String name) {
        return outputs.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** Where a wire to an input ends: its socket, or the left edge of the parameter's field. */
    int inputY(String name) {
        for (Socket socket : inputs) {
            if (socket.name().equals(name)) {
                return socket.y();
            }
        }
        for (Field field : fields) {
            if (field.parameter().name().equals(name)) {
                return field.middle();
            }
        }
        return HEAD / 2;
    }

    /** The output whose words are shown in the place kept for what it gives; empty if pictures are, or nothing. */
    Optional<Socket> words() {
        return picture == null || !known || outputs.stream().anyMatch(o -> Maker.isSeen(o.type())) ? Optional.empty()
                : outputs.stream().filter(o -> o.type() == SocketType.Known.TEXT).findFirst();
    }

    int outputY(String name) {
        return output(name).map(Socket::y).orElse(HEAD / 2);
    }

    /** What is written at an input, be it a socket or a parameter, or at an output. */
    String label(boolean input, String name) {
        return (input ? inputs : outputs).stream().filter(s -> s.name().equals(name)).map(Socket::label).findFirst()
                .or(() -> fields.stream().filter(f -> input && f.parameter().name().equals(name)).map(Field::label).findFirst()).orElse(name);
    }

    SocketType typeOf(String input) {
        return inputs.stream().filter(s -> s.name().equals(input)).map(Socket::type).findFirst()
                .or(() -> fields.stream().filter(f -> f.parameter().name().equals(input)).map(f -> f.parameter().type()).findFirst())
                .orElse(new SocketType.Foreign(""));
    }

    /** How large a node of {@code type} wants to be, for placing it: the picture's place is in it, and room to read what it says. */
    static Size natural(String type, Type faces) {
        NodeLayout layout = of(Node.of("n", type), Catalogue::schema, new Say(Language.ENGLISH), faces, new LinkedHashSet<>());
        return new Size(layout.width, layout.height + (layout.words().isPresent() ? GAP + Maker.areaHeight() : 0));
    }

    /** A node as it comes into a document: where it says something, with room to read that. */
    static Node coming(Node node, Type faces) {
        Size natural = natural(node.type(), faces);
        NodeLayout bare = of(node, Catalogue::schema, new Say(Language.ENGLISH), faces, new LinkedHashSet<>());
        return node.size() == null && bare.words().isPresent() ? node.sized(natural) : node;
    }

    /**
     * The layout of a node.
     *
     * @param asked outputs that other nodes take from it
     */
    static NodeLayout of(Node node, Function<String, Optional<Schema>> schemas, Say say, Type faces, SequencedSet<String> asked) {
        if (Note.is(node)) {
            return note(node);
        }
        if (Reroute.is(node)) {
            return bend();
        }
        Schema schema = schemas.apply(node.type()).orElse(null);
        return schema == null ? unknown(node, say, faces, asked) : new Maker(node, schema, say, faces, asked).layout();
    }

    /** The parameters a node shows: one that most people never touch only where it is fed, or is not as it comes. */
    static List<Schema.Parameter> shown(Node node, Schema schema) {
        return schema.parameters().stream().filter(p -> !p.advanced() || node.inputs().containsKey(p.name())
                || node.value(p.name()).filter(v -> !v.equals(p.standard())).isPresent()).toList();
    }

    private static NodeLayout note(Node node) {
        int width = width(node, 176);
        int height = node.collapsed() ? HEAD : node.size() == null ? NOTE_HEIGHT : height(node, HEAD + TEXT_LINE + 2 * INSET);
        Box words = node.collapsed() ? null : new Box(NAME, HEAD + GAP, width - 2 * NAME, height - HEAD - GAP - INSET);
        List<Field> fields = words == null ? List.of() : List.of(new Field(NOTE_WORDS, "", Look.AREA, words));
        return new NodeLayout(width, height, List.of(), List.of(), fields, words, true);
    }

    private static NodeLayout bend() {
        return new NodeLayout(BEND, BEND, List.of(new Socket(Reroute.IN, "", SocketType.ANY, false, 0, BEND / 2)),
                List.of(new Socket(Reroute.OUT, "", SocketType.ANY, false, BEND, BEND / 2)), List.of(), null, true);
    }

    private static NodeLayout unknown(Node node, Say say, Type faces, SequencedSet<String> asked) {
        SocketType foreign = new SocketType.Foreign("");
        List<String> ins = List.copyOf(node.inputs().keySet());
        int rows = Math.max(ins.size(), asked.size());
        int width = width(node, up(Math.clamp((int) (30 + faces.face(Type.Role.TITLE, 1).width(say.title(node)) + 12), 176, 320)));
        int note = HEAD + GAP + rows * ROW;
        int height = node.collapsed() ? HEAD : height(node, note + 3 * TEXT_LINE + INSET);
        List<Socket> inputs = new ArrayList<>();
        List<Socket> outputs = new ArrayList<>();
        for (String in : ins) {
            inputs.add(new Socket(in, in, foreign, false, 0, y(node, inputs.size())));
        }
        for (String out : asked) {
            outputs.add(new Socket(out, out, foreign, false, width, y(node, outputs.size())));
        }
        return new NodeLayout(width, height, inputs, outputs, List.of(),
                node.collapsed() ? null : new Box(INSET, note, width - 2 * INSET, height - INSET - note), false);
    }

    private static int y(Node node, int row) {
        return node.collapsed() ? HEAD / 2 : HEAD + GAP + row * ROW + ROW / 2;
    }

    private static int up(double width) {
        return (int) Math.ceil(width / STEP) * STEP;
    }

    private static int width(Node node, int natural) {
        return node.size() == null || !(node.size().width() > 0) ? natural : (int) Math.clamp(node.size().width(), LEAST_WIDTH, MOST_WIDTH);
    }

    private static int height(Node node, int least) {
        return node.size() == null || !(node.size().height() > least) ? least : (int) Math.min(node.size().height(), MOST_HEIGHT);
    }

    /** Lays out a node whose type is known. */
    private static final class Maker {

        private final Node node;
        private final Schema schema;
        private final List<Schema.Parameter> parameters;
        private final Say say;
        private final Type.Face rows;
        private final Type.Face titles;
        private final SequencedSet<String> strangers = new LinkedHashSet<>();
        private final List<Socket> inputs = new ArrayList<>();
        private final List<Socket> outputs = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();

        Maker(Node node, Schema schema, Say say, Type faces, SequencedSet<String> asked) {
            this.node = node;
            this.schema = schema;
            this.parameters = shown(node, schema);
            this.say = say;
            this.rows = faces.face(Type.Role.ROW, 1);
            this.titles = faces.face(Type.Role.TITLE, 1);
            asked.stream().filter(o -> schema.output(o).isEmpty()).forEach(strangers::add);
        }

        NodeLayout layout() {
            int width = width(node, natural());
            schema.inputs().forEach(i -> inputs.add(new Socket(i.name(), say.label(schema.type(), i.name()), i.type(), i.required(), 0, y(node, inputs.size()))));
            // A link to something the type has not is a problem people must see, so it ends somewhere.
            node.inputs().keySet().stream().filter(i -> schema.typeOf(i).isEmpty())
                    .forEach(i -> inputs.add(new Socket(i, i, new SocketType.Foreign(""), false, 0, y(node, inputs.size()))));
            schema.outputs().forEach(o -> outputs.add(new Socket(o.name(), say.label(schema.type(), o.name()), o.type(), false, width, y(node, outputs.size()))));
            strangers.forEach(o -> outputs.add(new Socket(o, o, new SocketType.Foreign(""), false, width, y(node, outputs.size()))));
            if (node.collapsed()) {
                return new NodeLayout(width, HEAD, inputs, outputs, List.of(), null, true);
            }
            int y = HEAD + GAP + Math.max(inputs.size(), outputs.size()) * ROW;
            int wanted = picture(width);
            int fixed = heightOf(parameters, width) + (wanted > 0 ? GAP : 0);
            int least = y + fixed + (wanted > 0 ? LEAST_PICTURE : 0) + INSET;
            int height = node.size() == null ? wanted > 0 ? Math.max(least, usual(width, y, wanted)) : least : height(node, least);
            int spare = height - y - fixed - INSET;
            boolean says = wanted == 0 && saysWords();
            // A node nobody gave a size keeps the one it has in files from before there were words in it: opening overlaps nothing.
            boolean below = says && spare >= GAP + LEAST_WORDS;
            y = place(width, y, wanted > 0 ? 0 : below ? Math.max(0, spare - GAP - areaHeight()) : spare);
            Box picture = wanted > 0 || below ? new Box(INSET, y + GAP, width - 2 * INSET, height - INSET - y - GAP) : says ? besideOutput(width) : null;
            return new NodeLayout(width, height, inputs, outputs, fields, picture, true);
        }

        /** As wide as its kind is, or as its names in either language need: the language must not move anything. */
        private int natural() {
            int least = switch (schema.kind()) {
                case PAINT -> 256;
                case WORDS -> 192;
                case LOAD, PICTURE, MASK, VIDEO, OUTPUT -> 176;
                case VALUE -> LEAST_WIDTH;
            };
            double needed = least;
            for (Language language : Language.values()) {
                UnaryOperator<String> label = port -> say.in(language).label(schema.type(), port);
                needed = Math.max(needed, 30 + titles.width(say.in(language).title(schema.type())) + STATE);
                for (int row = 0; row < Math.max(schema.inputs().size(), schema.outputs().size()); row++) {
                    double in = row < schema.inputs().size() ? rows.width(label.apply(schema.inputs().get(row).name())) : 0;
                    double out = row < schema.outputs().size() ? rows.width(label.apply(schema.outputs().get(row).name())) : 0;
                    needed = Math.max(needed, NAME + in + (in > 0 && out > 0 ? BETWEEN : 0) + out + NAME);
                }
                for (Schema.Parameter parameter : schema.parameters()) {
                    Look look = look(parameter.rule());
                    double value = look == Look.SEED ? 128 : look == Look.CHOICE ? 72 : look == Look.NUMBER ? 48 : look == Look.SWITCH || look == Look.FILE ? 24 : 0;
                    needed = Math.max(needed, 2 * INSET + 2 * INSET + rows.width(label.apply(parameter.name())) + value);
                }
            }
            return Math.min(320, up(needed));
        }

        private int picture(int width) {
            if (Rim.is(node)) {
                return 0;   // it gives what others gave
            }
            boolean gives = schema.outputs().stream().anyMatch(o -> isSeen(o.type()));
            // A subgraph that saves shows what it saves, wherever that comes from.
            boolean keeps = schema.sink() && SubgraphId.isInstance(schema.type()) || schema.sink() && schema.inputs().stream().anyMatch(i -> isSeen(i.type()));
            int room = width - 2 * INSET;
            return !gives && !keeps ? 0 : schema.kind() == Schema.Kind.PAINT ? room : Math.round(room * 2f / 3);
        }

        /** Whether it gives words, and no pictures, that do not stand in it already. */
        private boolean saysWords() {
            return !Rim.is(node) && !saysWhatStandsInIt() && schema.outputs().stream().noneMatch(o -> isSeen(o.type()))
                    && schema.outputs().stream().anyMatch(o -> o.type() == SocketType.Known.TEXT && schema.parameter(o.name()).isEmpty());
        }

        /** Room for the first of its words, left of the output that gives them. */
        private @Nullable Box besideOutput(int width) {
            for (int row = inputs.size(); row < outputs.size(); row++) {
                if (outputs.get(row).type() == SocketType.Known.TEXT) {
                    int label = (int) Math.ceil(rows.width(outputs.get(row).label()));
                    return new Box(INSET, HEAD + GAP + row * ROW + 2, width - INSET - label - NAME - INSET, ROW - 4);
                }
            }
            return null;
        }

        private static boolean isSeen(SocketType type) {
            return type == SocketType.Known.IMAGE || type == SocketType.Known.VIDEO;
        }

        private static Look look(Rule rule) {
            return switch (rule) {
                case Rule.Words words -> words.longest() >= LONG_TEXT ? Look.AREA : Look.LINE;
                case Rule.Whole _, Rule.Real _ -> Look.NUMBER;
                case Rule.Truth _ -> Look.SWITCH;
                case Rule.Choice _ -> Look.CHOICE;
                case Rule.Seed _ -> Look.SEED;
                case Rule.File _, Rule.Folder _ -> Look.FILE;
                case Rule.Shapes _ -> Look.CHOICE;
            };
        }

        /** Whether all it can give are words that are read in it already. */
        private boolean saysWhatStandsInIt() {
            return schema.inputs().isEmpty() && schema.parameters().size() == 1 && schema.parameters().getFirst().rule() instanceof Rule.Words;
        }

        /** As high as a node is that has nothing set beyond the usual: a row more takes from the picture, so that nothing below is covered. */
        private int usual(int width, int y, int picture) {
            return y + heightOf(schema.parameters().stream().filter(p -> !p.advanced()).toList(), width) + GAP + picture + INSET;
        }

        private int heightOf(List<Schema.Parameter> fields, int width) {
            int height = 0;
            for (int i = 0; i < fields.size(); i += pairs(fields, i, width) ? 2 : 1) {
                height += (look(fields.get(i).rule()) == Look.AREA ? areaHeight() : ROW) + (height > 0 ? GAP : 0);
            }
            return height;
        }

        private static int areaHeight() {
            return TEXT_LINES * TEXT_LINE + 10;
        }

        /** Two short numbers share a row. */
        private boolean pairs(List<Schema.Parameter> fields, int i, int width) {
            return i + 1 < fields.size() && isShortNumber(fields.get(i), width) && isShortNumber(fields.get(i + 1), width);
        }

        private boolean isShortNumber(Schema.Parameter parameter, int width) {
            double half = (width - 2 * INSET - INSET) / 2.0;
            if (look(parameter.rule()) != Look.NUMBER) {
                return false;
            }
            for (Language language : Language.values()) {
                if (rows.width(say.in(language).label(schema.type(), parameter.name())) + 2 * INSET + 36 > half) {
                    return false;
                }
            }
            return true;
        }

        private int place(int width, int top, int spare) {
            int y = top;
            int left = spare;
            for (int i = 0; i < parameters.size();) {
                Schema.Parameter parameter = parameters.get(i);
                Look look = look(parameter.rule());
                int room = width - 2 * INSET;
                int height = ROW;
                if (look == Look.AREA) {
                    height = areaHeight() + left;
                    left = 0;
                }
                if (pairs(parameters, i, width)) {
                    int half = (room - INSET) / 2;
                    add(parameter, new Box(INSET, y, half, height));
                    add(parameters.get(i + 1), new Box(width - INSET - half, y, half, height));
                    i += 2;
                } else {
                    add(parameter, new Box(INSET, y, room, height));
                    i++;
                }
                y += height + (i < parameters.size() ? GAP : 0);
            }
            return y;
        }

        private void add(Schema.Parameter parameter, Box box) {
            fields.add(new Field(parameter, say.label(schema.type(), parameter.name()), look(parameter.rule()), box));
        }
    }
}
