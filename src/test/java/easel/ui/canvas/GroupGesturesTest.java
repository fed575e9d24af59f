package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Area;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Group;
import easel.graph.GroupEdit;
import easel.graph.GroupId;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Offset;
import easel.graph.Position;
import easel.graph.Size;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.accessibility.AccessibleContext;
import javax.swing.JMenuItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keys and the mouse do with groups, by events. */
class GroupGesturesTest {

    private static final GroupId WORDS = new GroupId("words");

    /** Two prompts in a group, one beside it. */
    private final Document document = Document.EMPTY.with(node("one", 100, 100)).with(node("two", 100, 280)).with(node("aside", 500, 100))
            .with(Group.of("words", "Words", Area.of(80, 50, 280, 420)));
    private Hands hands;

    @BeforeEach
    void open() throws Exception {
        hands = new Hands(document);
        Hands.onEdt(() -> hands.view().setHabits(new Habits(Habits.Drag.SELECTS, Habits.Wheel.ZOOMS, WireShape.CURVED, Habits.Snap.NOTHING)));
    }

    private static Node node(String id, double x, double y) {
        return Node.of(id, "prompt").at(new Position(x, y));
    }

    private static NodeId id(String id) {
        return new NodeId(id);
    }

    private Node node(String id) {
        return hands.document().node(id(id)).orElseThrow();
    }

    private Group words() {
        return hands.document().body().group(WORDS).orElseThrow();
    }

