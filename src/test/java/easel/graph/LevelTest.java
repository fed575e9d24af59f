package easel.graph;

import static easel.graph.Sample.flat;
import static easel.graph.Sample.id;
import static easel.graph.Sample.links;
import static easel.graph.Sample.softened;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LevelTest {

    private static final Level SOFT = Level.of("soft");
    private static final NodeId IN = id(":inputs");
    private static final NodeId OUT = id(":outputs");

    private static Document after(Edit edit, Document whole, Level level) {
        return level.edit(edit, whole, Sample::schema).on(whole);
    }

    private static Document seen(Document whole) {
        return SOFT.of(whole);
    }

    private static Form form(Document whole) {
        return whole.subgraph(new SubgraphId("soft")).orElseThrow().form();
    }

    @Test
    void inside_the_ports_are_two_nodes_and_what_is_linked_to_them_is_linked() {
        Document inside = seen(softened());
        assertThat(links(inside)).containsExactlyInAnyOrder(":inputs.picture>a.image", "a.image>b.image", "b.image>:outputs.picture");
        Types types = new Types(inside, Sample::schema);
        assertThat(types.apply(Rim.IN).orElseThrow().outputs()).extracting(Schema.Output::name).containsExactly("picture", "radius", "+");
        assertThat(types.apply(Rim.OUT).orElseThrow().inputs()).extracting(Schema.Input::name).containsExactly("picture", "+");
    }

    @Test
    void looking_changes_nothing_and_what_was_not_touched_stays_the_same_object() {
        Document whole = softened();
        assertThat(after(new Edit.MoveNodes(Set.of(id("nowhere")), new Offset(1, 1)), whole, SOFT)).isEqualTo(whole);
        Document moved = after(new Edit.MoveNodes(Set.of(id("b")), new Offset(1, 1)), whole, SOFT);
        assertThat(moved.node(id("soft/b")).orElseThrow().position()).isEqualTo(new Position(1, 1));
        assertThat(moved.node(id("soft/a")).orElseThrow()).isSameAs(whole.node(id("soft/a")).orElseThrow());
        assertThat(form(moved)).isEqualTo(form(whole));
    }

    @Test
    void a_parameter_that_is_a_port_holds_what_is_set_outside_and_setting_it_sets_that() {
        Document set = new Edit.SetParameter(InputRef.of("soft", "radius"), Value.of(7)).on(softened());
        assertThat(seen(set).value(InputRef.of("a", "radius"))).contains(Value.of(7));
        assertThat(seen(set).value(InputRef.of("b", "radius"))).contains(Value.of(7));
        Document other = after(new Edit.SetParameter(InputRef.of("b", "radius"), Value.of(3)), set, SOFT);
        assertThat(other.value(InputRef.of("soft", "radius"))).contains(Value.of(3));
        assertThat(other.subgraphs()).isEqualTo(other.subgraphs()).first().extracting(Subgraph::body).isEqualTo(Sample.soft().body());
        assertThat(seen(other).value(InputRef.of("a", "radius"))).contains(Value.of(3));
        assertThat(flat(other).value(InputRef.of("soft/a", "radius"))).contains(Value.of(3));
        Document reset = after(new Edit.ResetParameters(Set.of(InputRef.of("a", "radius"))), other, SOFT);
        assertThat(reset.value(InputRef.of("soft", "radius"))).isEmpty();
        assertThat(seen(reset).value(InputRef.of("a", "radius"))).contains(Value.of(2));
    }

    @Test
    void what_another_instance_sets_stays() {
        Document two = softened().with(Node.of("soft-2", "subgraph:soft").with("radius", Value.of(5)));
        Document set = after(new Edit.SetParameter(InputRef.of("a", "radius"), Value.of(8)), two, SOFT);
        assertThat(set.value(InputRef.of("soft-2", "radius"))).contains(Value.of(5));
        assertThat(Level.of("soft-2").of(set).value(InputRef.of("a", "radius"))).contains(Value.of(5));
    }

    @Test
    void a_link_from_new_makes_a_port_and_one_taken_off_leaves_it() {
        Document whole = after(new Edit.AddNode(Node.of("mix", "mix")), softened(), SOFT);
        Document linked = after(new Edit.Connect(new OutputRef(IN, Rim.NEW), InputRef.of("mix", "second")), whole, SOFT);
        Field fresh = form(linked).field("second").orElseThrow();
        assertThat(fresh.targets()).containsExactly(InputRef.of("mix", "second"));
        assertThat(fresh.control()).isInstanceOf(Control.Socket.class);
        assertThat(fresh.type()).isEqualTo(Sample.IMAGE);
        Document off = after(new Edit.Disconnect(InputRef.of("mix", "second")), linked, SOFT);
        assertThat(form(off).field("second").orElseThrow().targets()).isEmpty();
    }

    @Test
    void a_link_from_new_to_a_parameter_shows_it_outside() {
        Document whole = after(new Edit.AddNode(Node.of("c", "blur").with("radius", Value.of(6))), softened(), SOFT);
        Document linked = after(new Edit.Connect(new OutputRef(IN, Rim.NEW), InputRef.of("c", "radius")), whole, SOFT);
        assertThat(new Types(linked, Sample::schema).apply("subgraph:soft").orElseThrow().parameter("radius-2"))
                .contains(new Schema.Parameter("radius-2", new Rule.Real(0, 9, Rule.Unit.PIXELS), Value.of(6)));
        assertThat(links(seen(linked))).noneMatch(l -> l.endsWith("c.radius"));
    }

    @Test
    void a_parameter_that_is_fed_outside_is_fed_inside() {
        Document fed = softened().with(Node.of("number", "source"))
                .mapNodes(Set.of(id("soft")), n -> n.fedBy("radius", OutputRef.of("number", "text")));
        assertThat(links(seen(fed))).contains(":inputs.radius>a.radius", ":inputs.radius>b.radius");
        Document off = after(new Edit.Disconnect(InputRef.of("a", "radius")), fed, SOFT);
        assertThat(form(off).field("radius").orElseThrow().targets()).containsExactly(InputRef.of("b", "radius"));
    }

    @Test
    void what_is_linked_to_the_outputs_goes_out_and_what_is_taken_off_does_not() {
        Document whole = after(new Edit.Connect(OutputRef.of("a", "image"), new InputRef(OUT, Rim.NEW)), softened(), SOFT);
        assertThat(form(whole).outlet("image").orElseThrow().from()).isEqualTo(OutputRef.of("a", "image"));
        Document other = after(new Edit.Connect(OutputRef.of("a", "image"), new InputRef(OUT, "picture")), softened(), SOFT);
        assertThat(form(other).outlet("picture").orElseThrow().from()).isEqualTo(OutputRef.of("a", "image"));
        Document off = after(new Edit.Disconnect(new InputRef(OUT, "picture")), softened(), SOFT);
        assertThat(form(off).outlets()).isEmpty();
        assertThat(links(off)).containsExactly("in.image>soft.picture");
    }

    @Test
    void ports_can_be_moved_and_not_deleted() {
        Document moved = after(new Edit.MoveNodes(Set.of(IN), new Offset(-40, 8)), softened(), SOFT);
        Position before = seen(softened()).node(IN).orElseThrow().position();
        assertThat(seen(moved).node(IN).orElseThrow().position()).isEqualTo(new Position(before.x() - 40, before.y() + 8));
        Document deleted = after(new Edit.RemoveNodes(Set.of(IN, OUT)), moved, SOFT);
        assertThat(deleted).isEqualTo(moved);
    }

    @Test
    void a_node_that_goes_takes_the_ports_along_that_nothing_else_is_behind() {
        Document gone = after(new Edit.RemoveNodes(Set.of(id("a"), id("b"))),
                new Edit.SetParameter(InputRef.of("soft", "radius"), Value.of(4)).on(softened()), SOFT);
        assertThat(form(gone).fields()).extracting(Field::name).containsExactly("picture");
        assertThat(gone.node(id("soft")).orElseThrow().values()).isEmpty();
        Document one = after(new Edit.RemoveNodes(Set.of(id("b"))), softened(), SOFT);
        assertThat(form(one).field("radius").orElseThrow().targets()).containsExactly(InputRef.of("a", "radius"));
    }

    @Test
    void a_node_of_another_kind_keeps_the_ports_that_it_has_a_value_for() {
        Document set = new Edit.SetParameter(InputRef.of("soft", "radius"), Value.of(4)).on(softened());
        Wiring wiring = new Wiring(seen(set), Sample::schema);
        Document mixed = after(wiring.replacing(id("a"), "mix").orElseThrow(), set, SOFT);
        assertThat(form(mixed).field("radius").orElseThrow().targets()).containsExactly(InputRef.of("b", "radius"));
        assertThat(links(seen(mixed))).contains(":inputs.picture>a.first");
    }

    @Test
    void packing_inside_keeps_what_leads_there() {
        Document set = new Edit.SetParameter(InputRef.of("soft", "radius"), Value.of(4)).on(softened());
        Edit pack = Packing.of(seen(set), Set.of(id("a"), id("b"), IN, OUT), Phrase.of("x", "y"), List.of(), List.of(), Sample::schema).orElseThrow();
        Document packed = after(pack, set, SOFT);
        assertThat(flat(packed).value(InputRef.of("soft/subgraph/a", "radius"))).contains(Value.of(4));
        assertThat(links(flat(packed))).containsExactlyInAnyOrder("in.image>soft/subgraph/a.image", "soft/subgraph/a.image>soft/subgraph/b.image",
                "soft/subgraph/b.image>out.image");
        Level deep = Level.of("soft/subgraph");
        assertThat(deep.of(packed).value(InputRef.of("a", "radius"))).contains(Value.of(4));
        Document deepSet = after(new Edit.SetParameter(InputRef.of("a", "radius"), Value.of(9)), packed, deep);
        assertThat(deepSet.value(InputRef.of("soft", "radius"))).contains(Value.of(9));
        Document back = after(new Unpack(id("subgraph")), packed, SOFT);
        assertThat(links(flat(back))).containsExactlyInAnyOrderElementsOf(links(flat(set)));
        assertThat(back.subgraphs()).hasSize(1);
        assertThat(flat(back).value(InputRef.of("soft/a", "radius"))).contains(Value.of(4));
    }

    @Test
    void a_way_leads_from_the_top() {
        Level deep = Level.of("a/b/c");
        assertThat(deep.way()).containsExactly(Level.TOP, Level.of("a"), Level.of("a/b"), deep);
        assertThat(deep.here(id("a/b/c/d/e"))).contains(id("d/e"));
        assertThat(deep.here(id("a/b/c"))).isEmpty();
        assertThat(deep.whole(id("x"))).isEqualTo(id("a/b/c/x"));
        assertThat(Level.of(id("a/b/x"))).isEqualTo(Level.of("a/b"));
        assertThat(Level.of("soft/nowhere/deeper").lasting(softened())).isEqualTo(SOFT);
    }

    @Test
    void there_is_no_way_into_what_contains_itself() {
        Document circle = after(new Edit.AddNode(Node.of("again", "subgraph:soft")), softened(), SOFT);
        assertThat(Level.isCircular(circle, new SubgraphId("soft"))).isTrue();
        assertThat(SOFT.lasting(circle)).isEqualTo(Level.TOP);
    }

    @Test
    void a_port_that_is_taken_away_inside_is_taken_from_instances() {
        Document set = new Edit.SetParameter(InputRef.of("soft", "radius"), Value.of(4)).on(softened());
        Document gone = after(new FormEdit.RemoveField("radius"), set, SOFT);
        assertThat(form(gone).field("radius")).isEmpty();
        assertThat(gone.node(id("soft")).orElseThrow().values()).isEqualTo(Map.of());
        Document shown = after(new FormEdit.AddField(Field.of("soft", new Control.Number(0, 9, 1), InputRef.of("a", "radius")), 0), gone, SOFT);
        assertThat(form(shown).fields()).extracting(Field::name).containsExactly("soft", "picture");
    }
}
