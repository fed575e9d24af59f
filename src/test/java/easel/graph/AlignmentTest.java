package easel.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlignmentTest {

    private static final NodeId A = new NodeId("a");
    private static final NodeId B = new NodeId("b");
    private static final NodeId C = new NodeId("c");

    private static Map<NodeId, Area> areas() {
        Map<NodeId, Area> areas = new LinkedHashMap<>();
        areas.put(B, Area.of(90, 40, 20, 60));
        areas.put(A, Area.of(0, 10, 40, 20));
        areas.put(C, Area.of(200, 0, 100, 30));
        return areas;
    }

    @Test
    void edges_and_middles_come_into_line() {
        assertThat(Alignment.RIGHT.places(areas())).containsEntry(A, new Position(260, 10)).containsEntry(B, new Position(280, 40)).containsEntry(C, new Position(200, 0));
        assertThat(Alignment.CENTRE.places(areas())).containsEntry(A, new Position(130, 10)).containsEntry(B, new Position(140, 40)).containsEntry(C, new Position(100, 0));
        assertThat(Alignment.BOTTOM.places(areas())).containsEntry(A, new Position(0, 80)).containsEntry(C, new Position(200, 70));
        assertThat(Alignment.TOP.places(areas())).containsEntry(B, new Position(90, 0));
    }

    @Test
    void the_air_between_them_is_the_same() {
        assertThat(Alignment.SPREAD_ACROSS.places(areas())).containsEntry(A, new Position(0, 10)).containsEntry(B, new Position(110, 40)).containsEntry(C, new Position(200, 0));
    }

    @Test
    void too_few_stay_where_they_are() {
        Map<NodeId, Area> areas = areas();
        areas.remove(C);
        assertThat(Alignment.SPREAD_DOWN.places(areas)).isEmpty();
        areas.remove(B);
        assertThat(Alignment.LEFT.places(areas)).isEmpty();
    }
}
