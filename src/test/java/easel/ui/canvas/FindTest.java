package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Edit;
import easel.graph.NodeId;
import java.awt.Point;
import java.util.Set;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding words on the canvas, by keys. */
class FindTest {

    private Hands hands;

    @BeforeEach
    void open() throws Exception {
        hands = new Hands(Example.document());
    }

    private static Set<NodeId> ids(String... ids) {
        return java.util.Arrays.stream(ids).map(NodeId::new).collect(java.util.stream.Collectors.toSet());
    }

    private void find(String text) throws Exception {
        hands.key("ctrl F");
        hands.findType(text);
    }

    @Test
    void find() throws Exception {
        find("sampler");
        assertThat(hands.view().over().find().count()).isEqualTo("1 of 4");
        assertThat(hands.selection()).isEqualTo(ids("sampler"));
        hands.findKey("ENTER");
        assertThat(hands.selection()).isEqualTo(ids("again"));
        hands.findKey("ENTER");
        hands.findKey("ENTER");
        assertThat(hands.selection()).as("a note that only speaks of it comes last").isEqualTo(ids("note"));
        hands.findKey("ENTER");
        assertThat(hands.selection()).as("round and round").isEqualTo(ids("sampler"));
        hands.findKey("shift ENTER");
        hands.findKey("shift ENTER");
        assertThat(hands.selection()).isEqualTo(ids("passed"));
        Point there = hands.head("passed");
        assertThat(Math.abs(there.x - Hands.WIDTH / 2)).as("it is in the middle of the window").isLessThan(10);
        hands.findKey("ESCAPE");
        assertThat(hands.view().over().find().isOpen()).isFalse();
        assertThat(hands.selection()).isEqualTo(ids("passed"));
    }

    @Test
    void it_finds_titles_kinds_words_notes_and_groups() throws Exception {
        find("valley haze");
        assertThat(hands.selection()).as("what a prompt says").isEqualTo(ids("prompt"));
        hands.findType("lock the seed");
        assertThat(hands.selection()).as("what a note says").isEqualTo(ids("note"));
        hands.findType("upscale-by-magic");
        assertThat(hands.selection()).as("a kind nobody knows").isEqualTo(ids("strange"));
        hands.findType("starter");
        assertThat(hands.selection()).as("a file").isEqualTo(ids("model"));
        hands.findType("words");
        assertThat(hands.view().chosen().groups()).as("a group's title").hasSize(1);
        assertThat(hands.selection()).isEmpty();
        hands.findType("nothing like it");
        assertThat(hands.view().over().find().count()).isEqualTo("Not found");
        hands.findType(" ");
        assertThat(hands.view().over().find().count()).isEmpty();
    }

    @Test
    void what_is_called_so_comes_before_what_only_says_so() throws Exception {
        Hands.onEdt(() -> hands.view().show(new Edit.Rename(new NodeId("save"), "Sun").on(hands.view().document())));
        find("sun");
        assertThat(hands.selection()).isEqualTo(ids("save"));
        hands.findKey("ENTER");
        assertThat(hands.selection()).isEqualTo(ids("prompt"));
    }

    @Test
    void the_document_may_change_meanwhile_and_the_words_are_kept() throws Exception {
        find("sampler");
        hands.findKey("ENTER");
        Hands.onEdt(() -> hands.view().show(hands.view().document().without(ids("again"))));
        hands.findKey("ENTER");
        assertThat(hands.view().over().find().count()).isEqualTo("1 of 3");
        hands.key("ESCAPE");
        assertThat(hands.view().over().find().isOpen()).as("Esc on the canvas ends it too").isFalse();
        hands.key("ctrl F");
        assertThat(hands.view().over().find().field().getText()).isEqualTo("sampler");
        Hands.onEdt(() -> assertThat(SwingUtilities.isDescendingFrom(hands.view().over().find().field(), hands.view().sheet())).isTrue());
    }
}
