package easel.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.Form;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.OutputRef;
import easel.graph.Value;
import easel.platform.Language;
import easel.support.PlainPreset;
import java.util.List;
import org.junit.jupiter.api.Test;

class MadeFormTest {

    private static final Document BARE = PlainPreset.document().with(Form.NONE);

    /** As ComfyUI has it, the negative prompt standing first. */
    private static final Document COMFY = Document.EMPTY.with(Node.of("n", "clip-text-encode")).with(Node.of("p", "clip-text-encode"))
            .with(Node.of("l", "empty-latent-image"))
            .with(Node.of("k", "k-sampler").fedBy("positive", OutputRef.of("p", "conditioning")).fedBy("negative", OutputRef.of("n", "conditioning"))
                    .fedBy("latent_image", OutputRef.of("l", "latent")));

    private static List<String> names(Form form, Field.Section section) {
        return form.in(section).stream().map(Field::name).toList();
    }

    @Test
    void prompts_pictures_and_size_stand_first_and_the_samplers_settings_under_more() {
        Form form = MadeForm.of(BARE);
        assertThat(names(form, Field.Section.MAIN)).containsExactly("prompt", "negative", "file", "size", "count");
        assertThat(names(form, Field.Section.MORE)).contains("steps", "cfg", "sampler", "scheduler", "seed", "checkpoint");
        assertThat(form.field("file").orElseThrow().label().in(Language.ENGLISH)).as("after what it is for").isEqualTo("Start picture");
        assertThat(form.fields()).allSatisfy(f -> assertThat(f.label().in(Language.CHINESE)).isNotBlank().isNotEqualTo(f.label().in(Language.ENGLISH)));
    }

    @Test
    void which_words_are_the_prompt_is_told_by_where_they_lead() {
        Form form = MadeForm.of(COMFY);
        assertThat(form.field("prompt").orElseThrow().targets()).containsExactly(InputRef.of("p", "text"));
        assertThat(form.field("negative").orElseThrow().targets()).containsExactly(InputRef.of("n", "text"));
        assertThat(form.field("size").orElseThrow().targets()).containsExactly(InputRef.of("l", "width"), InputRef.of("l", "height"));
    }

    @Test
    void setting_its_lines_leaves_it_as_it_is_and_a_fed_parameter_has_none() {
        Form form = MadeForm.of(COMFY);
        Document typed = new Edit.SetParameter(InputRef.of("p", "text"), Value.of("a sea")).on(COMFY);
        assertThat(MadeForm.of(typed)).isEqualTo(form);
        Document fed = COMFY.with(Node.of("t", "text")).with(COMFY.node(new easel.graph.NodeId("p")).orElseThrow().fedBy("text", OutputRef.of("t", "text")));
        assertThat(MadeForm.of(fed).of(InputRef.of("p", "text"))).isEmpty();
    }

    @Test
    void who_keeps_it_has_the_same_lines_as_the_documents_own() {
        Document kept = MadeForm.keeping(COMFY).on(COMFY);
        assertThat(kept.form()).isEqualTo(MadeForm.of(COMFY));
        assertThat(FormFields.form(kept)).isSameAs(kept.form());
        assertThat(FormFields.isOwn(COMFY)).isFalse();
    }

    @Test
    void where_there_is_nothing_to_set_there_is_no_form() {
        assertThat(MadeForm.of(Document.EMPTY)).isEqualTo(Form.NONE);
        assertThat(MadeForm.of(Document.EMPTY.with(Node.of("x", "nobody-knows")))).isEqualTo(Form.NONE);
    }

    @Test
    void many_samplers_do_not_make_an_endless_form() {
        Document many = Document.EMPTY;
        for (int i = 0; i < 30; i++) {
            many = many.with(Node.of("s" + i, "sampler")).with(Node.of("p" + i, "prompt"));
        }
        assertThat(MadeForm.of(many).fields()).hasSizeLessThan(25);
        assertThat(FormFields.first(many, Control.Seed.class)).isPresent();
    }
}
