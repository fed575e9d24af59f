package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import easel.engine.Picture;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.format.WorkflowException;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Expansion;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Packing;
import easel.graph.Phrase;
import easel.graph.Problem;
import easel.graph.SeedMode;
import easel.graph.SubgraphId;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.run.Presets;
import easel.support.PlainPreset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workflow that a command is given, and what its options say of it. */
class FlowTest {

    private final Document preset = PlainPreset.document();

    @ParameterizedTest
    @CsvSource({"sampler.steps=many, 1 ... 1000", "sampler.stepz=3, scheduler", "smapler.steps=3, negative", "steps, NODE.PARAMETER", "sampler.=3, NODE.PARAMETER",
        "Prompt.text=x, 'prompt, negative'", "save.picture=x, folder", "sampler.seed=-1, 0 ..."})
    void a_wrong_setting_is_one_sentence_that_says_what_there_is(String setting, String said) {
        assertThatThrownBy(() -> new FlowValues(preset, Language.ENGLISH).set(setting))
                .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.exitCode()).isEqualTo(2)).hasMessageContaining(said);
    }

    @Test
    void a_node_is_named_by_id_or_by_a_title_that_only_one_has_and_the_value_may_hold_anything() {
        FlowValues values = new FlowValues(preset, Language.ENGLISH);
        values.set("prompt.text=a.b=c");
        values.set("Load Checkpoint.checkpoint=/models/x.y=z.gguf");
        assertThat(values.document().value(InputRef.of("prompt", "text"))).contains(Value.of("a.b=c"));
        assertThat(values.document().value(InputRef.of("model", "checkpoint"))).contains(Value.of("/models/x.y=z.gguf"));
    }

    @Test
    void what_was_said_stays_whatever_follows_from_another_checkpoint_in_whichever_order() {
        for (List<String> order : List.of(List.of("sampler.steps=8", "model.checkpoint=other.safetensors"), List.of("model.checkpoint=other.safetensors", "sampler.steps=8"))) {
            FlowValues values = new FlowValues(Presets.bundled(Presets.FIRST).orElseThrow().document(), Language.ENGLISH);
            order.forEach(values::set);
            Document document = values.document();
            assertThat(document.value(InputRef.of("sampler", "steps"))).contains(Value.of(8));
            assertThat(document.value(InputRef.of("few", "strength"))).as("fine, for fast is for the starter").contains(Value.of(0));
        }
    }

    @Test
    void a_node_inside_a_subgraph_is_named_by_its_path_and_only_that_one_is_set() {
        Document packed = Packing.of(preset, Set.of(new NodeId("prompt"), new NodeId("sampler")), Phrase.of("x", "x"), List.of(), List.of(), Catalogue::schema)
                .orElseThrow().on(preset);
        Node one = packed.nodes().stream().filter(n -> SubgraphId.isInstance(n.type())).findFirst().orElseThrow();
        Document two = packed.with(one.called(new NodeId("other")));
        FlowValues values = new FlowValues(two, Language.ENGLISH);
        values.set(one.id() + "/sampler.cfg=3.5");
        values.set("other/sampler.scheduler=karras");
        values.set("other/prompt.text=a forest");
        Document flat = Expansion.of(values.document(), Catalogue::schema).document();
        assertThat(flat.value(InputRef.of(one.id() + "/sampler", "cfg"))).contains(Value.of(3.5));
        assertThat(flat.value(InputRef.of("other/sampler", "cfg"))).isNotEqualTo(Optional.of(Value.of(3.5)));
        assertThat(flat.value(InputRef.of("other/sampler", "scheduler"))).contains(Value.of("karras"));
        assertThat(flat.value(InputRef.of(one.id() + "/sampler", "scheduler"))).isNotEqualTo(Optional.of(Value.of("karras")));
        assertThat(flat.value(InputRef.of("other/prompt", "text"))).contains(Value.of("a forest"));
        values.fixSeeds(9);
        assertThat(Expansion.of(values.document(), Catalogue::schema).document().value(InputRef.of("other/sampler", "seed"))).contains(Value.Seed.fixed(9));
    }

    @Test
    void a_parameter_that_a_link_feeds_is_not_set_in_vain() {
        Document linked = preset.mapNodes(java.util.Set.of(new NodeId("sampler")), n -> n.fedBy("steps", easel.graph.OutputRef.of("x", "number")));
        assertThatThrownBy(() -> new FlowValues(linked, Language.ENGLISH).set("sampler.steps=3")).hasMessageContaining("x.number");
    }

    @Test
    void every_seed_is_fixed_or_random_ones_are_forgotten() {
        InputRef seed = InputRef.of("sampler", "seed");
        Document drawn = new Edit.SetParameter(seed, Value.Seed.random().drawn(5)).on(preset);
        FlowValues values = new FlowValues(drawn, Language.ENGLISH);
        values.forgetDrawnSeeds();
        assertThat(((Value.Seed) values.document().value(seed).orElseThrow()).number()).isEmpty();
        values.fixSeeds(7);
        assertThat(values.document().value(seed)).contains(Value.Seed.fixed(7));
        FlowValues up = new FlowValues(new Edit.SetParameter(seed, new Value.Seed(SeedMode.UP, OptionalLong.of(3))).on(preset), Language.ENGLISH);
        up.forgetDrawnSeeds();
        assertThat(((Value.Seed) up.document().value(seed).orElseThrow()).number()).hasValue(3);
    }

    @Test
    void what_is_no_workflow_is_refused(@TempDir Path folder) throws Exception {
        Path picture = folder.resolve("bare.png");
        new PictureFile(Picture.of(2, 2, 3, new byte[12]), PictureTexts.none()).write(picture);
        assertThatThrownBy(() -> FlowFile.read(picture)).isInstanceOf(Failed.class).hasMessageContaining("bare.png");
        assertThatThrownBy(() -> FlowFile.read(folder.resolve("nowhere.easel.json"))).isInstanceOf(Failed.class).hasMessageContaining("nowhere");
        Path broken = Files.writeString(folder.resolve("broken.easel.json"), "{\"easel\": 1,");
        assertThatThrownBy(() -> FlowFile.read(broken)).isInstanceOf(WorkflowException.class);
    }

    @Test
    void a_problem_reads_as_how_bad_where_what_and_how_to_mend_it() {
        Problem problem = Problem.at(InputRef.of("sampler", "steps"), Problem.Code.BAD_VALUE, "steps", "0", "1 ... 1000");
        assertThat(ProblemLine.of(problem, preset, Language.ENGLISH).text(Language.ENGLISH))
                .isEqualTo("error: sampler.steps: Steps cannot be 0. Allowed: 1 ... 1000.");
    }
}
