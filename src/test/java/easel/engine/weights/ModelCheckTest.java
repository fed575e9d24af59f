package easel.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ContextKey;
import easel.engine.Embedding;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.Lora;
import easel.engine.LoraMode;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.Rng;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelCheckTest {

    private static final String M = "model.diffusion_model.";

    @TempDir Path folder;
    private Path checkpoint;
    private Path vae;

    @BeforeEach void write() {
        checkpoint = file("checkpoint", FamilyTest.least(Family.SD1).f16("first_stage_model.decoder.conv_in.weight", 8, 8)
                .f16(M + "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight", 320, 768)
                .f16(M + "input_blocks.1.1.proj_in.weight", 320, 320, 1, 1)
                .f16(M + "input_blocks.3.0.op.weight", 320, 320, 3, 3)
                .f16("cond_stage_model.transformer.text_model.encoder.layers.0.self_attn.q_proj.weight", 768, 768));
        vae = file("vae", ModelKindTest.sample(ModelKind.VAE));
    }

    @Test void a_whole_checkpoint_is_fine() {
        assertThat(check(Part.CHECKPOINT, checkpoint)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"CHECKPOINT", "DIFFUSION_MODEL"})
    void whatever_else_given_as_a_checkpoint_is_the_wrong_part(ModelKind kind) {
        Path file = file("other", ModelKindTest.sample(kind));
        assertThat(check(Part.CHECKPOINT, file)).contains(new Failure.WrongPart(file, kind.name(), Part.CHECKPOINT));
    }

    @Test void a_checkpoint_without_its_vae_needs_one_or_a_small_one() {
        Path file = file("tiny", FamilyTest.least(Family.SD1_TINY));
        assertThat(check(Part.CHECKPOINT, file)).contains(new Failure.MissingCompanion(file, "SD1_TINY", Part.VAE));
        assertThat(check(Part.CHECKPOINT, file, Part.VAE, vae)).isEmpty();
        assertThat(check(Part.CHECKPOINT, file, Part.TAESD, file("taesd", ModelKindTest.sample(ModelKind.TAESD)))).isEmpty();
    }

    @Test void a_diffusion_model_names_the_first_companion_it_lacks() throws Exception {
        Path flux = file("flux", FamilyTest.least(Family.FLUX));
        Path clip = file("clip", ModelKindTest.sample(ModelKind.CLIP_L));
        Path t5 = file("t5", ModelKindTest.sample(ModelKind.T5XXL));
        assertThat(check(Part.CHECKPOINT, flux)).contains(new Failure.MissingCompanion(flux, "FLUX", Part.CLIP_L));
        assertThat(check(Part.DIFFUSION_MODEL, flux, Part.CLIP_L, clip)).contains(new Failure.MissingCompanion(flux, "FLUX", Part.T5XXL));
        assertThat(check(Part.DIFFUSION_MODEL, flux, Part.CLIP_L, clip, Part.T5XXL, t5, Part.VAE, vae)).isEmpty();
        assertThat(ModelCheck.missing(files(Part.DIFFUSION_MODEL, flux))).containsExactly(Part.CLIP_L, Part.T5XXL, Part.VAE);
    }

    @Test void companions_must_be_what_they_are_given_as() {
        Path z = file("z", FamilyTest.least(Family.Z_IMAGE));
        Path llm = file("llm", ModelKindTest.sample(ModelKind.LLM));
        assertThat(check(Part.DIFFUSION_MODEL, z, Part.LLM, vae, Part.VAE, vae)).contains(new Failure.WrongPart(vae, "VAE", Part.LLM));
        assertThat(check(Part.DIFFUSION_MODEL, z, Part.LLM, llm, Part.VAE, checkpoint))
                .contains(new Failure.WrongPart(checkpoint, "CHECKPOINT", Part.VAE));
        assertThat(check(Part.DIFFUSION_MODEL, z, Part.LLM, llm, Part.VAE, vae)).isEmpty();
    }

    @Test void a_diffusion_model_without_prefixes_is_no_checkpoint_even_with_its_companions() {
        Path z = file("z", Weights.of("cap_embedder.0.weight"));
        Path llm = file("llm", ModelKindTest.sample(ModelKind.LLM));
        assertThat(check(Part.CHECKPOINT, z, Part.LLM, llm, Part.VAE, vae)).contains(new Failure.WrongPart(z, "DIFFUSION_MODEL", Part.CHECKPOINT));
        assertThat(check(Part.DIFFUSION_MODEL, z, Part.LLM, llm, Part.VAE, vae)).isEmpty();
    }

    @Test void a_unet_alone_needs_a_checkpoint() {
        Path unet = file("unet", new Weights().f16("input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight", 320, 768));
        assertThat(check(Part.DIFFUSION_MODEL, unet, Part.VAE, vae)).contains(new Failure.MissingCompanion(unet, "SD1", Part.CHECKPOINT));
        assertThat(check(Part.DIFFUSION_MODEL, unet, Part.CHECKPOINT, checkpoint)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SVD", "HUNYUAN_VIDEO", "MINIT2I"})
    void families_the_engine_dies_of_are_refused(Family family) {
        Path file = file("no", FamilyTest.least(family));
        assertThat(check(Part.CHECKPOINT, file)).contains(new Failure.UnsupportedFamily(file, family.name()));
    }

    @Test void wan_of_another_depth_is_refused() {
        Path clip = file("t5", ModelKindTest.sample(ModelKind.T5XXL));
        Path three = file("wan3", FamilyTest.wan(5120, 16).f16(M + "blocks.2.norm.weight", 8));
        Path thirty = file("wan30", FamilyTest.wan(5120, 16).f16(M + "blocks.29.norm.weight", 8));
        ModelCheck check = new ModelCheck();
        assertThat(check.of(files(Part.DIFFUSION_MODEL, three, Part.T5XXL, clip, Part.VAE, vae), List.of(), List.of())).get().isInstanceOf(Failure.DamagedFile.class);
        assertThat(check.of(files(Part.DIFFUSION_MODEL, thirty, Part.T5XXL, clip, Part.VAE, vae), List.of(), List.of())).isEmpty();
        Path uneven = file("vace4", FamilyTest.wan(5120, 16).f16(M + "blocks.29.norm.weight", 8).f16(M + "vace_blocks.3.norm.weight", 8));
        assertThat(check.of(files(Part.DIFFUSION_MODEL, uneven, Part.T5XXL, clip, Part.VAE, vae), List.of(), List.of())).get().isInstanceOf(Failure.DamagedFile.class);
    }

    @Test void weights_in_a_format_the_engine_cannot_convert_are_refused() {
        Path bytes = file("i8", FamilyTest.least(Family.SD1).with(M + "out.2.weight", "I8", 4, 4));
        assertThat(check(Part.CHECKPOINT, bytes, Part.VAE, vae)).contains(new Failure.UnsupportedFamily(bytes, "UNSUPPORTED_WEIGHTS"));
        Path ids = file("ids", FamilyTest.least(Family.SD1).with("cond_stage_model.transformer.text_model.embeddings.position_ids", "I64", 1, 77));
        assertThat(check(Part.CHECKPOINT, ids, Part.VAE, vae)).isEmpty();
    }

    @Test void a_name_that_counts_to_millions_is_refused() {
        Path file = file("wild", ModelKindTest.sample(ModelKind.UPSCALER).f16("body.2000000.rdb1.conv1.weight", 1));
        assertThat(new ModelCheck().of(upscale(file))).get().isInstanceOf(Failure.DamagedFile.class);
        assertThat(new ModelCheck().of(upscale(file("fine", ModelKindTest.sample(ModelKind.UPSCALER))))).isEmpty();
        assertThat(new ModelCheck().of(upscale(vae))).contains(new Failure.WrongKind(vae, "VAE", "UPSCALER"));
    }

    @Test void a_control_net_fits_sd1_of_its_width_only() {
        Path net = file("net", ModelKindTest.sample(ModelKind.CONTROL_NET));
        assertThat(check(Part.CHECKPOINT, checkpoint, Part.CONTROL_NET, net)).isEmpty();
        Path narrow = file("narrow", new Weights().f16(M + "input_blocks.0.0.weight", 64, 4, 3, 3).f16(M + "middle_block.1.norm.weight", 64)
                .f16("cond_stage_model.transformer.text_model.embeddings.token_embedding.weight", 9, 768));
        assertThat(check(Part.CHECKPOINT, narrow, Part.VAE, vae, Part.CONTROL_NET, net)).get().isInstanceOf(Failure.DoesNotFit.class);
        Path xl = file("xl", FamilyTest.least(Family.SDXL));
        assertThat(check(Part.CHECKPOINT, xl, Part.VAE, vae, Part.CONTROL_NET, net)).get().isInstanceOf(Failure.DoesNotFit.class);
    }

    @Test void a_lora_must_be_one() {
        assertThat(check(vae, List.of())).contains(new Failure.WrongKind(vae, "VAE", "LORA"));
    }

    @Test void loras_whose_sizes_fit_are_fine() {
        assertThat(lora(lora("lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k", 320, 768))).isEmpty();
        assertThat(lora(lora("lora_unet_input_blocks_1_1_transformer_blocks_0_attn2_to_k", 320, 768))).isEmpty();
        assertThat(lora(lora("lora_te_text_model_encoder_layers_0_self_attn_q_proj", 768, 768))).isEmpty();
        assertThat(lora(new Weights().f16("unet.down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.lora_A.weight", 4, 768)
                .f16("unet.down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.lora_B.weight", 320, 4))).isEmpty();
        assertThat(lora(new Weights().f16("lora_unet_down_blocks_0_downsamplers_0_conv.lora_down.weight", 4, 320, 3, 3)
                .f16("lora_unet_down_blocks_0_downsamplers_0_conv.lora_up.weight", 320, 4, 1, 1))).isEmpty();
        assertThat(lora(lora("lora_unet_something_of_another_model", 5, 7))).isEmpty();
    }

    @Test void loras_whose_sizes_do_not_fit_are_refused() {
        assertNoFit(lora("lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k", 320, 2048));
        assertNoFit(lora("lora_unet_down_blocks_0_attentions_0_proj_in", 640, 320));
        assertNoFit(lora("lora_te_text_model_encoder_layers_0_self_attn_q_proj", 1280, 1280));
        assertNoFit(new Weights().f16("lora_unet_down_blocks_0_downsamplers_0_conv.lora_down.weight", 4, 320, 1, 1)
                .f16("lora_unet_down_blocks_0_downsamplers_0_conv.lora_up.weight", 320, 4, 1, 1));
        assertNoFit(new Weights().f16("anything.lora_down.weight", 4, 8).f16("anything.lora_up.weight", 8, 5));   // ranks
        assertNoFit(new Weights().f16("lora_unet_down_blocks_0_attentions_0_proj_in.diff", 320, 321)
                .f16("x.lora_down.weight", 1, 1).f16("x.lora_up.weight", 1, 1));
        String loha = "lora_unet_down_blocks_0_attentions_0_proj_in.hada_";
        assertNoFit(new Weights().f16(loha + "w1_a", 320, 2).f16(loha + "w1_b", 2, 320).f16(loha + "w2_a", 320, 2).f16(loha + "w2_b", 2, 300));
        assertThat(lora(new Weights().f16(loha + "w1_a", 320, 2).f16(loha + "w1_b", 2, 320).f16(loha + "w2_a", 320, 2).f16(loha + "w2_b", 2, 320))).isEmpty();
        String lokr = "lora_unet_down_blocks_0_attentions_0_proj_in.lokr_";
        assertNoFit(new Weights().f16(lokr + "w1", 10, 10).f16(lokr + "w2", 32, 33));
        assertThat(lora(new Weights().f16(lokr + "w1", 10, 10).f16(lokr + "w2_a", 32, 4).f16(lokr + "w2_b", 4, 32))).isEmpty();
    }

    @Test void half_a_loha_is_refused() {
        assertThat(lora(new Weights().f16("x.hada_w1_a", 4, 2).f16("x.hada_w1_b", 2, 4))).get().isInstanceOf(Failure.DamagedFile.class);
        assertThat(lora(new Weights().f16("x.lokr_w1", 4, 2))).get().isInstanceOf(Failure.DamagedFile.class);
    }

    @Test void an_embedding_must_be_f32_of_the_text_encoders_width() {
        assertThat(check(null, List.of(file("e", new Weights().with("emb_params", "F32", 3, 768))))).isEmpty();
        Path half = file("e16", new Weights().with("emb_params", "F16", 3, 768));
        assertThat(check(null, List.of(half))).contains(new Failure.UnsupportedFamily(half, "UNSUPPORTED_WEIGHTS"));
        assertThat(check(null, List.of(file("e2", new Weights().with("emb_params", "F32", 3, 1024))))).get().isInstanceOf(Failure.DoesNotFit.class);
        assertThat(check(null, List.of(vae))).contains(new Failure.WrongKind(vae, "VAE", "EMBEDDING"));
    }

    @Test void an_embedding_of_another_width_is_told_before_there_is_a_job_and_so_is_what_the_model_is() {
        easel.engine.Embedding wide = new easel.engine.Embedding("wide", file("wide", new Weights().with("emb_params", "F32", 3, 1024)));
        assertThat(new ModelCheck().of(files(Part.CHECKPOINT, checkpoint), List.of(wide), List.of())).get().isInstanceOf(Failure.DoesNotFit.class);
        assertThat(new ModelCheck().isUnet(files(Part.CHECKPOINT, checkpoint))).contains(true);
        assertThat(new ModelCheck().isUnet(files(Part.CHECKPOINT, checkpoint.resolveSibling("gone.safetensors")))).isEmpty();
    }

    @Test void a_hires_model_must_be_an_upscaler() {
        ImageRequest request = request(List.of());
        ImageRequest hires = new ImageRequest(request.prompt(), "", -1, 64, 64, request.sampling(), 0, List.of(), null, null, List.of(),
                new Hires(Hires.Upscaler.MODEL, vae, 128, 128, 0, 0.5), null);
        assertThat(new ModelCheck().of(new Job.Paint(context(files(Part.CHECKPOINT, checkpoint), List.of()), hires, Preview.NONE)))
                .contains(new Failure.WrongKind(vae, "VAE", "UPSCALER"));
    }

    @Test void a_model_that_inpaints_does_no_hires_pass() {
        Path inpainting = file("inpaint", FamilyTest.least(Family.SD1_INPAINT).f16("first_stage_model.decoder.conv_in.weight", 8, 8));
        ImageRequest request = request(List.of());
        ImageRequest hires = new ImageRequest(request.prompt(), "", -1, 64, 64, request.sampling(), 0, List.of(), null, null, List.of(),
                new Hires(Hires.Upscaler.LATENT, null, 128, 128, 0, 0.5), null);
        assertThat(new ModelCheck().of(new Job.Paint(context(files(Part.CHECKPOINT, inpainting), List.of()), request, Preview.NONE))).isEmpty();
        assertThat(new ModelCheck().of(new Job.Paint(context(files(Part.CHECKPOINT, inpainting), List.of()), hires, Preview.NONE)))
                .contains(new Failure.UnsupportedFamily(inpainting, "HIRES_OF_EDITING"));
    }

    @Test void converting_looks_at_both_files() {
        assertThat(new ModelCheck().of(new Job.Convert(checkpoint, vae, folder.resolve("out.gguf"), "q8_0"))).isEmpty();
        assertThat(new ModelCheck().of(new Job.Convert(checkpoint, checkpoint, folder.resolve("out.gguf"), "q8_0")))
                .contains(new Failure.WrongPart(checkpoint, "CHECKPOINT", Part.VAE));
    }

    @Test void a_file_that_changed_is_read_again_and_others_are_not() throws Exception {
        ModelFile before = ModelCheck.read(vae);
        assertThat(ModelCheck.read(vae)).isSameAs(before);
        Files.delete(vae);
        ModelKindTest.sample(ModelKind.LORA).safetensors(vae);
        assertThat(ModelCheck.read(vae).kind()).isEqualTo(ModelKind.LORA);
    }

    private void assertNoFit(Weights lora) {
        assertThat(lora(lora)).get().isInstanceOf(Failure.DoesNotFit.class);
    }

    private static Weights lora(String name, int rows, int columns) {
        return new Weights().f16(name + ".lora_down.weight", 4, columns).f16(name + ".lora_up.weight", rows, 4).with(name + ".alpha", "F16");
    }

    private Optional<Failure> lora(Weights lora) {
        return check(file("lora", lora), List.of());
    }

    private Optional<Failure> check(Object... partsAndPaths) {
        return new ModelCheck().of(new Job.Paint(context(files(partsAndPaths), List.of()), request(List.of()), Preview.NONE));
    }

    private Optional<Failure> check(Path lora, List<Path> embeddings) {
        ContextKey context = context(files(Part.CHECKPOINT, checkpoint), embeddings.stream().map(e -> new Embedding("e", e)).toList());
        return new ModelCheck().of(new Job.Paint(context, request(lora == null ? List.of() : List.of(new Lora(lora, 1))), Preview.NONE));
    }

    private static ContextKey context(ModelFiles files, List<Embedding> embeddings) {
        return new ContextKey(files, embeddings, Execution.cpu(1), LoraMode.AT_RUNTIME, Rng.CUDA, Rng.CUDA, false, false);
    }

    private static ImageRequest request(List<Lora> loras) {
        return ImageRequest.text("hills", "", 64, 64, new Sampling(Sampler.EULER, Scheduler.DISCRETE, 4, 4), 1).with(loras);
    }

    private static Job upscale(Path model) {
        return new Job.Upscale(model, Execution.cpu(1), Picture.of(1, 1, 3, new byte[3]), 0);
    }

    private static ModelFiles files(Object... partsAndPaths) {
        TreeMap<Part, Path> files = new TreeMap<>();
        for (int i = 0; i < partsAndPaths.length; i += 2) {
            files.put((Part) partsAndPaths[i], (Path) partsAndPaths[i + 1]);
        }
        return new ModelFiles(files);
    }

    private Path file(String name, Weights weights) {
        return weights.safetensors(folder.resolve(name + ".safetensors"));
    }
}
