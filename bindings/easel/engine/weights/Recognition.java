package easel.engine.weights;

import easel.engine.Part;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells from tensor names and shapes what a file is. The families follow the pinned engine's own table
 * (model_loader.cpp, get_sd_version), looked for as the engine does: with names as they are, and as they become when
 * the file is given as a diffusion model ({@code model.diffusion_model.} before each).
 *
 * @param family of the diffusion model in it, if there is one that is known
 * @param bare   whether the diffusion model's names lack their prefix, so that it cannot be given as a checkpoint
 * @param parts  all that is in it
 */
record Recognition(ModelKind kind, Optional<Family> family, boolean bare, Set<Part> parts) {

    private static final String M = "model.diffusion_model.";
    private static final Pattern LORA = Pattern.compile("(\\.lora_(down|up|mid|[AB])(\\.default)?(\\.weight)?"
            + "|[._]lora\\.(down|up|mid)\\.weight|\\.hada_(w[12]_[ab]|t[12])|\\.lokr_w[12](_[ab])?|\\.lora_linear)$");
    private static final Pattern PREFIX = Pattern.compile("(first_stage_model|vae|taesd|tae|text_encoders\\.[a-z0-9_]+"
            + "|cond_stage_model|conditioner\\.embedders\\.\\d|text_encoder|te)\\.(transformer\\.|model\\.)?");
    private static final Pattern TAE = Pattern.compile("(encoder|decoder)\\.(layers\\.)?\\d+\\.");
    private static final Pattern LLM_LAYER = Pattern.compile("(.*\\.)?(language_model\\.)?(model\\.)?(layers|blk)\\.0\\.(self_attn\\.q_proj|attn_q|self_attn\\.qkv_proj|attn_qkv)\\.weight");
    private static final Pattern ESRGAN_BLOCK = Pattern.compile("(body\\.\\d+\\.rdb1\\.conv1|model\\.1\\.sub\\.\\d+\\.RDB1\\.conv1\\.0)\\.weight");
    private static final int MOST_EMBEDDING_TENSORS = 4;
    private static final int MOST_EMBEDDING_ROWS = 256;

    static Recognition of(Header header) {
        return new Names(header).recognise();
    }

    private static final class Names {
        private final Container container;
        private final List<TensorInfo> tensors;
        private final Map<String, TensorInfo> byName = new HashMap<>();

        Names(Header header) {
            container = header.container();
            tensors = header.tensors();
            tensors.forEach(t -> byName.put(t.name(), t));
        }

        Recognition recognise() {
            Set<Part> parts = parts();
            Optional<Family> family = family("");
            boolean bare = false;
            if (family.isEmpty()) {
                family = family(M);
                bare = family.isPresent();
            }
            boolean diffusion = family.isPresent() || any(n -> n.startsWith(M) || n.startsWith("input_blocks."));
            if (family.isEmpty() && diffusion) {
                bare = any(n -> n.startsWith("input_blocks."));
                family = unetAlone(bare ? "" : M);
            }
            ModelKind kind = kind(family, diffusion, parts);
            if (kind != ModelKind.CHECKPOINT && kind != ModelKind.DIFFUSION_MODEL) {
                return new Recognition(kind, Optional.empty(), false, parts);
            }
            parts.add(Part.DIFFUSION_MODEL);
            return new Recognition(kind, family, bare && kind == ModelKind.DIFFUSION_MODEL, parts);
        }

