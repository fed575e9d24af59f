package easel.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import easel.engine.EngineException;
import easel.engine.Failure;
import easel.engine.Part;
import easel.platform.SystemWord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ModelKindTest {

    @TempDir Path folder;

    /** A small file of each kind, by the names such files have. */
    static Weights sample(ModelKind kind) {
        return switch (kind) {
            case CHECKPOINT -> FamilyTest.least(Family.SD1);
            case DIFFUSION_MODEL -> FamilyTest.least(Family.FLUX);
            case VAE -> Weights.of("encoder.conv_in.weight", "decoder.conv_in.weight", "decoder.up.0.block.0.conv1.weight");
            case AUDIO_VAE -> Weights.of("audio_vae.decoder.conv_in.conv.weight");
            case TAESD -> Weights.of("encoder.layers.0.weight", "decoder.layers.1.conv.0.weight");
            case CLIP_L -> new Weights().f16("text_model.embeddings.token_embedding.weight", 10, 768).f16("text_model.encoder.layers.0.self_attn.q_proj.weight", 8, 8);
            case CLIP_G -> new Weights().f16("text_model.embeddings.token_embedding.weight", 10, 1280).f16("text_model.encoder.layers.0.self_attn.q_proj.weight", 8, 8);
            case CLIP_H -> new Weights().f16("text_model.embeddings.token_embedding.weight", 10, 1024);
            case T5XXL -> Weights.of("shared.weight", "encoder.block.0.layer.0.SelfAttention.q.weight");
            case LLM -> Weights.of("model.embed_tokens.weight", "model.layers.0.self_attn.q_proj.weight");
            case LLM_VISION -> Weights.of("v.blk.0.attn_q.weight", "mm.0.weight");
            case CLIP_VISION -> Weights.of("vision_model.embeddings.patch_embedding.weight", "vision_model.encoder.layers.0.self_attn.q_proj.weight");
            case EMBEDDINGS_CONNECTORS -> Weights.of("text_embedding_projection.aggregate_embed.weight");
            case CONTROL_NET -> new Weights().f16("control_model.input_hint_block.0.weight", 16, 3, 3, 3).f16("control_model.input_blocks.0.0.weight", 320, 4, 3, 3);
            case PHOTO_MAKER -> Weights.of("id_encoder.visual_projection_2.weight", "lora_weights.x.lora_A.weight");
            case LORA -> new Weights().f16("lora_unet_mid_block_attentions_0_proj_in.lora_down.weight", 4, 8).f16("lora_unet_mid_block_attentions_0_proj_in.lora_up.weight", 8, 4);
            case EMBEDDING -> new Weights().with("emb_params", "F32", 2, 768);
            case UPSCALER -> Weights.of("conv_first.weight", "body.0.rdb1.conv1.weight", "conv_last.weight");
            case MOTION_MODULE -> Weights.of("down_blocks.0.motion_modules.0.temporal_transformer.norm.weight");
            case IP_ADAPTER -> Weights.of("image_proj.proj.weight", "ip_adapter.1.to_k_ip.weight");
            case UNKNOWN_TENSORS -> Weights.of("layer1.weight", "layer2.weight");
        };
    }

    @ParameterizedTest @EnumSource void is_told_from_its_names(ModelKind kind) throws Exception {
        assertThat(ModelFile.read(sample(kind).safetensors(folder.resolve("m.safetensors"))).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.processor.to_q_lora.down.weight,LORA",
        "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q.lora_A.weight,LORA",
        "transformer.single_transformer_blocks.0.attn.to_q.lora_A.default.weight,LORA",
        "diffusion_model.double_blocks.0.img_attn.qkv.lora_B.weight,LORA",
        "lora_unet_mid_block_resnets_0_conv1.hada_w1_a,LORA", "lycoris_blocks_0_attn.lokr_w1,LORA",
        "controlnet_cond_embedding.conv_in.weight,CONTROL_NET", "model.1.sub.0.RDB1.conv1.0.weight,UPSCALER",
        "enc.blk.0.attn_q.weight,T5XXL", "blk.0.attn_q.weight,LLM", "first_stage_model.decoder.conv_in.weight,VAE",
        "decoder.1.weight,TAESD", "decoder.conv1.weight,VAE"})
    void is_told_from_other_names_it_goes_by(String name, ModelKind kind) throws Exception {
        assertThat(ModelFile.read(Weights.of(name).safetensors(folder.resolve("m.safetensors"))).kind()).isEqualTo(kind);
    }

    @Test void a_checkpoint_says_what_else_is_in_it() throws Exception {
        ModelFile file = ModelFile.read(FamilyTest.least(Family.SDXL).f16("first_stage_model.decoder.conv_in.weight", 8, 8)
                .safetensors(folder.resolve("m.safetensors")));
        assertThat(file.parts()).containsExactlyInAnyOrder(Part.DIFFUSION_MODEL, Part.CLIP_L, Part.CLIP_G, Part.VAE);
        assertThat(file.asFiles().orElseThrow().get(Part.CHECKPOINT)).contains(file.path());
    }

    @ParameterizedTest
    @CsvSource({"<!DOCTYPE html><html>,HTML", "{\"error\":1},JSON", "version https://git-lfs.github.com/spec/v1,GIT_LFS_POINTER", "hello,TEXT", "GIF89a,GIF"})
    void what_is_no_model_is_named(String content, LooksLike looks) {
        assertThat(failure(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(new Failure.NotAModel(folder.resolve("x.safetensors"), looks.name()));
    }

    @Test void pictures_zeros_and_noise_are_named() {
        Path file = folder.resolve("x.safetensors");
        assertThat(failure(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13})).isEqualTo(new Failure.NotAModel(file, "PNG"));
        assertThat(failure(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0})).isEqualTo(new Failure.NotAModel(file, "JPEG"));
        assertThat(failure(new byte[1000])).isEqualTo(new Failure.NotAModel(file, "ZEROS"));
        assertThat(failure(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})).isInstanceOf(Failure.DamagedFile.class);
    }

    @Test void what_cannot_be_read_is_named() throws Exception {
        Path missing = folder.resolve("没有.safetensors");
        assertThat(catchThrowableOfType(EngineException.class, () -> ModelFile.read(missing)).failure()).isEqualTo(new Failure.NoSuchFile(missing));
        assertThat(catchThrowableOfType(EngineException.class, () -> ModelFile.read(folder)).failure()).isEqualTo(new Failure.UnreadableFile(folder, SystemWord.of(SystemWord.Why.FOLDER)));
        assertThat(failure(new byte[0])).isEqualTo(new Failure.EmptyFile(folder.resolve("x.safetensors")));
        Path named = folder.resolve("a 山 😀.safetensors");
        Files.copy(sample(ModelKind.VAE).safetensors(folder.resolve("v.safetensors")), named);
        assertThat(ModelFile.read(named).kind()).isEqualTo(ModelKind.VAE);
    }

    private Failure failure(byte[] content) {
        Path file = Weights.write(folder.resolve("x.safetensors"), content);
        return catchThrowableOfType(EngineException.class, () -> ModelFile.read(file)).failure();
    }
}
