package easel.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FamilyTest {

    private static final String M = "model.diffusion_model.";

    @TempDir Path folder;

    /** The least a file must have to be of a family, written down from the engine's table. */
    static Weights least(Family family) {
        return switch (family) {
            case SD1 -> sd1(4).f16(M + "middle_block.1.norm.weight", 320);
            case SD1_INPAINT -> sd1(9).f16(M + "middle_block.1.norm.weight", 320);
            case SD1_PIX2PIX -> sd1(8).f16(M + "middle_block.1.norm.weight", 320);
            case SD1_TINY -> sd1(4).f16(M + "output_blocks.7.1.norm.weight", 320);
            case SDXS_512 -> sd1(4);
            case SD2 -> sd2(4).f16(M + "middle_block.1.norm.weight", 320);
            case SD2_INPAINT -> sd2(9).f16(M + "middle_block.1.norm.weight", 320);
            case SD2_TINY -> sd2(4).f16(M + "output_blocks.7.1.norm.weight", 320);
            case SDXS_09 -> sd2(4).f16(M + "output_blocks.7.1.transformer_blocks.0.attn1.to_k.weight", 640, 1024);
            case SDXL -> sdxl(4).f16(M + "middle_block.1.norm.weight", 320);
            case SDXL_INPAINT -> sdxl(9).f16(M + "middle_block.1.norm.weight", 320);
            case SDXL_PIX2PIX -> sdxl(8).f16(M + "middle_block.1.norm.weight", 320);
            case SDXL_VEGA -> sdxl(4);
            case SDXL_SSD1B -> sdxl(4).f16(M + "output_blocks.3.1.transformer_blocks.1.norm1.weight", 320);
            case SD3 -> Weights.of(M + "joint_blocks.0.x_block.attn.qkv.weight");
            case FLUX -> flux(64).f16(M + "guidance_in.in_layer.weight", 8, 8);
            case FLUX_SCHNELL -> flux(64);
            case FLUX_FILL -> flux(384);
            case FLUX_CONTROLS -> flux(128);
            case FLEX_2 -> flux(196);
            case CHROMA -> flux(64).f16(M + "distilled_guidance_layer.in_proj.weight", 8, 8);
            case CHROMA_RADIANCE -> flux(64).f16(M + "nerf_final_layer_conv.conv.weight", 8, 8);
            case LONGCAT -> flux(64).f16(M + "txt_in.weight", 8, 3584);
            case OVIS_IMAGE -> flux(64).f16(M + "double_blocks.0.img_mlp.gate_proj.weight", 8, 8);
            case FLUX2 -> flux(128).f16(M + "double_stream_modulation_img.lin.weight", 8, 8).f16(M + "single_blocks.47.linear1.weight", 8, 8);
            case FLUX2_KLEIN -> flux(128).f16(M + "double_stream_modulation_img.lin.weight", 8, 8);
            case QWEN_IMAGE -> Weights.of(M + "transformer_blocks.0.img_mod.1.weight");
            case Z_IMAGE -> Weights.of(M + "cap_embedder.0.weight");
            case ANIMA -> Weights.of(M + "llm_adapter.blocks.0.cross_attn.q_proj.weight");
            case ERNIE_IMAGE -> Weights.of(M + "layers.0.adaLN_sa_ln.weight");
            case LENS -> Weights.of(M + "transformer_blocks.0.attn.norm_added_q.weight", M + "transformer_blocks.0.img_mlp.w1.weight");
            case IDEOGRAM4 -> Weights.of(M + "embed_image_indicator.weight");
            case HIDREAM_O1 -> Weights.of("model.x_embedder.proj1.weight", "model.language_model.layers.0.self_attn.q_proj.weight");
            case PID -> Weights.of(M + "net.lq_proj.latent_proj.0.weight");
            case WAN2 -> wan(5120, 16);
            case WAN2_2_I2V -> wan(5120, 36);
            case WAN2_2_TI2V -> wan(3072, 48);
            case LTX -> Weights.of(M + "adaln_single.emb.timestep_embedder.linear_1.bias");
            case SVD -> sd1(8).f16(M + "input_blocks.8.0.time_mixer.mix_factor", 1);
            case HUNYUAN_VIDEO -> flux(64).f16(M + "txt_in.individual_token_refiner.blocks.0.norm1.weight", 8);
            case MINIT2I -> Weights.of(M + "net.img_embedder.proj1.weight");
        };
    }

    @ParameterizedTest @EnumSource void is_told_from_a_safetensors(Family family) throws Exception {
        assertThat(ModelFile.read(least(family).safetensors(folder.resolve("m.safetensors"))).family()).contains(family);
    }

    @ParameterizedTest @EnumSource void is_told_from_a_gguf(Family family) throws Exception {
        assertThat(ModelFile.read(least(family).gguf(folder.resolve("m.gguf"))).family()).contains(family);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"HIDREAM_O1", "SVD"})   // these are never given without their prefix
    void is_told_from_a_diffusion_model_whose_names_lack_their_prefix(Family family) throws Exception {
        if (family.isUnet()) {
            return;   // told below by another sign
        }
        Weights bare = new Weights();
        least(family).tensors().forEach(t -> bare.with(t.name().replace(M, ""), t.type(), t.shape().stream().mapToLong(n -> n).toArray()));
        ModelFile file = ModelFile.read(bare.safetensors(folder.resolve("m.safetensors")));
        assertThat(file.family()).contains(family);
        assertThat(file.kind()).isEqualTo(ModelKind.DIFFUSION_MODEL);
    }

    @Test void a_unet_alone_is_told_by_what_its_attention_reads() throws Exception {
        for (var width : java.util.Map.of(768L, Family.SD1, 1024L, Family.SD2, 2048L, Family.SDXL).entrySet()) {
            ModelFile file = ModelFile.read(new Weights().f16("input_blocks.0.0.weight", 320, 4, 3, 3)
                    .f16("input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight", 320, width.getKey()).safetensors(folder.resolve("unet.safetensors")));
            assertThat(file.family()).contains(width.getValue());
            assertThat(file.kind()).isEqualTo(ModelKind.DIFFUSION_MODEL);
        }
    }

    @Test void a_diffusers_flux_is_told_by_its_own_names() throws Exception {
        assertThat(ModelFile.read(new Weights().f16("single_transformer_blocks.0.proj_out.weight", 8, 8).f16("x_embedder.weight", 8, 384)
                .safetensors(folder.resolve("fill.safetensors"))).family()).contains(Family.FLUX_FILL);
    }

    @Test void a_diffusion_model_of_no_known_family_has_none() throws Exception {
        ModelFile file = ModelFile.read(Weights.of(M + "something.new.weight").safetensors(folder.resolve("new.safetensors")));
        assertThat(file.kind()).isEqualTo(ModelKind.DIFFUSION_MODEL);
        assertThat(file.family()).isEqualTo(Optional.empty());
    }

    @Test void size_multiples_are_the_engines() {
        Set<Family> eights = EnumSet.allOf(Family.class);
        eights.removeIf(f -> f.sizeMultiple() != 8);
        assertThat(eights).contains(Family.FLUX, Family.SD3, Family.QWEN_IMAGE, Family.Z_IMAGE)
                .doesNotContain(Family.SD1, Family.SDXL, Family.WAN2, Family.FLUX2, Family.LTX, Family.HIDREAM_O1);
        assertThat(Family.SD1_TINY.sizeMultiple()).isEqualTo(64);
        assertThat(Family.WAN2_2_TI2V.sizeMultiple()).isEqualTo(32);
        for (Family family : Family.values()) {   // what one begins with needs no rounding
            assertThat(family.defaults().width() % family.sizeMultiple()).as(family.name()).isZero();
            assertThat(family.defaults().height() % family.sizeMultiple()).as(family.name()).isZero();
        }
    }

    static Weights sd1(int channels) {
        return new Weights().f16(M + "input_blocks.0.0.weight", 320, channels, 3, 3)
                .f16("cond_stage_model.transformer.text_model.embeddings.token_embedding.weight", 100, 768);
    }

    private static Weights sd2(int channels) {
        return new Weights().f16(M + "input_blocks.0.0.weight", 320, channels, 3, 3)
                .f16("cond_stage_model.model.token_embedding.weight", 100, 1024);
    }

    private static Weights sdxl(int channels) {
        return new Weights().f16(M + "input_blocks.0.0.weight", 320, channels, 3, 3)
                .f16("conditioner.embedders.0.transformer.text_model.embeddings.token_embedding.weight", 100, 768)
                .f16("conditioner.embedders.1.model.token_embedding.weight", 100, 1280);
    }

    static Weights flux(int channels) {
        return new Weights().f16(M + "double_blocks.0.img_attn.qkv.weight", 8, 8).f16(M + "img_in.weight", 8, channels);
    }

    static Weights wan(int width, int channels) {
        return new Weights().f16(M + "blocks.0.cross_attn.norm_k.weight", 8).f16(M + "patch_embedding.weight", width, channels, 1, 2, 2);
    }
}
