package easel.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A choice between sets of settings, some of which suit only one model. */
class OfferedOptionsTest {

    private static final InputRef MODEL = InputRef.of("m", "checkpoint");
    private static final InputRef STEPS = InputRef.of("s", "steps");
    private static final InputRef CFG = InputRef.of("s", "cfg");
    private static final Control.Choice.Option FAST = option("Fast", "starter", 4, 1);
    private static final Control.Choice.Option FINE = option("Fine", null, 20, 4);
    private static final Field QUALITY = new Field("quality", List.of(STEPS, CFG), new Control.Choice(List.of(FAST, FINE)), null, null,
            Field.Section.MAIN, Phrase.NONE, Phrase.NONE, MODEL, Extras.NONE);
    private static final Document FLOW = Document.EMPTY.with(Node.of("m", "load-checkpoint").with("checkpoint", Value.of("starter")))
            .with(Node.of("s", "sampler").with("steps", Value.of(4)).with("cfg", Value.of(1))).with(Form.NONE.withFields(List.of(QUALITY)));

    private static Control.Choice.Option option(String name, @Nullable String model, int steps, int cfg) {
        return new Control.Choice.Option(Phrase.of(name, name), List.of(Value.of(steps), Value.of(cfg)), Phrase.NONE,
                model == null ? null : Value.of(model), Extras.NONE);
    }

    private static Document after(Edit edit, Document before) {
        return before.form().withFollowing(edit, before).on(before);
    }

    @Test
    void an_option_is_offered_where_what_the_field_needs_holds_what_it_is_for() {
        assertThat(QUALITY.offered(FLOW)).containsExactly(FAST, FINE);
        assertThat(QUALITY.offered(new Edit.SetParameter(MODEL, Value.of("mine.safetensors")).on(FLOW))).containsExactly(FINE);
    }

    @Test
    void a_choice_that_is_offered_no_more_gives_way_to_the_first_that_is_in_the_same_step() {
        Edit edit = FLOW.form().withFollowing(new Edit.SetParameter(MODEL, Value.of("mine.safetensors")), FLOW);
        Document changed = edit.on(FLOW);
        assertThat(changed.value(STEPS)).contains(Value.of(20));
        assertThat(changed.value(CFG)).contains(Value.of(4));
        assertThat(edit.code()).as("the step is called after what the person did").isEqualTo("SetParameter");
    }

    @Test
    void settings_that_are_none_of_the_options_stay() {
        Document own = new Edit.SetParameter(STEPS, Value.of(7)).on(FLOW);
        assertThat(after(new Edit.SetParameter(MODEL, Value.of("mine.safetensors")), own).value(STEPS)).contains(Value.of(7));
    }

    @Test
    void what_was_changed_beside_it_by_hand_does_not_keep_it() {
        Document own = new Edit.SetParameter(CFG, Value.of(2)).on(FLOW);
        Document changed = after(new Edit.SetParameter(MODEL, Value.of("mine.safetensors")), own);
        assertThat(changed.value(STEPS)).contains(Value.of(20));
        assertThat(changed.value(CFG)).contains(Value.of(4));
    }

    @Test
    void a_line_of_a_parameters_own_is_found_before_the_choice_that_sets_it_among_others() {
        Field steps = Field.of("steps", new Control.Number(1, 60, 1, true), STEPS);
        assertThat(Form.NONE.withFields(List.of(QUALITY, steps)).of(STEPS)).contains(steps);
        assertThat(Form.NONE.withFields(List.of(QUALITY, steps)).of(CFG)).contains(QUALITY);
    }

    @Test
    void a_choice_that_sets_fewer_places_keeps_for_each_the_value_that_was_its_own() {
        Field cfg = QUALITY.setting(List.of(CFG));
        Document fine = cfg.to(cfg.offered(FLOW).getLast().values()).on(FLOW);
        assertThat(fine.value(CFG)).contains(Value.of(4));
        assertThat(fine.value(STEPS)).contains(Value.of(4));
    }

    @Test
    void a_choice_that_is_still_offered_stays() {
        Document fine = new Edit.Together(List.of(new Edit.SetParameter(STEPS, Value.of(20)), new Edit.SetParameter(CFG, Value.of(4)))).on(FLOW);
        Document there = after(new Edit.SetParameter(MODEL, Value.of("mine.safetensors")), fine);
        assertThat(there.value(STEPS)).contains(Value.of(20));
        assertThat(after(new Edit.SetParameter(MODEL, Value.of("starter")), there).value(STEPS)).as("and back").contains(Value.of(20));
    }
}
