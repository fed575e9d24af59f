package easel.ui.mending;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.History;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Packing;
import easel.graph.Phrase;
import easel.graph.Value;
import easel.nodes.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A file that several nodes name, at whatever level they stand. */
class SharedFileTest {

    private static final Value GONE = Value.of("gone.safetensors");
    private static final Value FOUND = Value.of("found.safetensors");

    private static Node loader(String id) {
        return Node.of(id, "checkpoint-loader-simple").with("ckpt_name", GONE);
    }

    private static Document packed(Document d, List<InputRef> ports, String... nodes) {
        Set<NodeId> ids = java.util.Arrays.stream(nodes).map(NodeId::new).collect(java.util.stream.Collectors.toSet());
        return Packing.of(d, ids, Phrase.of("Part", "部分"), ports, List.of(), Catalogue::schema).orElseThrow().on(d);
    }

    private static Document mended(Document d) {
        return SharedFile.in(d, GONE).becoming(FOUND).orElseThrow().on(d);
    }

    @Test
    void is_found_at_the_top_and_in_subgraphs_of_subgraphs_and_changed_in_one_step() {
        Document d = Document.EMPTY.with(loader("top")).with(loader("inner")).with(Node.of("beside", "prompt"));
        d = packed(d, List.of(), "inner", "beside");
        NodeId part = d.nodes().stream().filter(n -> n.type().startsWith("subgraph:")).findFirst().orElseThrow().id();
        d = packed(d.with(loader("middle")), List.of(), part.text(), "middle");
        assertThat(SharedFile.in(d, GONE).size()).isEqualTo(3);
        History history = History.of(d).after(SharedFile.in(d, GONE).becoming(FOUND).orElseThrow());
        assertThat(SharedFile.in(history.present(), GONE).size()).isZero();
        assertThat(SharedFile.in(history.present(), FOUND).size()).isEqualTo(3);
        assertThat(history.undone().present()).as("one step").isEqualTo(d);
    }

    @Test
    void what_a_port_shows_outside_is_counted_once_and_changed_for_that_node_alone() {
        Document d = packed(Document.EMPTY.with(loader("inner")), List.of(InputRef.of("inner", "ckpt_name")), "inner");
        Node instance = d.nodes().iterator().next();
        d = d.with(instance.with("ckpt_name", GONE));
        d = d.with(instance.called(new NodeId("other")).with("ckpt_name", Value.of("here.safetensors")));
        int before = SharedFile.in(d, GONE).size();
        Document mended = mended(d);
        assertThat(before).isEqualTo(1);
        assertThat(mended.node(instance.id()).orElseThrow().value("ckpt_name")).contains(FOUND);
        assertThat(mended.node(new NodeId("other"))).as("names another").isEqualTo(d.node(new NodeId("other")));
    }

    @Test
    void a_node_of_the_same_words_that_names_no_file_is_left_alone() {
        Document d = Document.EMPTY.with(loader("load")).with(Node.of("words", "prompt").with("text", GONE));
        assertThat(mended(d).node(new NodeId("words"))).isEqualTo(d.node(new NodeId("words")));
        assertThat(SharedFile.in(d, Value.of("no such file")).becoming(FOUND)).isEqualTo(Optional.empty());
    }
}