        private ModelKind kind(Optional<Family> family, boolean diffusion, Set<Part> parts) {
            if (any(n -> n.contains("qformer_perceiver") || n.contains("visual_projection_2") || n.startsWith("fuse_module.")
                    || n.contains(".fuse_module."))) {
                return ModelKind.PHOTO_MAKER;
            }
            if (any(Names::isLora)) {
                return ModelKind.LORA;
            }
            if (any(n -> n.startsWith("control_model.") || n.startsWith("input_hint_block.") || n.startsWith("zero_convs.")
                    || n.startsWith("controlnet_"))) {
                return ModelKind.CONTROL_NET;
            }
            if (any(n -> n.startsWith("ip_adapter.") || n.startsWith("image_proj."))) {
                return ModelKind.IP_ADAPTER;
            }
            if (family.isPresent()) {
                boolean text = parts.stream().anyMatch(p -> switch (p) {
                    case CLIP_L, CLIP_G, T5XXL, LLM -> true;
                    default -> false;
                });
                // SVD's and HiDream's conditioning is of another kind and in the same file.
                boolean whole = family.get().supported() ? family.get().needs().isEmpty() : any(n -> n.startsWith("conditioner."));
                return text || whole ? ModelKind.CHECKPOINT : ModelKind.DIFFUSION_MODEL;
            }
            if (diffusion) {
                return ModelKind.DIFFUSION_MODEL;
            }
            if (any(n -> n.contains("motion_modules.") && n.contains("temporal_transformer"))) {
                return ModelKind.MOTION_MODULE;
            }
            if (any(n -> (n.startsWith("body.") || n.startsWith("model.1.")) && ESRGAN_BLOCK.matcher(n).matches())) {
                return ModelKind.UPSCALER;
            }
            if (isEmbedding()) {
                return ModelKind.EMBEDDING;
            }
            for (ModelKind kind : List.of(ModelKind.AUDIO_VAE, ModelKind.VAE, ModelKind.TAESD, ModelKind.T5XXL, ModelKind.LLM,
                    ModelKind.CLIP_L, ModelKind.CLIP_G)) {
                if (parts.contains(kind.part().orElseThrow())) {
                    return kind;
                }
            }
            if (tokenWidth() == 1024) {
                return ModelKind.CLIP_H;
            }
            return parts.stream().findFirst().flatMap(p -> List.of(ModelKind.values()).stream()
                    .filter(k -> k.part().equals(Optional.of(p))).findFirst()).orElse(ModelKind.UNKNOWN_TENSORS);
        }

        /** All that is in the file but the diffusion model. */
        private Set<Part> parts() {
            Set<Part> parts = EnumSet.noneOf(Part.class);
            for (TensorInfo tensor : tensors) {
                String full = tensor.name();
                if (full.startsWith(M)) {
                    continue;
                }
                Matcher prefix = PREFIX.matcher(full);
                String name = prefix.lookingAt() ? full.substring(prefix.end()) : full;
                if (full.startsWith("audio_vae.")) {
                    parts.add(Part.AUDIO_VAE);
                } else if (name.startsWith("decoder.conv_in.") || name.startsWith("encoder.conv_in.") || name.startsWith("decoder.conv1.")
                        || name.startsWith("encoder.conv1.")) {
                    parts.add(Part.VAE);
                } else if ((name.startsWith("decoder.") || name.startsWith("encoder.")) && TAE.matcher(name).lookingAt()) {
                    parts.add(Part.TAESD);
                } else if (name.endsWith("token_embedding.weight")) {
                    switch ((int) tensor.innermost(container)) {
                        case 768 -> parts.add(Part.CLIP_L);
                        case 1280 -> parts.add(Part.CLIP_G);
                        case 1024 -> {
                            if (!name.equals(full)) {   // SD2's own, inside a checkpoint
                                parts.add(Part.CLIP_L);
                            }
                        }
                        default -> { }
                    }
                } else if (name.startsWith("encoder.block.0.layer.0.SelfAttention.q.") || name.startsWith("enc.blk.0.attn_q.")) {
                    parts.add(Part.T5XXL);
                } else if (name.startsWith("visual.blocks.0.") || full.startsWith("v.blk.0.") || name.startsWith("model.visual.blocks.0.")
                        || full.startsWith("vision_tower.")) {
                    parts.add(Part.LLM_VISION);
                } else if (full.endsWith(".weight") && full.contains(".0.") && !full.contains("encoder.layers.")
                        && LLM_LAYER.matcher(full).matches()) {
                    parts.add(Part.LLM);
                } else if (name.startsWith("vision_model.embeddings.") || name.startsWith("visual.transformer.resblocks.0.")) {
                    parts.add(Part.CLIP_VISION);
                } else if (full.startsWith("text_embedding_projection.") || full.contains("embeddings_connector.")) {
                    parts.add(Part.EMBEDDINGS_CONNECTORS);
                }
            }
            return parts;
        }

        /** Most names are none, so the slow look comes after a quick one. */
        private static boolean isLora(String name) {
            return (name.contains("lora") || name.contains("hada_") || name.contains("lokr_")) && LORA.matcher(name).find();
        }

        private boolean isEmbedding() {
            if (tensors.size() > MOST_EMBEDDING_TENSORS) {
                return false;
            }
            return tensors.stream().anyMatch(t -> {
                long rows = t.shape().size() > 1 ? t.axis(0, container) : 1;
                long width = t.innermost(container);
                return t.shape().size() <= 2 && !t.shape().isEmpty() && rows <= MOST_EMBEDDING_ROWS
                        && (width == 768 || width == 1024 || width == 1280)
                        && !t.name().endsWith(".weight") && !t.name().endsWith(".bias");
            });
        }

