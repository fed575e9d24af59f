package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Position;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A locked canvas: nothing moves, and it can still be looked at and worked with. By events. */
class LockTest {

    private final Document document = Example.document();
    private Hands hands;

    @BeforeEach
    void open() throws Exception {
        hands = new Hands(document);
    }

    @Test
    void lock() throws Exception {
        hands.key("L");
        Camera before = hands.view().camera();
        Point head = hands.head("model");
        hands.swipe(head, new Point(head.x + 60, head.y + 60), MouseEvent.BUTTON1, 0);
        assertThat(hands.view().camera()).as("the canvas moves instead of the node").isEqualTo(before.moved(60, 60));
        hands.swipe(hands.socket("sampler", "model"), hands.at(100, 700), MouseEvent.BUTTON1, 0);
        hands.swipe(hands.groupHead("words"), hands.at(100, 700), MouseEvent.BUTTON1, 0);
        hands.swipe(hands.at(100, 500), hands.at(900, 20), MouseEvent.BUTTON1, InputEvent.SHIFT_DOWN_MASK | InputEvent.CTRL_DOWN_MASK);
        hands.doubleClick(hands.at(100, 700));
        hands.click(hands.head("model"), 0);
        assertThat(hands.selection()).containsExactly(new NodeId("model"));
        for (String key : new String[] {"DELETE", "shift RIGHT", "ctrl X", "ctrl D", "ctrl G", "C", "F2", "shift A", "N"}) {
            hands.key(key);
        }
        assertThat(hands.edits()).isEmpty();
        assertThat(hands.document()).isEqualTo(document);
        hands.key("M");
        assertThat(hands.edits()).as("what it does is not where it stands").hasSize(1);
        hands.key("L");
        hands.key("shift RIGHT");
        assertThat(hands.edits()).hasSize(2);
    }

    @Test
    void the_menu_says_what_can_not_be_done() throws Exception {
        hands.key("L");
        hands.rightClick(hands.head("model"));
        assertThat(hands.menuItem("Delete").isEnabled()).isFalse();
        assertThat(hands.menuItem("Mute").isEnabled()).isTrue();
        hands.rightClick(hands.at(150, 700));
        assertThat(hands.menuItem("Lock layout").isSelected()).isTrue();
        assertThat(hands.menuItem("Add node\u2026").isEnabled()).isFalse();
        hands = new Hands(new Edit.Connect(OutputRef.of("model", "model"), InputRef.of("sampler", "model")).on(Document.EMPTY
                .with(Node.of("model", "load-checkpoint")).with(Node.of("sampler", "sampler").at(new Position(600, 0)))));
        hands.key("L");
        hands.rightClick(hands.wire("sampler", "model"));
        assertThat(hands.menuItems()).noneMatch(i -> i.isEnabled() && !i.getText().equals("Hide wire"));
    }

    @Test
    void no_search_is_opened_for_what_could_not_be_added() throws Exception {
        NotingHost host = new NotingHost();
        hands.view().setHost(host);
        hands.key("L");
        hands.move(hands.at(100, 700));
        hands.key("pressed SPACE");
        hands.key("released SPACE");
        assertThat(hands.view().over().searchPanel()).isNull();
        assertThat(host.asked()).as("it is said").containsExactly("refused");
        hands.key("L");
        hands.key("pressed SPACE");
        hands.key("released SPACE");
        assertThat(hands.view().over().searchPanel()).isNotNull();
    }
}