    private Set<GroupId> groups() {
        return hands.view().chosen().groups().stream().map(GroupView::id).collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void group_what_is_selected() throws Exception {
        hands.select("one", "aside");
        hands.key("ctrl G");
        hands.titleType("Mine");
        hands.titleKey("ENTER");
        Group made = hands.document().body().group(new GroupId("group")).orElseThrow();
        Size size = hands.view().size(id("one")).orElseThrow();
        assertThat(made.title()).isEqualTo("Mine");
        assertThat(made.area()).isEqualTo(Area.of(88, 56, 400 + size.width() + 24, size.height() + 56));
        assertThat(groups()).containsExactly(made.id());
        hands.undo();
        assertThat(hands.document().body().group(made.id()).orElseThrow().title()).isEqualTo("Group");
        hands.undo();
        assertThat(hands.document()).isEqualTo(document);
    }

    @Test
    void select_group() throws Exception {
        hands.click(hands.groupHead("words"), 0);
        assertThat(groups()).containsExactly(WORDS);
        assertThat(hands.selection()).isEmpty();
        hands.click(hands.head("aside"), InputEvent.SHIFT_DOWN_MASK);
        assertThat(groups()).containsExactly(WORDS);
        assertThat(hands.selection()).containsExactly(id("aside"));
        hands.click(hands.groupHead("words"), InputEvent.SHIFT_DOWN_MASK);
        assertThat(groups()).isEmpty();
        hands.click(hands.at(340, 400), 0);
        assertThat(hands.selection()).as("within the frame is the canvas").isEmpty();
    }

    @Test
    void a_frame_selects_the_groups_that_lie_in_it() throws Exception {
        hands.swipe(hands.at(60, 30), hands.at(380, 490), MouseEvent.BUTTON1, 0);
        assertThat(groups()).containsExactly(WORDS);
        assertThat(hands.selection()).containsExactlyInAnyOrder(id("one"), id("two"));
        hands.swipe(hands.at(60, 30), hands.at(200, 200), MouseEvent.BUTTON1, 0);
        assertThat(groups()).isEmpty();
    }

    @Test
    void move_group() throws Exception {
        Point head = hands.groupHead("words");
        hands.swipe(head, new Point(head.x + 40, head.y + 30), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).containsExactly(new GroupEdit.MoveGroups(Set.of(WORDS), Set.of(id("one"), id("two")), new Offset(40, 30)));
        assertThat(node("two").position()).isEqualTo(new Position(140, 310));
        assertThat(node("aside").position()).isEqualTo(new Position(500, 100));
        assertThat(words().area()).isEqualTo(Area.of(120, 80, 280, 420));
        hands.undo();
        assertThat(hands.document()).isEqualTo(document);
    }

    @Test
    void a_pinned_node_follows_its_group_and_an_inner_group_too() throws Exception {
        hands = new Hands(document.mapNodes(Set.of(id("one")), n -> n.pinned(true)).with(Group.of("inner", "Inner", Area.of(90, 90, 240, 150))));
        hands.click(hands.groupHead("words"), 0);
        hands.key("shift RIGHT");
        assertThat(node("one").position()).isEqualTo(new Position(108, 100));
        assertThat(hands.document().body().group(new GroupId("inner")).orElseThrow().area()).isEqualTo(Area.of(98, 90, 240, 150));
    }

    @Test
    void moving_a_group_can_be_taken_back() throws Exception {
        Point head = hands.groupHead("words");
        hands.press(head, MouseEvent.BUTTON1, 0);
        hands.drag(new Point(head.x + 60, head.y + 60), 0);
        assertThat(hands.view().scene().group(WORDS).orElseThrow().x()).isEqualTo(140);
        hands.key("ESCAPE");
        hands.release(new Point(head.x + 60, head.y + 60), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).isEmpty();
        assertThat(hands.view().scene().group(WORDS).orElseThrow().x()).isEqualTo(80);
    }

    @Test
    void resize_group() throws Exception {
        hands.swipe(hands.at(360, 470), hands.at(400, 520), MouseEvent.BUTTON1, 0);
        assertThat(words().area()).isEqualTo(Area.of(80, 50, 320, 470));
        hands.swipe(hands.at(80, 300), hands.at(390, 300), MouseEvent.BUTTON1, 0);
        assertThat(words().area()).as("never too small for its head").isEqualTo(Area.of(400 - GroupView.LEAST_WIDTH, 50, GroupView.LEAST_WIDTH, 470));
        assertThat(node("one").position()).isEqualTo(new Position(100, 100));
        assertThat(hands.edits()).hasSize(2).allMatch(e -> e instanceof GroupEdit.ResizeGroup);
        hands.press(hands.at(400, 520), MouseEvent.BUTTON1, 0);
        hands.drag(hands.at(600, 600), 0);
        hands.key("ESCAPE");
        hands.release(hands.at(600, 600), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).hasSize(2);
    }

    @Test
    void rename_group() throws Exception {
        hands.doubleClick(hands.groupHead("words"));
        hands.titleType("Text");
        hands.titleKey("ENTER");
        assertThat(words().title()).isEqualTo("Text");
        hands.key("F2");
        hands.titleType("Other");
        hands.titleKey("ESCAPE");
        assertThat(words().title()).isEqualTo("Text");
        assertThat(hands.edits()).containsExactly(new GroupEdit.RenameGroup(WORDS, "Text"));
    }

    @Test
    void fold_group() throws Exception {
        Point sign = hands.at(360 - 16, 50 + 16);
        hands.click(sign, 0);
        assertThat(node("one").collapsed()).isTrue();
        assertThat(node("two").collapsed()).isTrue();
        assertThat(node("aside").collapsed()).isFalse();
        hands.click(sign, 0);
        assertThat(node("one").collapsed()).isFalse();
        assertThat(hands.edits()).hasSize(2);
    }

    @Test
    void the_frame_of_a_folded_group_is_no_taller_than_the_heads_need_and_holds_all_when_it_is_unfolded() throws Exception {
        Document before = hands.document();
        Point sign = hands.at(360 - 16, 50 + 16);
        hands.click(sign, 0);
        double bottom = Math.max(node("one").position().y(), node("two").position().y()) + 28 + Group.AIR;
        assertThat(frame().bottom()).isEqualTo(bottom);
        assertThat(frame().at()).isEqualTo(before.body().group(WORDS).orElseThrow().area().at());
        hands.click(sign, 0);
        for (String id : List.of("one", "two")) {
            assertThat(hands.view().size(id(id)).orElseThrow().height() + node(id).position().y()).as(id).isLessThan(frame().bottom());
        }
        hands.undo();
        hands.undo();
        assertThat(hands.document()).as("the frame is part of the step").isEqualTo(before);
    }

    private Area frame() {
        return words().area();
    }

    @Test
    void groups_are_read_aloud_after_the_nodes() throws Exception {
        assertThat(spoken()).last().isEqualTo("Words, group, 2 nodes");
        hands.click(hands.at(360 - 16, 50 + 16), 0);
        assertThat(spoken()).last().isEqualTo("Words, group, 2 nodes, folded");
    }

    private List<String> spoken() {
        AccessibleContext canvas = hands.view().sheet().getAccessibleContext();
        return IntStream.range(0, canvas.getAccessibleChildrenCount()).mapToObj(i -> canvas.getAccessibleChild(i).getAccessibleContext().getAccessibleName()).toList();
    }

    @Test
    void what_is_done_with_a_group_is_done_with_what_lies_in_it() throws Exception {
        hands.click(hands.groupHead("words"), 0);
        hands.key("M");
        assertThat(node("one").mode()).isEqualTo(Mode.MUTED);
        assertThat(node("two").mode()).isEqualTo(Mode.MUTED);
        assertThat(node("aside").mode()).isEqualTo(Mode.ON);
        hands.key("ctrl D");
        assertThat(hands.document().size()).isEqualTo(5);
        assertThat(groups()).containsExactly(new GroupId("words-2"));
        hands.undo();
        hands.click(hands.groupHead("words"), 0);
        hands.key("ctrl X");
        assertThat(hands.document().nodes()).extracting(Node::id).containsExactly(id("aside"));
        assertThat(hands.document().groups()).isEmpty();
    }

    @Test
    void deleting_a_group_keeps_its_nodes() throws Exception {
        hands.click(hands.groupHead("words"), 0);
        hands.key("DELETE");
        assertThat(hands.document().groups()).isEmpty();
        assertThat(hands.document().size()).isEqualTo(3);
        assertThat(hands.edits()).containsExactly(new GroupEdit.RemoveGroups(Set.of(WORDS)));
        hands.undo();
        assertThat(hands.document()).isEqualTo(document);
    }

    @Test
    void fit_group() throws Exception {
        hands.click(hands.groupHead("words"), 0);
        hands.key("shift G");
        Size size = hands.view().size(id("one")).orElseThrow();
        assertThat(words().area()).isEqualTo(Area.of(88, 56, size.width() + 24, 180 + size.height() + 56));
        hands.select("one");
        hands.key("shift G");
        assertThat(hands.edits()).hasSize(1);
    }

    @Test
    void menu_of_group() throws Exception {
        hands.rightClick(hands.groupHead("words"));
        assertThat(groups()).containsExactly(WORDS);
        JMenuItem fit = hands.menuItem("Fit to content");
        Hands.onEdt(fit::doClick);
        assertThat(hands.edits()).hasSize(1);
        Hands.onEdt(hands.menuItem("Teal")::doClick);
        assertThat(words().colour()).isEqualTo("#3D9890");
        Hands.onEdt(hands.menuItem("Select what lies in it")::doClick);
        hands.settle();
        assertThat(hands.selection()).containsExactlyInAnyOrder(id("one"), id("two"));
    }

    @Test
    void a_smaller_group_lies_over_a_larger_one() throws Exception {
        hands = new Hands(Document.EMPTY.with(Group.of("inner", "Inner", Area.of(140, 140, 120, 100))).with(Group.of("outer", "Outer", Area.of(80, 50, 280, 420))));
        hands.click(hands.groupHead("inner"), 0);
        assertThat(groups()).containsExactly(new GroupId("inner"));
        assertThat(hands.view().scene().groups()).extracting(GroupView::id).containsExactly(new GroupId("outer"), new GroupId("inner"));
    }

    @Test
    void a_group_that_goes_while_it_is_dragged_ends_the_drag() throws Exception {
        Point head = hands.groupHead("words");
        hands.press(head, MouseEvent.BUTTON1, 0);
        hands.drag(new Point(head.x + 60, head.y + 60), 0);
        Hands.onEdt(() -> hands.view().show(new GroupEdit.RemoveGroups(Set.of(WORDS)).on(document)));
        hands.settle();
        hands.release(new Point(head.x + 60, head.y + 60), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).isEmpty();
        assertThat(hands.view().scene().node(id("one")).orElseThrow().x()).isEqualTo(100);
    }

    @Test
    void resize_node() throws Exception {
        Size size = hands.view().size(id("aside")).orElseThrow();
        Point corner = hands.at(500 + size.width() - 3, 100 + size.height() - 3);
        hands.swipe(corner, new Point(corner.x + 64, corner.y + 50), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).containsExactly(new Edit.Resize(Set.of(id("aside")), new Size(size.width() + 64, size.height() + 50)));
        assertThat(hands.view().size(id("aside"))).contains(new Size(size.width() + 64, size.height() + 50));
        hands.undo();
        hands.press(corner, MouseEvent.BUTTON1, 0);
        hands.drag(new Point(corner.x - 400, corner.y - 400), 0);
        assertThat(hands.view().size(id("aside")).orElseThrow().width()).isEqualTo(NodeLayout.LEAST_WIDTH);
        hands.key("ESCAPE");
        hands.release(corner, MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).hasSize(1);
        assertThat(hands.view().size(id("aside"))).contains(size);
    }
}
