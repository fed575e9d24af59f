package easel.engine.ffm;

import easel.engine.ContextKey;
import easel.engine.Embedding;
import easel.engine.Execution;
import easel.engine.LoraMode;
import easel.engine.Part;
import easel.engine.Rng;
import easel.engine.Rung;
import easel.engine.weights.ModelCheck;
import easel.sd.Sd;
import easel.sd.sd_ctx_params_t;
import easel.sd.sd_embedding_t;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;

/** A {@link ContextKey} as the struct that a context is made from. */
final class ContextParameters {

    private ContextParameters() {}

    /** The struct, alive as long as {@code arena}. */
    static MemorySegment of(ContextKey key, Arena arena) {
        MemorySegment p = sd_ctx_params_t.allocate(arena);
        Sd.sd_ctx_params_init(p);
        key.files().parts().forEach((part, file) -> set(p, part, path(file, arena)));
        // Else the library paints the picture itself with the small one, even where there is a VAE.
        sd_ctx_params_t.tae_preview_only(p, key.files().get(Part.TAESD).isPresent() && ModelCheck.hasVae(key.files()));
        if (!key.embeddings().isEmpty()) {
            sd_ctx_params_t.embeddings(p, embeddings(key.embeddings(), arena));
            sd_ctx_params_t.embedding_count(p, key.embeddings().size());
        }
        Execution execution = key.execution();
        Rung rung = execution.rung();
        sd_ctx_params_t.n_threads(p, execution.threads());
        sd_ctx_params_t.rng_type(p, rng(key.rng()));
        sd_ctx_params_t.sampler_rng_type(p, rng(key.samplerRng()));
        sd_ctx_params_t.lora_apply_mode(p,
                key.loraMode() == LoraMode.AT_RUNTIME ? Sd.LORA_APPLY_AT_RUNTIME() : Sd.LORA_APPLY_IMMEDIATELY());
        sd_ctx_params_t.enable_mmap(p, execution.mmap());
        sd_ctx_params_t.flash_attn(p, false);
        sd_ctx_params_t.diffusion_flash_attn(p, execution.flashAttention());
        if (key.prediction() != null) {
            sd_ctx_params_t.prediction(p, key.prediction().ordinal());
        }
        sd_ctx_params_t.circular_x(p, key.seamlessX());
        sd_ctx_params_t.circular_y(p, key.seamlessY());
        sd_ctx_params_t.backend(p, arena.allocateFrom(rung == Rung.CPU ? "CPU" : execution.device()));
        String weightsOn = switch (rung) {
            case AS_ASKED, VAE_TILING, CPU -> "";
            case TEXT_AND_VAE_ON_CPU -> "te=cpu,vae=cpu";
            case WEIGHTS_ON_CPU, LIMITED_VRAM, STREAMED -> "*=cpu";
        };
        if (!weightsOn.isEmpty()) {
            sd_ctx_params_t.params_backend(p, arena.allocateFrom(weightsOn));
        }
        boolean limited = rung == Rung.LIMITED_VRAM || rung == Rung.STREAMED;
        sd_ctx_params_t.max_vram(p, limited ? -1f : 0f);   // -1: what is free, less 1 GiB
        sd_ctx_params_t.stream_layers(p, rung == Rung.STREAMED);
        return p;
    }

    private static void set(MemorySegment p, Part part, MemorySegment path) {
        switch (part) {
            case CHECKPOINT -> sd_ctx_params_t.model_path(p, path);
            case DIFFUSION_MODEL -> sd_ctx_params_t.diffusion_model_path(p, path);
            case HIGH_NOISE_DIFFUSION_MODEL -> sd_ctx_params_t.high_noise_diffusion_model_path(p, path);
            case UNCONDITIONAL_DIFFUSION_MODEL -> sd_ctx_params_t.uncond_diffusion_model_path(p, path);
            case CLIP_L -> sd_ctx_params_t.clip_l_path(p, path);
            case CLIP_G -> sd_ctx_params_t.clip_g_path(p, path);
            case T5XXL -> sd_ctx_params_t.t5xxl_path(p, path);
            case LLM -> sd_ctx_params_t.llm_path(p, path);
            case LLM_VISION -> sd_ctx_params_t.llm_vision_path(p, path);
            case CLIP_VISION -> sd_ctx_params_t.clip_vision_path(p, path);
            case EMBEDDINGS_CONNECTORS -> sd_ctx_params_t.embeddings_connectors_path(p, path);
            case VAE -> sd_ctx_params_t.vae_path(p, path);
            case AUDIO_VAE -> sd_ctx_params_t.audio_vae_path(p, path);
            case TAESD -> sd_ctx_params_t.taesd_path(p, path);
            case CONTROL_NET -> sd_ctx_params_t.control_net_path(p, path);
            case PHOTO_MAKER -> sd_ctx_params_t.photo_maker_path(p, path);
        }
    }

    private static MemorySegment embeddings(List<Embedding> embeddings, Arena arena) {
        MemorySegment array = sd_embedding_t.allocateArray(embeddings.size(), arena);
        for (int i = 0; i < embeddings.size(); i++) {
            MemorySegment row = sd_embedding_t.asSlice(array, i);
            sd_embedding_t.name(row, arena.allocateFrom(EmbeddingWords.word(i)));
            sd_embedding_t.path(row, path(embeddings.get(i).file(), arena));
        }
        return array;
    }

    static MemorySegment path(Path file, Arena arena) {
        return arena.allocateFrom(file.toAbsolutePath().toString());
    }

    private static int rng(Rng rng) {
        return switch (rng) {
            case STD_DEFAULT -> Sd.STD_DEFAULT_RNG();
            case CUDA -> Sd.CUDA_RNG();
            case CPU -> Sd.CPU_RNG();
        };
    }
}
