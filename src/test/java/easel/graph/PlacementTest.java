package easel.graph;

import static easel.graph.Sample.blur;
import static easel.graph.Sample.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PlacementTest {

    private static final Function<Node, Size> SIZES = n -> new Size(160 + n.id().text().length() * 8, 60 + n.inputs().size() * 20);

    private static Document placed(Document document) {
        return Placement.of(document.body(), SIZES).edit().on(document);
    }

    private static List<Area> areas(Document document) {
        return document.nodes().stream().map(n -> new Area(n.position(), SIZES.apply(n))).toList();
    }

    /** By a sweep from left to right, so that ten thousand can be compared. */
    private static void nothing_overlaps(List<Area> all) {
        List<Area> sorted = all.stream().sorted(Comparator.comparingDouble(a -> a.at().x())).toList();
        List<Area> open = new ArrayList<>();
        for (Area area : sorted) {
            open.removeIf(a -> a.right() <= area.at().x());
            assertThat(open).noneMatch(a -> a.overlaps(area));
            open.add(area);
        }
    }

    @Test
    void what_feeds_stands_left_of_what_it_feeds() {
        Document document = placed(Sample.row().with(blur("side", "in", "image")));
        document.links().forEach(l -> assertThat(document.node(l.from().node()).orElseThrow().position().x())
                .isLessThan(document.node(l.to().node()).orElseThrow().position().x()));
        nothing_overlaps(areas(document));
        assertThat(Placement.isMissing(Sample.row().body())).isTrue();
        assertThat(Placement.isMissing(document.body())).isFalse();
    }

    @Test
    void a_source_that_is_needed_late_stands_late() {
        Document document = placed(Sample.row().with(Node.of("late", "source"))
                .with(Node.of("mix", "mix").fedBy("first", OutputRef.of("two", "image")).fedBy("second", OutputRef.of("late", "image"))));
        assertThat(document.node(id("late")).orElseThrow().position().x()).isEqualTo(document.node(id("two")).orElseThrow().position().x());
    }

    @Test
    void two_rows_do_not_cross() {
        Document document = Document.EMPTY.with(Node.of("a", "source")).with(Node.of("b", "source"))
                .with(blur("b1", "b", "image")).with(blur("a1", "a", "image"))
                .with(blur("a2", "a1", "image")).with(blur("b2", "b1", "image"));
        Document done = placed(document);
        boolean above = y(done, "a") < y(done, "b");
        assertThat(y(done, "a1") < y(done, "b1")).isEqualTo(above);
        assertThat(y(done, "a2") < y(done, "b2")).isEqualTo(above);
    }

    private static double y(Document document, String node) {
        return document.node(id(node)).orElseThrow().position().y();
    }

    @Test
    void circles_and_links_to_nothing_are_placed_as_well() {
        Document circle = Document.EMPTY.with(blur("a", "c", "image")).with(blur("b", "a", "image")).with(blur("c", "b", "image"))
                .with(blur("self", "self", "image")).with(blur("lost", "nobody", "image"));
        nothing_overlaps(areas(placed(circle)));
    }

    @Test
    void a_group_stays_around_what_lay_in_it_and_nothing_else_comes_in() {
        Document document = Document.EMPTY.with(Node.of("in", "source").at(new Position(-900, 0)));
        for (int i = 0; i < 6; i++) {
            document = document.with(blur("g" + i, i == 0 ? "in" : "g" + (i - 1), "image").at(new Position(100 + i * 10, 100)));
            document = document.with(blur("o" + i, "g" + i, "image").at(new Position(2000, i)));
        }
        document = document.with(Group.of("outer", "Outer", Area.of(0, 0, 900, 900))).with(Group.of("inner", "Inner", Area.of(90, 90, 130, 130)))
                .with(Group.of("empty", "Empty", Area.of(5000, 5000, 10, 10)));
        Document done = placed(document);
        nothing_overlaps(areas(done));
        for (String name : List.of("outer", "inner")) {
            Group before = document.body().group(new GroupId(name)).orElseThrow();
            Group after = done.body().group(new GroupId(name)).orElseThrow();
            assertThat(after.nodesOf(done.body(), SIZES)).isEqualTo(before.nodesOf(document.body(), SIZES)).isNotEmpty();
        }
        assertThat(done.body().group(new GroupId("outer")).orElseThrow().groupsOf(done.body())).containsExactly(new GroupId("inner"));
        assertThat(done.body().group(new GroupId("empty"))).isEqualTo(document.body().group(new GroupId("empty")));
    }

    @Test
    void nodes_without_links_stand_in_rows() {
        Document document = Document.EMPTY;
        for (int i = 0; i < 100; i++) {
            document = document.with(Note.of("n" + i, ""));
        }
        Document done = placed(document);
        nothing_overlaps(areas(done));
        assertThat(done.nodes().stream().map(n -> n.position().y()).distinct().count()).isBetween(5L, 25L);
    }

    @Test
    @Timeout(30)
    void ten_thousand_nodes_are_placed_within_a_second_and_none_over_another() {
        Random random = new Random(7);
        Document document = Document.EMPTY;
        for (int i = 0; i < 10_000; i++) {
            Node node = Node.of("n" + i, "mix");
            for (String input : List.of("first", "second")) {
                node = i == 0 ? node : node.fedBy(input, OutputRef.of("n" + Math.max(0, i - 1 - random.nextInt(40)), "mixed"));
            }
            document = document.with(node);
        }
        Document all = document;
        Placement.of(all.body(), SIZES);
        long began = System.nanoTime();
        Placement placement = Placement.of(all.body(), SIZES);
        assertThat((System.nanoTime() - began) / 1e9).isLessThan(1);
        nothing_overlaps(areas(placement.edit().on(all)));
    }
}