        private long tokenWidth() {
            return tensors.stream().filter(t -> t.name().endsWith("token_embedding.weight"))
                    .mapToLong(t -> t.innermost(container)).findFirst().orElse(0);
        }

        /** The engine's table, top to bottom, with {@code before} set before names that lack it. */
        private Optional<Family> family(String before) {
            Look look = new Look(before);
            if (look.has("net.img_embedder.proj1.weight")) {
                return Optional.of(Family.MINIT2I);
            } else if (look.has(M + "txt_in.individual_token_refiner")) {
                return Optional.of(Family.HUNYUAN_VIDEO);
            } else if (look.has(M + "net.lq_proj.latent_proj.0.weight")) {
                return Optional.of(Family.PID);
            } else if (look.has("embed_image_indicator.weight")) {
                return Optional.of(Family.IDEOGRAM4);
            } else if (look.has(M + "nerf_final_layer_conv.")) {
                return Optional.of(Family.CHROMA_RADIANCE);
            } else if (look.has(M + "joint_blocks.")) {
                return Optional.of(Family.SD3);
            } else if (look.has("model.x_embedder.proj1.weight") && byName.containsKey("model.language_model.layers.0.self_attn.q_proj.weight")) {
                return Optional.of(Family.HIDREAM_O1);
            } else if (look.has(M + "transformer_blocks.0.attn.norm_added_q.weight") && look.has(M + "transformer_blocks.0.img_mlp.w1.weight")) {
                return Optional.of(Family.LENS);
            } else if (look.has(M + "transformer_blocks.0.img_mod.1.weight")) {
                return Optional.of(Family.QWEN_IMAGE);
            } else if (look.has("llm_adapter.blocks.0.cross_attn.q_proj.weight")) {
                return Optional.of(Family.ANIMA);
            } else if (look.has(M + "double_blocks.0.img_mlp.gate_proj.weight")) {
                return Optional.of(Family.OVIS_IMAGE);
            } else if (look.has(M + "cap_embedder.0.weight")) {
                return Optional.of(Family.Z_IMAGE);
            } else if (look.has(M + "layers.0.adaLN_sa_ln.weight")) {
                return Optional.of(Family.ERNIE_IMAGE);
            } else if (look.has(M + "adaln_single.emb.timestep_embedder.linear_1.bias")) {
                return Optional.of(Family.LTX);
            } else if (look.has(M + "input_blocks.8.0.time_mixer.mix_factor")) {
                return Optional.of(Family.SVD);
            } else if (look.has(M + "blocks.0.cross_attn.norm_k.weight")) {
                return Optional.of(wan(look));
            } else if (look.has(M + "double_stream_modulation_img.lin.weight")) {
                return Optional.of(look.has("single_blocks.47.linear1.weight") ? Family.FLUX2 : Family.FLUX2_KLEIN);
            } else if (look.has(M + "double_blocks.") || look.has(M + "single_transformer_blocks.")) {
                return Optional.of(flux(look));
            } else if (look.has(M + "input_blocks.") || look.has("unet.down_blocks.")) {
                return unet(look);
            }
            return Optional.empty();
        }

        private Family wan(Look look) {
            TensorInfo patch = look.get(M + "patch_embedding.weight");
            // The engine folds the two outermost of five axes into one.
            long channels = patch == null ? 0 : patch.shape().size() == 5
                    ? patch.axis(0, container) * patch.axis(1, container) : patch.axis(0, container);
            if (look.has(M + "img_emb")) {
                return Family.WAN2;
            }
            return channels == 184_320 ? Family.WAN2_2_I2V : channels == 147_456 ? Family.WAN2_2_TI2V : Family.WAN2;
        }

        private Family flux(Look look) {
            TensorInfo text = first(look.get(M + "txt_in.weight"), look.get(M + "context_embedder.weight"));
            TensorInfo image = first(look.get(M + "img_in.weight"), look.get(M + "x_embedder.weight"));
            if (text != null && text.innermost(container) == 3584) {
                return Family.LONGCAT;
            }
            int channels = image == null ? 0 : (int) image.innermost(container);
            if (channels == 384) {
                return Family.FLUX_FILL;
            } else if (channels == 128) {
                return Family.FLUX_CONTROLS;
            } else if (channels == 196) {
                return Family.FLEX_2;
            } else if (look.has("distilled_guidance_layer.in_proj.weight")) {
                return Family.CHROMA;
            }
            return look.has("guidance_in.in_layer.weight") || look.has("guidance_embedder.linear_1.weight")
                    ? Family.FLUX : Family.FLUX_SCHNELL;
        }

