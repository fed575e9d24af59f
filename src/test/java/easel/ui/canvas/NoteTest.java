package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Note;
import easel.graph.Position;
import easel.graph.Size;
import easel.graph.Value;
import easel.ui.canvas.Markdown.Style;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Notes: what is written in them, and what hands do with them. */
class NoteTest {

    private static List<Markdown.Run> runs(String line) {
        return Markdown.blocks(line).getFirst().runs();
    }

    private static Markdown.Run run(String text, Style style) {
        return new Markdown.Run(text, style);
    }

    @Test
    void lines_are_headings_lists_quotes_and_code() {
        List<Markdown.Block> blocks = Markdown.blocks("# Title\n\n- one\n  - two\n3. three\n- [x] done\n> said\n```\na * b\n```\nplain");
        assertThat(blocks).extracting(Markdown.Block::heading).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(blocks).extracting(Markdown.Block::indent).containsExactly(0, 0, 1, 2, 1, 1, 1, 0, 0);
        assertThat(blocks).extracting(Markdown.Block::sign).containsExactly("", "", "\u2022", "\u2022", "3.", "\u2611", "", "", "");
        assertThat(blocks.get(6).runs()).containsExactly(run("said", Style.EMPHASIS));
        assertThat(blocks.get(7).runs()).containsExactly(run("a * b", Style.CODE));
    }

    @Test
    void words_stand_out() {
        assertThat(runs("a **strong** and *slanted* or `code` see [here](https://x.y)")).containsExactly(run("a ", Style.PLAIN), run("strong", Style.STRONG),
                run(" and ", Style.PLAIN), run("slanted", Style.EMPHASIS), run(" or ", Style.PLAIN), run("code", Style.CODE), run(" see ", Style.PLAIN), run("here", Style.LINK));
    }

    @Test
    void what_only_looks_like_it_stays_as_it_is() {
        for (String line : List.of("2 * 3 * 4", "snake_case_name", "a ** b", "#hashtag", "(sun:1.2)", "[alone]", "**", "-")) {
            assertThat(runs(line)).as(line).containsExactly(run(line, Style.PLAIN));
        }
        assertThat(runs("\\*not\\*")).containsExactly(run("*not*", Style.PLAIN));
    }

    @Test
    void what_finds_no_room_ends_in_an_ellipsis() {
        Type.Face face = new Type().face(Type.Role.ROW, 1);
        List<NoteLines.Line> lines = NoteLines.of(Markdown.blocks("mountains at dawn ".repeat(40)), (_, _) -> face, _ -> 18f, 120, 60, 14);
        assertThat(lines).hasSize(3);
        assertThat(lines.getLast().pieces().getLast().text()).endsWith("\u2026");
        for (NoteLines.Line line : lines) {
            NoteLines.Piece last = line.pieces().getLast();
            assertThat(last.x() + face.width(last.text().stripTrailing())).isLessThanOrEqualTo(120);
        }
    }

    @Test
    void a_word_longer_than_any_line_is_broken_and_chinese_breaks_anywhere() {
        Type.Face face = new Type().face(Type.Role.ROW, 1);
        for (String text : List.of("a".repeat(300), "\u5c71".repeat(120), "- " + "b".repeat(200))) {
            List<NoteLines.Line> lines = NoteLines.of(Markdown.blocks(text), (_, _) -> face, _ -> 18f, 120, 10_000, 14);
            StringBuilder all = new StringBuilder();
            for (NoteLines.Line line : lines) {
                line.pieces().forEach(p -> assertThat(p.x() + face.width(p.text().stripTrailing())).isLessThanOrEqualTo(121));
                line.pieces().stream().filter(p -> !p.text().equals("\u2022")).forEach(p -> all.append(p.text()));
            }
            assertThat(all.toString()).isEqualTo(text.replace("- ", ""));
        }
    }

    @Test
    void add_note() throws Exception {
        Hands hands = new Hands(Example.document());
        List<InputRef> edited = new ArrayList<>();
        Hands.onEdt(() -> hands.view().setFieldHost(new FieldHost() {
            @Override
            public void edit(InputRef parameter) {
                edited.add(parameter);
            }

            @Override
            public void drawSeed(InputRef seed) {
                throw new AssertionError("a note has no seed");
            }
        }));
        Point at = hands.at(900, 700);
        hands.move(at);
        hands.key("N");
        Node note = hands.document().node(new NodeId("note-2")).orElseThrow();
        assertThat(note.position()).isEqualTo(new Position(900, 700));
        assertThat(note.value(Note.FORMAT)).contains(Value.of(Note.MARKDOWN));
        assertThat(edited).as("its words are typed at once").containsExactly(InputRef.of("note-2", Note.TEXT));
        hands.rightClick(hands.at(150, 700));
        Hands.onEdt(() -> hands.menuItem("Add note").doClick(0));
        assertThat(hands.document().node(new NodeId("note-3")).orElseThrow().position()).isEqualTo(new Position(150, 700));
    }

    @Test
    void resize_note() throws Exception {
        Node note = Note.of("n", "# Read me\n- first\n- **second**").with(Note.FORMAT, Value.of(Note.MARKDOWN)).at(new Position(200, 200)).sized(new Size(240, 128)).coloured("#C4574F");
        Hands hands = new Hands(Document.EMPTY.with(note));
        Point corner = hands.at(437, 325);
        hands.swipe(corner, new Point(corner.x + 60, corner.y + 40), MouseEvent.BUTTON1, 0);
        assertThat(hands.edits()).containsExactly(new Edit.Resize(Set.of(new NodeId("n")), new Size(300, 168)));
        hands.wheel(corner, 2, 0);
        hands.wheel(corner, -6, 0);
        hands.key("C");
        hands.undo();
        hands.undo();
        assertThat(hands.document().node(new NodeId("n"))).contains(note);
    }
}
