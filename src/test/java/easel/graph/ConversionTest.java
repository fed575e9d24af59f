package easel.graph;

import static org.assertj.core.api.Assertions.assertThat;

import easel.format.WorkflowFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Links that convert. */
class ConversionTest {

    private static final InputRef ONE = InputRef.of("one", "image");

    private final Document converting = new LinkEdit.Convert(ONE, "last").on(Sample.row());

    private static Optional<String> at(Document document, String node, String input) {
        return document.node(new NodeId(node)).orElseThrow().conversion(input);
    }

    @Test
    void it_stands_in_the_file_beside_the_link_and_one_that_nobody_knows_survives() throws Exception {
        assertThat(WorkflowFile.text(converting)).contains("""
                "conversions": {
                        "image": "last"
                      }""");
        assertThat(WorkflowFile.parse(WorkflowFile.text(converting))).isEqualTo(converting);
        Document later = new LinkEdit.Convert(ONE, "by-magic").on(Sample.row());
        assertThat(WorkflowFile.parse(WorkflowFile.text(later))).isEqualTo(later);
        assertThat(Sample.check(later)).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(Problem.Code.NO_SUCH_CONVERSION);
            assertThat(remedied(later, p)).isEqualTo(Sample.row());
        });
    }

    private static Document remedied(Document document, Problem problem) {
        return Remedy.of(problem, document, Sample::schema, _ -> Position.ORIGIN).getFirst().edit().on(document);
    }

    @Test
    void it_goes_with_its_link_and_stays_when_something_comes_between() {
        assertThat(at(new Edit.Disconnect(ONE).on(converting), "one", "image")).isEmpty();
        assertThat(at(new Edit.Connect(OutputRef.of("in", "image"), ONE).on(converting), "one", "image")).isEmpty();
        Document between = new LinkEdit.InsertNode(Node.of("new", "blur"), "image", "image", ONE).on(converting);
        assertThat(at(between, "one", "image")).contains("last");
        assertThat(at(new LinkEdit.AddReroute(new NodeId("r"), Position.ORIGIN, OutputRef.of("in", "image"), Set.of(ONE)).on(converting), "one", "image")).contains("last");
        assertThat(new Wiring(between, Sample::schema).removing(Set.of(new NodeId("new"))).on(between)).isEqualTo(converting);
    }

    @Test
    void one_that_makes_something_else_is_a_problem_with_a_mend() {
        Document wrong = new LinkEdit.Convert(ONE, "luminance").on(Sample.row());
        assertThat(Sample.check(wrong)).singleElement().satisfies(p -> {
            assertThat(p).isEqualTo(Problem.at(ONE, Problem.Code.WRONG_CONVERSION, "image", "IMAGE", "IMAGE", "luminance"));
            assertThat(remedied(wrong, p)).isEqualTo(Sample.row());
        });
        assertThat(Sample.check(converting)).isEmpty();
    }

    @Test
    void the_usual_one_is_offered_where_types_do_not_fit_and_none_where_they_do() {
        assertThat(Conversion.between(SocketType.Known.IMAGE, SocketType.Known.IMAGE)).containsExactly(Conversion.EACH, Conversion.FIRST, Conversion.LAST);
        assertThat(new Wiring(Sample.row(), Sample::schema).converting(OutputRef.of("in", "image"), ONE)).isEmpty();
        assertThat(new Wiring(Sample.row(), Sample::schema).converting(OutputRef.of("in", "text"), ONE)).isEmpty();
    }

    @Test
    void through_a_port_of_a_subgraph_it_reaches_what_is_inside_and_comes_back_out() {
        Document packed = Packing.of(converting, Set.of(new NodeId("one"), new NodeId("two")), Phrase.of("x", "y"), List.of(), List.of(), Sample::schema)
                .orElseThrow().on(converting);
        NodeId instance = packed.nodes().stream().filter(n -> SubgraphId.isInstance(n.type())).findFirst().orElseThrow().id();
        assertThat(Sample.check(packed)).isEmpty();
        assertThat(Sample.flat(packed).node(new NodeId("one").in(instance)).orElseThrow().conversion("image")).contains("last");
        assertThat(at(new Unpack(instance).on(packed), "one", "image")).contains("last");
    }

    @Test
    void a_copy_has_it_too() {
        Document pasted = Clipping.of(converting, Set.of(new NodeId("in"), new NodeId("one")), Set.of()).into(converting, new Offset(9, 9), false).on(converting);
        assertThat(at(pasted, "one-2", "image")).contains("last");
    }
}
