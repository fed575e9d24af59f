package easel.graph;

import static org.assertj.core.api.Assertions.assertThat;

import easel.format.WorkflowFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Edits at random over a document with subgraphs: none throws, all can be undone, and every state is a file. */
class EditFuzzTest {

    private static final int SEED = 20261125;
    private static final List<String> TYPES = List.of("source", "blur", "mix", "pair", "sampler", "decode", "save", "reroute", "note",
            "subgraph:soft", "subgraph:subgraph", "nobody-knows");

    @Test
    void a_thousand_edits_at_random_are_undone_to_the_beginning() throws Exception {
        edits(1_000, SEED);
    }

    @Test
    @Tag("large")
    void ten_thousand_edits_at_random_are_undone_to_the_beginning() throws Exception {
        edits(10_000, SEED + 1);
    }

    private static void edits(int times, int seed) throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < times / 50; round++) {
            Document start = Sample.softened().with(Group.of("g", "G", Area.of(-10, -10, 50, 50)))
                    .with(new Form(List.of(Field.of("f", new Control.Number(0, 9, 1), InputRef.of("soft", "radius"))), List.of()));
            History history = History.of(start);
            for (int i = 0; i < 50; i++) {
                Edit edit = edit(history.present(), random);
                history = history.after(edit, random.nextInt(4) == 0 ? "typing" : null);
                assertThat(edit.code()).isNotEmpty();
                if (i % 10 == 9) {
                    sound(history.present());
                }
            }
            assertThat(history.past()).hasSizeGreaterThan(5);
            while (history.canUndo()) {
                history = history.undone();
            }
            assertThat(history.present()).isEqualTo(start);
            assertThat(history.isSaved()).isTrue();
        }
    }

    private static void sound(Document document) throws Exception {
        Check.of(document, Sample::schema);
        assertThat(Expansion.of(document, Sample::schema).document().nodes())
                .noneMatch(n -> Reroute.is(n) && n.mode() != Mode.MUTED || Note.is(n));
        Placement.of(document.body(), _ -> new Size(10, 10));
        assertThat(WorkflowFile.parse(WorkflowFile.text(document))).isEqualTo(document);
        for (Level level : levels(document)) {
            assertThat(level.edit(new Edit.MoveNodes(Set.of(new NodeId("nowhere")), new Offset(1, 1)), document, Sample::schema).on(document)).isEqualTo(document);
            assertThat(document.subgraphs().stream().flatMap(s -> s.body().nodes().stream()).noneMatch(Rim::is)).isTrue();
        }
    }

    private static Edit edit(Document d, Random random) {
        if (random.nextInt(6) == 0 && !d.subgraphs().isEmpty()) {
            SubgraphId id = any(d.subgraphs().stream().map(Subgraph::id).toList(), random);
            return new SubgraphEdit.Inside(id, plain(d.opened(id).orElseThrow(), random));
        }
        if (random.nextInt(4) == 0) {
            List<Level> levels = levels(d);
            Level level = any(levels, random);
            return level.edit(plain(level.of(d), random), d, Sample::schema);
        }
        return plain(d, random);
    }

    /** Three deep at most. */
    private static List<Level> levels(Document d) {
        List<Level> levels = new ArrayList<>(List.of(Level.TOP));
        for (int i = 0; i < levels.size() && levels.size() < 20; i++) {
            Level level = levels.get(i);
            if (level.way().size() < 4) {
                level.of(d).nodes().stream().filter(n -> SubgraphId.isInstance(n.type())).map(n -> level.into(n.id())).filter(l -> l.isIn(d)).forEach(levels::add);
            }
        }
        return levels;
    }

    private static Edit plain(Document d, Random random) {
        List<Node> nodes = new ArrayList<>(d.nodes());
        nodes.add(Node.of("nowhere", "blur"));
        Node one = any(nodes, random);
        Node other = any(nodes, random);
        Set<NodeId> some = nodes.stream().filter(_ -> random.nextInt(3) == 0).map(Node::id).collect(Collectors.toSet());
        InputRef input = new InputRef(one.id(), any(List.of("image", "radius", "first", "second", "in", "picture", "latent"), random));
        OutputRef output = new OutputRef(other.id(), any(List.of("image", "out", "picture", "latent", "mixed"), random));
        Wiring wiring = new Wiring(d, Sample::schema);
        return switch (random.nextInt(36)) {
            case 0, 1 -> new Edit.AddNode(Node.of("n" + random.nextInt(1000), any(TYPES, random)));
            case 2, 3, 4 -> new Edit.Connect(output, input);
            case 5 -> new Edit.Disconnect(input);
            case 6 -> new Edit.SetParameter(input, Value.of(random.nextInt(12)));
            case 7 -> new Edit.RemoveNodes(Set.of(one.id()));
            case 8 -> wiring.removing(some);
            case 9 -> new LinkEdit.MoveLinks(output, new OutputRef(one.id(), "image"));
            case 10 -> new LinkEdit.InsertNode(Node.of("i" + random.nextInt(1000), "blur"), "image", "image", input);
            case 11 -> new LinkEdit.AddReroute(new NodeId("r" + random.nextInt(1000)), Position.ORIGIN, output, Set.of(input));
            case 12 -> new Edit.SetMode(some, Mode.values()[random.nextInt(4)]);
            case 13 -> orNothing(wiring.replacing(one.id(), any(TYPES, random)));
            case 14 -> Clipping.of(d, some, Set.of()).into(d, new Offset(5, 5), random.nextBoolean());
            case 15 -> orNothing(Packing.of(d, some, Phrase.of("x", "y"), List.of(input), List.of(output), Sample::schema));
            case 16 -> new Unpack(one.id());
            case 17 -> new GroupEdit.AddGroup(Group.of("g" + random.nextInt(5), "", Area.of(0, 0, 20, 20)));
            case 18 -> new FormEdit.AddField(Field.of("f" + random.nextInt(9), new Control.Number(0, 9, 1), input), random.nextInt(5));
            case 19 -> new FormEdit.AddOutlet(Outlet.of("o" + random.nextInt(9), output), 0);
            case 20 -> new SubgraphEdit.RenamePort(new SubgraphId("soft"), new SubgraphEdit.Port("radius", false), "r" + random.nextInt(9));
            case 21 -> new SubgraphEdit.RemovePort(new SubgraphId("soft"), new SubgraphEdit.Port("picture", random.nextBoolean()));
            case 22 -> new Edit.Arrange(Map.of(one.id(), new Position(random.nextInt(99), 1)), Map.of());
            case 23 -> new Freeze(some, some.stream().collect(Collectors.toMap(id -> new NodeId("a").in(id), NodeId::text)));
            case 24 -> new GroupEdit.MoveGroups(Set.of(new GroupId("g" + random.nextInt(5))), some, new Offset(3, 4));
            case 25 -> new GroupEdit.ResizeGroup(new GroupId("g" + random.nextInt(5)), Area.of(random.nextInt(9), 0, 30, 30));
            case 26 -> new GroupEdit.ColourGroups(Set.of(new GroupId("g" + random.nextInt(5))), random.nextBoolean() ? null : "#112233");
            case 27 -> new GroupEdit.RenameGroup(new GroupId("g" + random.nextInt(5)), "t" + random.nextInt(9));
            case 28 -> new LinkEdit.Convert(input, any(List.of("first", "each", "luminance", "nobody-knows"), random));
            case 29, 30 -> new LinkEdit.HideLinks(Set.of(input), random.nextInt(3) > 0);
            case 31 -> new Unpack(one.id());
            case 32, 33 -> Packing.of(d, some, Phrase.of("P", "子"), List.of(input), List.of(output), Sample::schema).<Edit>map(e -> e).orElse(new Unpack(one.id()));
            case 34 -> new SubgraphEdit.Separate(Set.of(one.id()));
            default -> new Edit.MoveNodes(some, new Offset(1, 2));
        };
    }

    private static Edit orNothing(Optional<? extends Edit> edit) {
        return edit.isPresent() ? edit.get() : new Edit.Together(List.of());
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