        private Optional<Family> unet(Look look) {
            TensorInfo first = first(look.get(M + "input_blocks.0.0.weight"), look.get("unet.conv_in.weight"));
            long channels = first == null ? 0 : first.axis(1, container);
            boolean middle = look.has(M + "middle_block.1.") || look.has("unet.mid_block.resnets.1.");
            if (look.has("conditioner.embedders.1") || look.has("cond_stage_model.1") || look.has("te.1")) {
                if (channels == 9) {
                    return Optional.of(Family.SDXL_INPAINT);
                } else if (channels == 8) {
                    return Optional.of(Family.SDXL_PIX2PIX);
                } else if (middle) {
                    return Optional.of(Family.SDXL);
                }
                return Optional.of(look.has(M + "output_blocks.3.1.transformer_blocks.1")
                        || look.has("unet.up_blocks.1.attentions.0.transformer_blocks.1") ? Family.SDXL_SSD1B : Family.SDXL_VEGA);
            }
            TensorInfo tokens = null;
            for (String name : List.of("cond_stage_model.transformer.text_model.embeddings.token_embedding.weight",
                    "cond_stage_model.model.token_embedding.weight", "text_model.embeddings.token_embedding.weight",
                    "te.text_model.embeddings.token_embedding.weight", "conditioner.embedders.0.model.token_embedding.weight",
                    "conditioner.embedders.0.transformer.text_model.embeddings.token_embedding.weight")) {
                tokens = first(tokens, byName.get(name));
            }
            long width = tokens == null ? 0 : tokens.innermost(container);
            if (width == 768) {
                if (channels == 9) {
                    return Optional.of(Family.SD1_INPAINT);
                } else if (channels == 8) {
                    return Optional.of(Family.SD1_PIX2PIX);
                } else if (middle) {
                    return Optional.of(Family.SD1);
                }
                return Optional.of(look.has(M + "output_blocks.7.1") || look.has("unet.up_blocks.2.attentions.1")
                        ? Family.SD1_TINY : Family.SDXS_512);
            } else if (width == 1024) {
                if (channels == 9) {
                    return Optional.of(Family.SD2_INPAINT);
                } else if (middle) {
                    return Optional.of(Family.SD2);
                }
                TensorInfo attention = look.get(M + "output_blocks.7.1.transformer_blocks.0.attn1.to_k.weight");
                return Optional.of(attention != null && attention.innermost(container) == 1024 ? Family.SDXS_09 : Family.SD2_TINY);
            }
            return Optional.empty();
        }

        /** A UNet without its text encoder, which the engine cannot tell; the width of what its attention reads says it. */
        private Optional<Family> unetAlone(String before) {
            for (TensorInfo tensor : tensors) {
                if (tensor.name().startsWith(before + "input_blocks.") && tensor.name().endsWith(".attn2.to_k.weight")) {
                    return switch ((int) tensor.innermost(container)) {
                        case 768 -> Optional.of(Family.SD1);
                        case 1024 -> Optional.of(Family.SD2);
                        case 2048 -> Optional.of(Family.SDXL);
                        default -> Optional.empty();
                    };
                }
            }
            return Optional.empty();
        }

        private boolean any(Predicate<String> test) {
            return tensors.stream().anyMatch(t -> test.test(t.name()));
        }

        private static @Nullable TensorInfo first(@Nullable TensorInfo one, @Nullable TensorInfo other) {
            return one != null ? one : other;
        }

        /** The names as the engine would have them. */
        private final class Look {
            private final String before;

            Look(String before) {
                this.before = before;
            }

            /** Whether a name has that in it. */
            boolean has(String part) {
                if (before.isEmpty()) {
                    return any(n -> n.contains(part));
                }
                return any(n -> n.startsWith(before) ? n.contains(part)
                        : n.contains(part) || part.startsWith(before) && n.startsWith(part.substring(before.length())));
            }

            /** The tensor of that very name. */
            @Nullable TensorInfo get(String name) {
                TensorInfo exact = byName.get(name);
                return exact != null || before.isEmpty() || !name.startsWith(before) ? exact : byName.get(name.substring(before.length()));
            }
        }
    }
}
