package easel.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Form;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.OutputRef;
import easel.graph.Value;
import easel.run.Presets;
import easel.support.PlainPreset;
import org.junit.jupiter.api.Test;

class CarriedTest {

    private static final Document PRESET = PlainPreset.document();
    private static final Document MINE = new Edit.Together(java.util.List.of(
            new Edit.SetParameter(InputRef.of("prompt", "text"), Value.of("a red barn")),
            new Edit.SetParameter(InputRef.of("negative", "text"), Value.of("people")),
            new Edit.SetParameter(InputRef.of("sampler", "width"), Value.of(768)),
            new Edit.SetParameter(InputRef.of("sampler", "steps"), Value.of(33)),
            new Edit.SetParameter(InputRef.of("sampler", "seed"), Value.Seed.fixed(7)))).on(PRESET);

    @Test
    void prompt_negative_size_and_seed_go_along_and_the_steps_stay() {
        Document carried = Carried.over(MINE, PRESET);
        assertThat(carried.value(InputRef.of("prompt", "text"))).contains(Value.of("a red barn"));
        assertThat(carried.value(InputRef.of("negative", "text"))).contains(Value.of("people"));
        assertThat(carried.value(InputRef.of("sampler", "width"))).contains(Value.of(768));
        assertThat(carried.value(InputRef.of("sampler", "seed"))).contains(Value.Seed.fixed(7));
        assertThat(carried.value(InputRef.of("sampler", "steps"))).isEqualTo(PRESET.value(InputRef.of("sampler", "steps")));
    }

    @Test
    void a_workflow_of_other_nodes_takes_them_in_the_same_roles() {
        Document comfy = Document.EMPTY.with(Node.of("p", "clip-text-encode")).with(Node.of("n", "clip-text-encode"))
                .with(Node.of("l", "empty-latent-image"))
                .with(Node.of("k", "k-sampler").fedBy("positive", OutputRef.of("p", "conditioning")).fedBy("negative", OutputRef.of("n", "conditioning"))
                        .fedBy("latent_image", OutputRef.of("l", "latent")));
        Document carried = Carried.over(MINE, comfy);
        assertThat(carried.value(InputRef.of("p", "text"))).contains(Value.of("a red barn"));
        assertThat(carried.value(InputRef.of("n", "text"))).contains(Value.of("people"));
        assertThat(carried.value(InputRef.of("l", "width"))).contains(Value.of(768));
        assertThat(carried.value(InputRef.of("k", "seed"))).contains(Value.Seed.fixed(7));
    }

    @Test
    void what_is_only_in_one_of_them_stays_behind() {
        Document words = Document.EMPTY.with(Node.of("p", "prompt"));
        assertThat(Carried.over(MINE, words).value(InputRef.of("p", "text"))).contains(Value.of("a red barn"));
        assertThat(Carried.over(words, MINE)).as("no words take no words away").isEqualTo(MINE);
        assertThat(Carried.over(MINE, PRESET.with(Form.NONE)).value(InputRef.of("prompt", "text"))).contains(Value.of("a red barn"));
    }

    @Test
    void a_picture_that_was_there_to_be_worked_on_does_not_begin_one_that_needs_none() {
        Document edges = new Edit.SetParameter(InputRef.of("start", "file"), Value.of("boat.png")).on(Presets.bundled("picture-to-edges").orElseThrow().document());
        assertThat(Carried.over(edges, PRESET)).isEqualTo(PRESET);
        Document inpaint = Presets.bundled("inpaint").orElseThrow().document();
        assertThat(Carried.over(edges, inpaint).value(InputRef.of("start", "file"))).contains(Value.of("boat.png"));
    }

    @Test
    void a_picture_and_the_model_go_along() {
        Document with = new Edit.Together(java.util.List.of(new Edit.SetParameter(InputRef.of("start", "file"), Value.of("boat.png")),
                new Edit.SetParameter(InputRef.of("model", "checkpoint"), Value.of("mine.safetensors")))).on(PRESET);
        Document outpaint = Presets.bundled("outpaint").orElseThrow().document();
        Document carried = Carried.over(with, outpaint);
        assertThat(carried.value(InputRef.of("start", "file"))).contains(Value.of("boat.png"));
        assertThat(carried.value(InputRef.of("model", "checkpoint"))).contains(Value.of("mine.safetensors"));
    }
}
