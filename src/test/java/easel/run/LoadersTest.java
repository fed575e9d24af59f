package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ContextKey;
import easel.engine.Execution;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.ModelFiles;
import easel.engine.Prediction;
import easel.engine.Preview;
import easel.engine.Rung;
import easel.engine.ffm.NativeView;
import easel.engine.weights.Family;
import easel.engine.weights.FamilyFiles;
import easel.engine.weights.ModelCheck;
import easel.engine.weights.ModelKind;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.platform.WholeFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the files of each family go in the engine's own struct, from the nodes that name them, against a table by hand. */
@Timeout(60)
class LoadersTest extends OnBench {

    /** Given in this order whatever a family needs: headers say which is which. */
    private static final List<ModelKind> ENCODERS = List.of(ModelKind.T5XXL, ModelKind.LLM, ModelKind.CLIP_G, ModelKind.CLIP_L);

    /** The fields of sd_ctx_params_t that a family's files stand in beside diffusion_model_path. */
    private static String fields(Family family) {
        return switch (family) {
            case SD3 -> "clip_l clip_g t5xxl vae";
            case FLUX, FLUX_SCHNELL, FLUX_FILL, FLUX_CONTROLS, FLEX_2 -> "clip_l t5xxl vae";
            case CHROMA -> "t5xxl vae";
            case CHROMA_RADIANCE -> "t5xxl";
            case QWEN_IMAGE -> "llm llm_vision vae";
            case LONGCAT, OVIS_IMAGE, FLUX2, FLUX2_KLEIN, Z_IMAGE, ANIMA, ERNIE_IMAGE, LENS, PID -> "llm vae";
            case IDEOGRAM4 -> "llm vae uncond_diffusion_model";
            case HIDREAM_O1 -> "";
            case WAN2 -> "t5xxl clip_vision vae";
            case WAN2_2_I2V -> "t5xxl vae high_noise_diffusion_model";
            case WAN2_2_TI2V -> "t5xxl vae";
            case LTX -> "llm vae embeddings_connectors";
            case SD1, SD1_INPAINT, SD1_PIX2PIX, SD1_TINY, SD2, SD2_INPAINT, SD2_TINY, SDXS_512, SDXS_09, SDXL, SDXL_INPAINT, SDXL_PIX2PIX, SDXL_VEGA,
                    SDXL_SSD1B -> "vae";
            case SVD, HUNYUAN_VIDEO, MINIT2I -> throw new AssertionError("the engine does not run " + family);
        };
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"SVD", "HUNYUAN_VIDEO", "MINIT2I"})
    void the_files_of_a_family_stand_where_the_engine_looks_for_them(Family family) throws Exception {
        Sketch flow = new Sketch().add("yes", "prompt", "text=a boat");
        Map<String, String> expected = new TreeMap<>();
        List<String> fields = Arrays.stream(fields(family).split(" ")).filter(f -> !f.isEmpty()).toList();
        Path main = FamilyFiles.of(family, folder.resolve(family + ".safetensors"));
        if (family.isUnet()) {
            flow.add("model", "load-checkpoint", "checkpoint=" + main);
            expected.put("model_path", main.getFileName().toString());
        } else {
            flow.add("model", "load-diffusion-model", "diffusion_model=" + main);
            expected.put("diffusion_model_path", main.getFileName().toString());
        }
        String[] places = {"text_encoder", "text_encoder_2", "text_encoder_3"};
        int place = 0;
        for (ModelKind kind : ENCODERS) {
            String field = kind.name().toLowerCase(java.util.Locale.ROOT);
            if (fields.contains(field)) {
                flow.set("model", places[place++] + "=" + file(kind));
                expected.put(field + "_path", kind + ".safetensors");
            }
        }
        for (String field : fields) {
            String parameter = switch (field) {
                case "vae" -> "vae=" + file(ModelKind.VAE);
                case "llm_vision" -> "vision=" + file(ModelKind.LLM_VISION);
                case "clip_vision" -> "vision=" + file(ModelKind.CLIP_VISION);
                case "embeddings_connectors" -> "connectors=" + file(ModelKind.EMBEDDINGS_CONNECTORS);
                case "high_noise_diffusion_model" -> "high_noise=" + FamilyFiles.of(family, folder.resolve(field));
                case "uncond_diffusion_model" -> "unconditional=" + FamilyFiles.of(family, folder.resolve(field));
                default -> "";
            };
            if (!parameter.isEmpty()) {
                flow.set("model", parameter);
                expected.put(field + "_path", Path.of(parameter.substring(parameter.indexOf('=') + 1)).getFileName().toString());
            }
        }
        flow.add("paint", family.isVideo() ? "video" : "sampler", "model<model.model", "positive<yes.prompt", "steps=2", "seed=1");
        bench.run(flow.document());
        ContextKey asked = bench.engine.contexts.getFirst();
        assertThat(paths(asked)).isEqualTo(expected);
        assertThat(new ModelCheck().of(asked.files(), List.of(), List.of())).as("nothing is missing, nothing is in the wrong place").isEmpty();
    }

    @Test
    void a_vae_and_a_small_one_are_put_on_a_model() throws Exception {
        Sketch flow = plain().add("vae", "load-vae", "model<model.model", "vae=" + file(ModelKind.VAE))
                .add("small", "load-taesd", "model<vae.patched_model", "taesd=" + file(ModelKind.TAESD)).set("paint", "model<small.patched_model");
        bench.run(flow.document());
        assertThat(paths(bench.engine.contexts.getFirst())).isEqualTo(Map.of("model_path", "model.safetensors", "vae_path", "VAE.safetensors",
                "taesd_path", "TAESD.safetensors"));
    }

    /** Else the engine would paint the picture itself with the small one. */
    @Test
    void beside_a_vae_the_small_one_paints_previews_alone() throws Exception {
        Sketch flow = plain().add("small", "load-taesd", "model<model.model", "taesd=" + file(ModelKind.TAESD)).set("paint", "model<small.patched_model");
        assertThat(previewsAlone(flow)).as("the checkpoint, which is not there, has none").isFalse();
        assertThat(previewsAlone(flow.set("model", "checkpoint=" + FamilyFiles.of(Family.SD1, folder.resolve("without.safetensors"))))).isFalse();
        assertThat(previewsAlone(flow.set("model", "checkpoint=" + FamilyFiles.withVae(Family.SD1, folder.resolve("with.safetensors"))))).isTrue();
        assertThat(previewsAlone(plain().set("model", "vae=" + file(ModelKind.VAE)))).as("there is no small one").isFalse();
        assertThat(previewsAlone(plain().set("model", "vae=" + file(ModelKind.VAE), "taesd=" + file(ModelKind.TAESD)))).isTrue();
    }

    @Test
    void the_small_one_of_a_diffusion_model_decodes_where_it_is_alone() throws Exception {
        Sketch flow = new Sketch().add("yes", "prompt", "text=a boat")
                .add("model", "load-diffusion-model", "diffusion_model=" + FamilyFiles.withVae(Family.FLUX, folder.resolve("flux.safetensors")),
                        "taesd=" + file(ModelKind.TAESD))
                .add("paint", "sampler", "model<model.model", "positive<yes.prompt", "steps=2", "seed=1");
        assertThat(previewsAlone(flow)).as("the engine does not look for a VAE in it").isFalse();
        assertThat(previewsAlone(flow.set("model", "vae=" + file(ModelKind.VAE)))).isTrue();
    }

    @Test
    void decoding_with_a_vae_keeps_the_small_one_for_previews() throws Exception {
        Path with = FamilyFiles.withVae(Family.SD1, folder.resolve("with.safetensors"));
        Sketch flow = new Sketch().add("model", "checkpoint-loader-simple", "ckpt_name=" + with)
                .add("small", "load-taesd", "model<model.model", "taesd=" + file(ModelKind.TAESD))
                .add("yes", "clip-text-encode", "clip<model.clip", "text=a boat").add("size", "empty-latent-image", "width=64", "height=64")
                .add("paint", "k-sampler", "model<small.patched_model", "positive<yes.conditioning", "negative<yes.conditioning", "latent_image<size.latent", "steps=2", "seed=1")
                .add("decode", "vae-decode", "samples<paint.latent", "vae<model.vae");
        assertThat(previewsAlone(flow)).isTrue();
        assertThat(paths(bench.engine.contexts.getLast())).containsEntry("taesd_path", "TAESD.safetensors");
    }

    private boolean previewsAlone(Sketch flow) throws Exception {
        bench.run(flow.document());
        return NativeView.of(bench.engine.contexts.getLast()).getOrDefault("tae_preview_only", "false").equals("true");
    }

    @Test
    void without_files_they_change_nothing() throws Exception {
        Sketch flow = plain().add("vae", "load-vae", "model<model.model").add("small", "load-taesd", "model<vae.patched_model")
                .set("paint", "model<small.patched_model");
        bench.run(flow.document());
        assertThat(paths(bench.engine.contexts.getFirst())).isEqualTo(Map.of("model_path", "model.safetensors"));
    }

    @Test
    void a_controlnet_of_its_own_follows_a_picture() throws Exception {
        Path net = file(ModelKind.CONTROL_NET);
        easel.engine.Picture edges = Sketch.motley(64, 48, 3);
        Sketch flow = plain().add("net", "load-control-net", "control_net=" + net).add("edges", "load-picture", "file=" + file("edges.png", edges))
                .add("follow", "follow-picture", "prompt<yes.prompt", "control_net<net.loaded", "picture<edges.picture", "strength=0.7")
                .set("paint", "positive<follow.following");
        bench.run(flow.document());
        assertThat(paths(bench.engine.contexts.getFirst())).containsEntry("control_net_path", "CONTROL_NET.safetensors");
        assertThat(bench.engine.painted.getFirst().control()).isEqualTo(new easel.engine.Control(edges, 0.7));
        flow.set("follow", "strength=0");
        bench.run(flow.document());
        assertThat(bench.engine.painted.getLast().control()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"FLUX_CONTROLS", "FLEX_2"})
    void models_that_follow_pictures_themselves_are_given_one_without_a_controlnet(Family family) throws Exception {
        Sketch flow = following(flux(family));
        bench.run(flow.document());
        ContextKey asked = bench.engine.contexts.getFirst();
        ImageRequest request = bench.engine.painted.getFirst();
        assertThat(paths(asked)).doesNotContainKey("control_net_path");
        assertThat(NativeView.of(request, Rung.AS_ASKED)).containsEntry("control_image", "64x48x3:" + (Sketch.motley(64, 48, 3).samples()[0] & 0xFF));
        assertThat(new ModelCheck().of(new Job.Paint(asked, request, Preview.NONE))).isEmpty();
    }

    @Test
    void whoever_follows_wants_a_picture_and_a_picture_somebody_who_follows() throws Exception {
        assertThat(codes(flux(Family.FLUX_CONTROLS))).containsExactly(Problem.Code.NOTHING_TO_FOLLOW);
        assertThat(codes(flux(Family.FLEX_2))).as("it does without, too").isEmpty();
        assertThat(codes(following(flux(Family.FLUX_CONTROLS)))).isEmpty();
        assertThat(codes(following(flux(Family.FLUX)))).containsExactly(Problem.Code.NOBODY_FOLLOWS);
        assertThat(codes(following(flux(Family.FLUX)).set("follow", "strength=0"))).isEmpty();
    }

    @Test
    void a_controlnet_that_is_connected_but_empty_is_told_where_it_is_connected() throws Exception {
        Sketch flow = following(flux(Family.FLUX)).add("net", "load-control-net").set("follow", "control_net<net.loaded");
        Problem told = Problem.at(InputRef.of("follow", "control_net"), Problem.Code.NOTHING_COMES, "control_net");
        assertThat(bench.studio.check(flow.document())).as("no file is chosen").containsExactly(told);
        Document muted = flow.set("net", "control_net=" + file(ModelKind.CONTROL_NET)).document();
        muted = muted.mapNodes(Set.of(new NodeId("net")), node -> node.in(Mode.MUTED));
        assertThat(bench.studio.check(muted)).as("it is muted").containsExactly(told);
        Sketch fed = flow.add("name", "text", "value=").set("net", "control_net<name.text");
        assertThat(bench.studio.check(fed.document())).as("a node says that there is no file").contains(told);
    }

    @Test
    void that_nobody_follows_is_told_at_the_node_that_has_one_follow() throws Exception {
        assertThat(bench.studio.check(following(flux(Family.FLUX)).document())).containsExactly(Problem.at(new NodeId("follow"), Problem.Code.NOBODY_FOLLOWS));
        for (String packed : new String[] {"starter.safetensors.gz", "taesd.safetensors.gz"}) {
            WholeFile.write(folder.resolve("home/starter").resolve(packed), new byte[1]);   // nobody unpacks it here
        }
        Sketch starter = following(new Sketch().add("yes", "prompt", "text=a boat").add("model", "load-checkpoint", "checkpoint=starter")
                .add("paint", "sampler", "model<model.model", "positive<yes.prompt", "steps=2", "seed=1"));
        assertThat(codes(starter)).as("although it is not unpacked yet").contains(Problem.Code.NOBODY_FOLLOWS);
    }

    private Sketch flux(Family family) {
        return new Sketch().add("yes", "prompt", "text=a boat")
                .add("model", "load-diffusion-model", "diffusion_model=" + FamilyFiles.of(family, folder.resolve(family + ".safetensors")),
                        "text_encoder=" + file(ModelKind.T5XXL), "text_encoder_2=" + file(ModelKind.CLIP_L), "vae=" + file(ModelKind.VAE))
                .add("paint", "sampler", "model<model.model", "positive<yes.prompt", "steps=2", "cfg=1", "seed=1");
    }

    private Sketch following(Sketch flow) throws Exception {
        return flow.add("edges", "load-picture", "file=" + file("edges.png", Sketch.motley(64, 48, 3)))
                .add("follow", "follow-picture", "prompt<yes.prompt", "picture<edges.picture").set("paint", "positive<follow.following");
    }

    private List<Problem.Code> codes(Sketch flow) throws Exception {
        return bench.studio.check(flow.document()).stream().map(Problem::code).toList();
    }

    @Test
    void an_upscaler_that_was_loaded_enlarges() throws Exception {
        Path model = TinyEsrgan.write(folder.resolve("tiny.safetensors"), 2);
        Path small = file("small.png", Sketch.motley(8, 6, 3));
        Sketch flow = new Sketch().add("load", "load-upscaler", "upscaler=" + model).add("picture", "load-picture", "file=" + small)
                .add("large", "image-upscale-with-model", "upscale_model<load.loaded", "image<picture.picture");
        bench.run(flow.document());
        assertThat(bench.engine.upscaled).singleElement().satisfies(u -> assertThat(u.model()).isEqualTo(model.toAbsolutePath()));
    }

    // ---- How it is brought into memory

    @Test
    void how_sparing_with_memory_it_begins_is_said_where_it_is_loaded() throws Exception {
        for (var plan : Map.of("vae-tiling", Rung.VAE_TILING, "text-and-vae", Rung.TEXT_AND_VAE_ON_CPU, "weights", Rung.WEIGHTS_ON_CPU, "limited", Rung.LIMITED_VRAM,
                "streamed", Rung.STREAMED, "processor", Rung.CPU).entrySet()) {
            int before = bench.engine.contexts.size();
            bench.run(plain().set("model", "memory=" + plan.getKey()).document());
            assertThat(bench.engine.contexts.get(before).execution().rung()).as(plan.getKey()).isEqualTo(plan.getValue());
        }
    }

    @Test
    void a_picture_painted_sparingly_is_known_again() throws Exception {
        Sketch flow = plain().set("model", "memory=weights");
        bench.run(flow.document());
        bench.run(flow.document());
        assertThat(bench.engine.painted).hasSize(1);
    }

    @Test
    void what_was_painted_sparingly_because_somebody_said_so_is_painted_freely_again() throws Exception {
        bench.run(plain().set("model", "memory=processor").document());
        bench.run(plain().document());
        assertThat(bench.engine.contexts.getLast().execution().rung()).isEqualTo(Rung.AS_ASKED);
    }

    @Test
    void each_memory_plan_is_the_engine_s_own_words() {
        ContextKey plain = ContextKey.of(ModelFiles.checkpoint(folder.resolve("m")), new Execution("Vulkan0", 7, Rung.AS_ASKED, true, true));
        Map<String, String> always = Map.of("model_path", "m", "n_threads", "7", "backend", "Vulkan0", "enable_mmap", "true", "diffusion_flash_attn", "true");
        assertThat(memory(plain, Rung.AS_ASKED)).containsAllEntriesOf(always).doesNotContainKeys("params_backend", "max_vram", "stream_layers");
        assertThat(memory(plain, Rung.TEXT_AND_VAE_ON_CPU)).containsAllEntriesOf(always).containsEntry("params_backend", "te=cpu,vae=cpu");
        assertThat(memory(plain, Rung.WEIGHTS_ON_CPU)).containsEntry("params_backend", "*=cpu").doesNotContainKeys("max_vram");
        assertThat(memory(plain, Rung.LIMITED_VRAM)).containsEntry("params_backend", "*=cpu").containsEntry("max_vram", "-1").doesNotContainKeys("stream_layers");
        assertThat(memory(plain, Rung.STREAMED)).containsEntry("params_backend", "*=cpu").containsEntry("max_vram", "-1").containsEntry("stream_layers", "true");
        assertThat(memory(plain, Rung.CPU)).containsEntry("backend", "CPU");
    }

    @Test
    void attention_files_prediction_and_clip_skip_are_said_where_it_is_loaded_too() throws Exception {
        bench.run(plain().set("model", "flash_attention=true", "mmap=true", "prediction=v", "clip_skip=2").document());
        ContextKey asked = bench.engine.contexts.getFirst();
        assertThat(asked.execution()).isEqualTo(new Execution("CPU", 2, Rung.AS_ASKED, true, true));
        assertThat(asked.prediction()).isEqualTo(Prediction.V);
        assertThat(bench.engine.painted.getFirst().clipSkip()).isEqualTo(2);
        assertThat(NativeView.of(asked)).containsEntry("prediction", "1").containsEntry("diffusion_flash_attn", "true").containsEntry("enable_mmap", "true");
    }

    @ParameterizedTest
    @EnumSource(names = {"QWEN_IMAGE", "Z_IMAGE", "LENS", "PID", "IDEOGRAM4", "FLUX"})
    void flash_attention_is_warned_of_where_the_engine_mistakes_it(Family family) throws Exception {
        Path main = FamilyFiles.of(family, folder.resolve("model.safetensors"));
        Sketch flow = new Sketch().add("yes", "prompt", "text=a boat").add("model", "load-diffusion-model", "diffusion_model=" + main)
                .add("whole", "load-checkpoint", "checkpoint=" + main)
                .add("one", "sampler", "model<model.model", "positive<yes.prompt").add("two", "sampler", "model<whole.model", "positive<yes.prompt");
        assertThat(flashProblems(flow)).isEmpty();
        flow.set("model", "flash_attention=true").set("whole", "flash_attention=true");
        assertThat(flashProblems(flow)).isEqualTo(family == Family.FLUX ? Set.of() : Set.of(InputRef.of("model", "flash_attention"), InputRef.of("whole", "flash_attention")));
    }

    private Set<InputRef> flashProblems(Sketch flow) {
        return bench.studio.check(flow.document()).stream().filter(p -> p.code() == Problem.Code.FLASH_ATTENTION_MISTAKEN)
                .map(p -> new InputRef(p.node(), p.input())).collect(Collectors.toSet());
    }

    private static Map<String, String> memory(ContextKey key, Rung rung) {
        return NativeView.of(key.on(rung));
    }

    private Sketch plain() {
        return Sketch.withModel(folder.resolve("model.safetensors").toString()).add("paint", "sampler", Sketch.SMALL);
    }

    private Path file(ModelKind kind) {
        return FamilyFiles.of(kind, folder.resolve(kind + ".safetensors"));
    }

    private static Map<String, String> paths(ContextKey key) {
        Map<String, String> paths = new TreeMap<>(NativeView.of(key));
        paths.keySet().removeIf(name -> !name.endsWith("_path"));
        return paths;
    }
}
