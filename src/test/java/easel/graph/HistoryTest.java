package easel.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final InputRef STEPS = InputRef.of("s", "steps");
    private static final InputRef SEED = InputRef.of("s", "seed");

    private final Document start = Document.EMPTY.with(Node.of("s", "sampler").with("seed", Value.Seed.random()));

    @Test
    void goes_back_and_forth_over_named_steps() {
        History history = History.of(start).after(set(1)).after(set(2)).after(new Edit.SetCount(4));
        assertThat(history.past()).extracting(History.Step::code).containsExactly("SetCount", "SetParameter", "SetParameter");
        History back = history.undone().undone();
        assertThat(back.present().value(STEPS)).contains(Value.of(1));
        assertThat(back.future()).extracting(History.Step::code).containsExactly("SetParameter", "SetCount");
        assertThat(back.redone().redone().present()).isEqualTo(history.present());
    }

    @Test
    void a_new_edit_forgets_what_was_undone() {
        History history = History.of(start).after(set(1)).undone().after(set(2));
        assertThat(history.canRedo()).isFalse();
        assertThat(history.undone().present()).isEqualTo(start);
    }

    @Test
    void an_edit_that_changes_nothing_is_no_step() {
        History history = History.of(start).after(set(1)).after(set(1));
        assertThat(history.past()).hasSize(1);
    }

    @Test
    void a_drawn_seed_is_no_step_and_stays_through_a_redo() {
        History history = History.of(start).after(set(1));
        History drawn = history.amended(new Edit.SetParameter(SEED, Value.Seed.random().drawn(7)).on(history.present()));
        assertThat(drawn.past()).hasSize(1);
        assertThat(((Value.Seed) drawn.undone().redone().present().value(SEED).orElseThrow()).number()).hasValue(7);
    }

    @Test
    void the_beginning_and_the_end_stay_themselves() {
        History history = History.of(start);
        assertThat(history.undone()).isSameAs(history);
        assertThat(history.redone()).isSameAs(history);
    }

    private static Edit set(long steps) {
        return new Edit.SetParameter(STEPS, Value.of(steps));
    }
}
