package easel.graph;

import static easel.graph.Sample.blur;
import static easel.graph.Sample.id;
import static easel.graph.Sample.ids;
import static easel.graph.Sample.links;
import static easel.graph.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditTest {

    private static final InputRef RADIUS = InputRef.of("one", "radius");

    private final Wiring wiring = new Wiring(row(), Sample::schema);

    @Test
    void several_parameters_are_set_and_put_back() {
        Document set = new Edit.SetParameters(Map.of(RADIUS, Value.of(3), InputRef.of("two", "radius"), Value.of(4))).on(row());
        assertThat(set.value(RADIUS)).contains(Value.of(3));
        assertThat(set.value(InputRef.of("two", "radius"))).contains(Value.of(4));
        assertThat(new Edit.ResetParameters(Set.of(RADIUS, InputRef.of("two", "radius"))).on(set)).isEqualTo(row());
    }

    @Test
    void a_link_goes_before_a_parameters_value_which_stays() {
        Document set = new Edit.SetParameter(RADIUS, Value.of(3)).on(row());
        Document linked = new Edit.Connect(OutputRef.of("in", "text"), RADIUS).on(set);
        assertThat(linked.value(RADIUS)).contains(Value.of(3));
        assertThat(new Edit.Disconnect(RADIUS).on(linked)).isEqualTo(set);
    }

    @Test
    void nodes_whose_ids_are_taken_stay_out() {
        Document added = new Edit.AddNodes(List.of(Node.of("in", "blur"), Node.of("new", "blur"))).on(row());
        assertThat(ids(added)).containsExactly("in", "one", "two", "out", "new");
        assertThat(added.node(id("in")).orElseThrow().type()).isEqualTo("source");
    }

    @Test
    void a_removed_node_is_joined_over_where_its_types_let_something_through() {
        Document joined = wiring.removing(Set.of(id("one"), id("two"))).on(row());
        assertThat(links(joined)).containsExactly("in.image>out.image");
        assertThat(links(wiring.removing(Set.of(id("in"))).on(row()))).containsExactly("one.image>two.image", "two.image>out.image");
        assertThat(links(new Edit.RemoveNodes(Set.of(id("two"))).on(row()))).containsExactly("in.image>one.image");
    }

    @Test
    void a_negative_prompt_is_not_joined_to_a_positive_one() {
        Document pairs = Document.EMPTY.with(Node.of("p", "x")).with(Node.of("n", "x"))
                .with(Node.of("a", "pair").fedBy("positive", OutputRef.of("p", "o")).fedBy("negative", OutputRef.of("n", "o")))
                .with(Node.of("b", "pair").fedBy("positive", OutputRef.of("a", "positive")).fedBy("negative", OutputRef.of("a", "negative")));
        assertThat(links(new Wiring(pairs, Sample::schema).removing(Set.of(id("a"))).on(pairs)))
                .containsExactly("p.o>b.positive", "n.o>b.negative");
    }

    @Test
    void a_type_that_does_not_fit_is_not_joined() {
        Document document = Document.EMPTY.with(Node.of("s", "sampler")).with(Node.of("d", "decode").fedBy("latent", OutputRef.of("s", "latent")))
                .with(blur("b", "d", "image"));
        Edit.RemoveNodes removing = new Wiring(document, Sample::schema).removing(Set.of(id("d")));
        assertThat(removing.instead()).isEmpty();
        assertThat(links(removing.on(document))).isEmpty();
    }

    @Test
    void all_links_of_an_output_move_to_another() {
        Document fan = row().with(blur("three", "one", "image"));
        Document moved = new LinkEdit.MoveLinks(OutputRef.of("one", "image"), OutputRef.of("in", "image")).on(fan);
        assertThat(links(moved)).containsExactly("in.image>one.image", "in.image>two.image", "two.image>out.image", "in.image>three.image");
    }

    @Test
    void a_node_is_put_into_a_link() {
        Edit insert = new LinkEdit.InsertNode(Node.of("new", "blur"), "image", "image", InputRef.of("two", "image"));
        assertThat(links(insert.on(row()))).containsExactly("in.image>one.image", "new.image>two.image", "two.image>out.image", "one.image>new.image");
        Edit nowhere = new LinkEdit.InsertNode(Node.of("new", "blur"), "image", "image", RADIUS);
        assertThat(nowhere.on(row())).isEqualTo(row());
    }

    @Test
    void a_bend_takes_the_links_it_is_given_and_no_others() {
        Document fan = row().with(blur("three", "one", "image"));
        Document bent = new LinkEdit.AddReroute(id("bend"), new Position(5, 6), OutputRef.of("one", "image"), Set.of(InputRef.of("three", "image"))).on(fan);
        assertThat(links(bent)).containsExactly("in.image>one.image", "one.image>two.image", "two.image>out.image",
                "bend.out>three.image", "one.image>bend.in");
        assertThat(links(new Wiring(bent, Sample::schema).removing(Set.of(id("bend"))).on(bent))).isEqualTo(links(fan));
    }

    @Test
    void a_replaced_node_keeps_links_and_values_that_fit() {
        Document set = new Edit.SetParameter(RADIUS, Value.of(3)).on(row());
        Edit.ReplaceNode replace = new Wiring(set, Sample::schema).replacing(id("one"), "mix").orElseThrow();
        Document replaced = replace.on(set);
        assertThat(links(replaced)).containsExactly("in.image>one.first", "one.mixed>two.image", "two.image>out.image");
        assertThat(replaced.node(id("one")).orElseThrow().values()).isEmpty();
        Document back = new Wiring(replaced, Sample::schema).replacing(id("one"), "blur").orElseThrow().on(replaced);
        assertThat(links(back)).isEqualTo(links(row()));
        assertThat(new Wiring(set, Sample::schema).replacing(id("one"), "unknown")).isEmpty();
    }

    @Test
    void a_replaced_node_loses_links_that_fit_nowhere() {
        Document replaced = wiring.replacing(id("one"), "sampler").orElseThrow().on(row());
        assertThat(links(replaced)).containsExactly("two.image>out.image");
    }

    @Test
    void pinned_nodes_do_not_move() {
        Document pinned = new Edit.SetPinned(Set.of(id("in")), true).on(row());
        Document moved = new Edit.MoveNodes(Set.of(id("in"), id("one")), new Offset(5, 5)).on(pinned);
        assertThat(moved.node(id("in")).orElseThrow().position()).isEqualTo(Position.ORIGIN);
        assertThat(moved.node(id("one")).orElseThrow().position()).isEqualTo(new Position(5, 5));
    }

    @Test
    void looks_are_set_on_many_at_once() {
        Set<NodeId> both = Set.of(id("one"), id("two"));
        Document changed = new Edit.Together(List.of(new Edit.SetColour(both, "#112233"), new Edit.Resize(both, new Size(9, 8)),
                new Edit.SetCollapsed(both, true), new Edit.SetMode(both, Mode.MUTED), new Edit.Rename(id("one"), "x"))).on(row());
        assertThat(both).allSatisfy(n -> {
            Node node = changed.node(n).orElseThrow();
            assertThat(node.colour()).isEqualTo("#112233");
            assertThat(node.size()).isEqualTo(new Size(9, 8));
            assertThat(node.collapsed()).isTrue();
            assertThat(node.mode()).isEqualTo(Mode.MUTED);
        });
        assertThat(changed.node(id("one")).orElseThrow().title()).isEqualTo("x");
        assertThat(changed.node(id("in"))).isEqualTo(row().node(id("in")));
    }

    @Test
    void groups_move_with_what_lies_in_them() {
        Document grouped = new GroupEdit.AddGroup(Group.of("g", "G", Area.of(0, 0, 100, 100))).on(row());
        grouped = new GroupEdit.AddGroup(Group.of("inner", "I", Area.of(10, 10, 20, 20))).on(grouped);
        grouped = new Edit.Arrange(Map.of(id("two"), new Position(200, 0), id("out"), new Position(95, 95)), Map.of()).on(grouped);
        Group group = grouped.body().group(new GroupId("g")).orElseThrow();
        Set<NodeId> inside = group.nodesOf(grouped.body(), n -> new Size(20, 20));
        assertThat(inside).containsExactly(id("in"), id("one"));
        assertThat(group.groupsOf(grouped.body())).containsExactly(new GroupId("inner"));
        Document moved = new GroupEdit.MoveGroups(Set.of(group.id(), new GroupId("inner")), inside, new Offset(7, 8)).on(grouped);
        assertThat(moved.body().group(group.id()).orElseThrow().area()).isEqualTo(Area.of(7, 8, 100, 100));
        assertThat(moved.node(id("one")).orElseThrow().position()).isEqualTo(new Position(7, 8));
        assertThat(moved.node(id("two")).orElseThrow().position()).isEqualTo(new Position(200, 0));
        Document gone = new GroupEdit.RemoveGroups(Set.of(group.id())).on(new GroupEdit.RenameGroup(group.id(), "T").on(moved));
        assertThat(gone.groups()).extracting(Group::title).containsExactly("I");
        assertThat(gone.size()).isEqualTo(4);
    }

    @Test
    void a_hidden_link_feeds_as_before_and_another_one_is_drawn() {
        InputRef to = InputRef.of("two", "image");
        Document hidden = new LinkEdit.HideLinks(Set.of(to), true).on(row());
        assertThat(hidden.node(id("two")).orElseThrow().hidden()).containsExactly("image");
        assertThat(hidden.node(id("two")).orElseThrow().inputs()).isEqualTo(row().node(id("two")).orElseThrow().inputs());
        assertThat(new LinkEdit.HideLinks(Set.of(to), false).on(hidden)).isEqualTo(row());
        assertThat(new Edit.Disconnect(to).on(hidden).node(id("two")).orElseThrow().hidden()).isEmpty();
        assertThat(new Edit.Connect(OutputRef.of("in", "image"), to).on(hidden).node(id("two")).orElseThrow().hidden()).isEmpty();
        assertThat(new LinkEdit.HideLinks(Set.of(InputRef.of("two", "nothing")), true).on(row())).isEqualTo(row());
    }

    @Test
    void notes_are_nodes_that_nothing_complains_of() {
        Document noted = new Edit.AddNode(Note.of("n", "# Read me").with(Note.FORMAT, Value.of(Note.MARKDOWN))).on(row());
        assertThat(Sample.check(noted)).isEmpty();
        Document reworded = new Edit.SetParameter(InputRef.of("n", Note.TEXT), Value.of("other")).on(noted);
        assertThat(reworded.value(InputRef.of("n", Note.TEXT))).contains(Value.of("other"));
        assertThat(new Edit.RemoveNodes(Set.of(id("n"))).on(reworded)).isEqualTo(row());
    }

    @Test
    void fields_and_outlets_are_added_moved_changed_and_removed() {
        Document form = row();
        for (String name : List.of("a", "b", "c")) {
            form = new FormEdit.AddField(Field.of(name, new Control.Switch(), RADIUS), 99).on(form);
            form = new FormEdit.AddOutlet(Outlet.of(name, OutputRef.of("one", "image")), 0).on(form);
        }
        assertThat(form.form().fields()).extracting(Field::name).containsExactly("a", "b", "c");
        assertThat(form.form().outlets()).extracting(Outlet::name).containsExactly("c", "b", "a");
        assertThat(new FormEdit.AddField(Field.of("a", new Control.Seed()), 0).on(form)).isEqualTo(form);
        Document changed = new Edit.Together(List.of(new FormEdit.MoveField("c", 0), new FormEdit.RemoveField("b"),
                new FormEdit.ChangeField("a", Field.of("a2", new Control.Seed(), RADIUS)), new FormEdit.MoveOutlet("c", 9),
                new FormEdit.RemoveOutlet("a"), new FormEdit.ChangeOutlet("b", Outlet.of("b2", OutputRef.of("two", "image"))))).on(form);
        assertThat(changed.form().fields()).extracting(Field::name).containsExactly("c", "a2");
        assertThat(changed.form().outlets()).extracting(Outlet::name).containsExactly("b2", "c");
    }

    @Test
    void a_field_whose_node_is_removed_stays_and_is_told() {
        Document form = new FormEdit.AddField(Field.of("soft", new Control.Number(0, 9, 1), RADIUS), 0).on(row());
        Document removed = wiring.removing(Set.of(id("one"))).on(form);
        assertThat(removed.form()).isEqualTo(form.form());
        assertThat(removed.form().fields().getFirst().isAlive(removed)).isFalse();
        assertThat(Sample.check(removed)).containsExactly(Problem.at(RADIUS, Problem.Code.FIELD_TO_NOTHING, "soft", "one"));
        assertThat(Problem.Code.FIELD_TO_NOTHING.severity()).isEqualTo(Problem.Severity.WARNING);
    }

    @Test
    void fields_whose_nodes_are_removed_are_told_in_one_sentence_and_taken_away_by_one_button() {
        InputRef other = new InputRef(id("two"), RADIUS.input());
        Document form = new Edit.Together(List.of(new FormEdit.AddField(Field.of("soft", new Control.Number(0, 9, 1), RADIUS), 0),
                new FormEdit.AddField(Field.of("hard", new Control.Number(0, 9, 1), RADIUS), 1),
                new FormEdit.AddField(Field.of("both", new Control.Number(0, 9, 1), RADIUS, other), 2))).on(row());
        Document removed = wiring.removing(Set.of(id("one"))).on(form);
        Problem problem = new Problem(null, null, Problem.Code.FIELDS_TO_NOTHING, List.of(3));
        assertThat(Sample.check(removed)).containsExactly(problem);
        List<Remedy> remedies = Remedy.of(problem, removed, _ -> java.util.Optional.empty(), _ -> Position.ORIGIN);
        assertThat(remedies).extracting(Remedy::kind).containsExactly(Remedy.Kind.REMOVE_FIELDS);
        Document mended = remedies.getFirst().edit().on(removed);
        assertThat(mended.form().fields()).containsExactly(Field.of("both", new Control.Number(0, 9, 1), other));
        assertThat(Sample.check(mended)).isEmpty();
    }

    @Test
    void about_and_count_are_set() {
        About about = new About("n", Phrase.of("a", "b"), Phrase.NONE);
        Document changed = new Edit.Together(List.of(new Edit.SetAbout(about), new Edit.SetCount(3))).on(row());
        assertThat(changed.about()).isEqualTo(about);
        assertThat(changed.count()).isEqualTo(3);
    }

    @Test
    void numbers_become_whole_only_where_that_is_said() {
        assertThat(SocketType.Known.FLOAT.accepts(SocketType.Known.INT)).isTrue();
        assertThat(SocketType.Known.INT.accepts(SocketType.Known.FLOAT)).isFalse();
        assertThat(Conversion.between(SocketType.Known.FLOAT, SocketType.Known.INT)).containsExactly(Conversion.ROUNDED, Conversion.CUT);
        assertThat(Conversion.ROUNDED.of(Value.of(2.5))).contains(Value.of(3));
        assertThat(Conversion.CUT.of(Value.of(-2.5))).contains(Value.of(-2));
        assertThat(Conversion.WHOLE_AS_SEED.of(Value.of(-1))).isEmpty();
        assertThat(Conversion.between(SocketType.Known.IMAGE, SocketType.Known.MASK)).containsExactly(Conversion.LUMINANCE, Conversion.ALPHA);
        assertThat(SocketType.Known.MASK.accepts(SocketType.Known.IMAGE)).isFalse();
        assertThat(SocketType.Known.IMAGE.accepts(SocketType.Known.IMAGE)).isTrue();
        assertThat(List.of(Conversion.values())).allSatisfy(c -> assertThat(Conversion.of(c.id())).contains(c));
    }

    @Test
    void a_latent_that_nothing_decodes_is_told() {
        Document sampler = Document.EMPTY.with(Node.of("s", "sampler"));
        assertThat(Sample.check(sampler)).containsExactly(Problem.at(id("s"), Problem.Code.LATENT_UNUSED, "latent"));
        assertThat(Sample.check(sampler.with(Node.of("d", "decode").fedBy("latent", OutputRef.of("s", "latent"))))).isEmpty();
    }
}
