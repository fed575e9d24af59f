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
    void a_seed_that_nobody_had_set_leaves_no_mark_when_it_is_drawn() {
        Document bare = Document.EMPTY.with(Node.of("s", "sampler"));
        Document drawn = new Edit.SetParameter(SEED, Value.Seed.random().drawn(7)).on(bare);
        assertThat(drawn).isEqualTo(bare).hasSameHashCodeAs(bare);
        assertThat(History.of(bare).amended(drawn).isSaved()).isTrue();
        assertThat(new Edit.SetParameter(SEED, Value.Seed.fixed(7)).on(bare)).isNotEqualTo(bare);
        Document instance = Document.EMPTY.with(Node.of("s", "subgraph:x"));
        assertThat(new Edit.SetParameter(SEED, Value.Seed.random().drawn(7)).on(instance)).as("it has one of its own now").isNotEqualTo(instance);
    }

    @Test
    void the_beginning_and_the_end_stay_themselves() {
        History history = History.of(start);
        assertThat(history.undone()).isSameAs(history);
        assertThat(history.redone()).isSameAs(history);
    }

    @Test
    void typing_into_one_field_is_one_step_until_it_settles() {
        History typed = History.of(start).after(set(1), "steps").after(set(12), "steps").after(set(123), "steps");
        assertThat(typed.past()).hasSize(1);
        assertThat(typed.undone().present()).isEqualTo(start);
        assertThat(typed.undone().redone().present().value(STEPS)).contains(Value.of(123));
        assertThat(typed.settled().after(set(9), "steps").past()).hasSize(2);
        assertThat(typed.after(set(9), "cfg").past()).hasSize(2);
        assertThat(typed.after(set(9)).past()).hasSize(2);
    }

    @Test
    void what_was_typed_and_taken_back_is_no_step() {
        History set = History.of(start).after(set(1));
        assertThat(set.after(set(12), "steps").after(set(1), "steps").past()).isEqualTo(set.past());
    }

    @Test
    void typing_after_an_undo_is_a_new_step() {
        History undone = History.of(start).after(set(1), "steps").settled().after(set(2), "steps").undone();
        assertThat(undone.after(set(3), "steps").past()).hasSize(2);
    }

    @Test
    void knows_whether_the_present_is_what_was_saved() {
        History history = History.of(start);
        assertThat(history.isSaved()).isTrue();
        History changed = history.after(set(1));
        assertThat(changed.isSaved()).isFalse();
        assertThat(changed.undone().isSaved()).isTrue();
        History saved = changed.saved();
        assertThat(saved.isSaved()).isTrue();
        assertThat(saved.undone().isSaved()).isFalse();
        assertThat(saved.undone().redone().isSaved()).isTrue();
        assertThat(saved.amended(new Edit.SetParameter(SEED, Value.Seed.random().drawn(7)).on(saved.present())).isSaved()).isTrue();
    }

    @Test
    void keeps_the_newest_ten_thousand_steps_and_forgets_older_ones_now_and_then() {
        History history = History.of(start);
        for (int i = 0; i < 12_000; i++) {
            history = history.after(set(i));
        }
        assertThat(history.past()).hasSizeBetween(History.MOST_STEPS, History.MOST_STEPS + History.MOST_STEPS / 10);
        assertThat(history.undone().present().value(STEPS)).contains(Value.of(11_998));
    }

    private static Edit set(long steps) {
        return new Edit.SetParameter(STEPS, Value.of(steps));
    }
}
