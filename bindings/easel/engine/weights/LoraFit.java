package easel.engine.weights;

import easel.engine.EngineException;
import easel.engine.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a LoRA's matrices multiply to the size of the weights they are added to: where they do not, the engine ends
 * its process (its lora.hpp asserts). Their ranks are compared whatever the model; sizes for UNets and CLIP, whose
 * names are known in kohya's form ({@code lora_unet_down_blocks_0_...}) and diffusers' ({@code unet.down_blocks.0...}).
 * What matches no weight is left alone, as the engine does.
 */
final class LoraFit {

    private static final String M = "model.diffusion_model.";
    private static final Pattern SUFFIX = Pattern.compile("[._]lora[._](?<torch>down|up|mid)\\.weight"
            + "|\\.lora_(?<peft>[AB])(\\.default)?\\.weight"
            + "|\\.(?<other>lora_(down|up|mid)|hada_w[12]_[ab]|hada_t[12]|lokr_w[12](_[ab])?|diff)$");
    private static final Map<String, String> PREFIXES = prefixes();
    private static final List<String[]> RESNET = List.of(new String[] {"in_layers.2", "conv1"}, new String[] {"out_layers.3", "conv2"},
            new String[] {"emb_layers.1", "time_emb_proj"}, new String[] {"skip_connection", "conv_shortcut"});
    private static final Map<String, String> ELSEWHERE = Map.of("time_embed.0", "time_embedding.linear_1", "time_embed.2",
            "time_embedding.linear_2", "input_blocks.0.0", "conv_in", "out.2", "conv_out",
            "label_emb.0.0", "add_embedding.linear_1", "label_emb.0.2", "add_embedding.linear_2");
    private static final Map<String, String> OPEN_CLIP = Map.of("mlp.c_fc", "mlp.fc1", "mlp.c_proj", "mlp.fc2",
            "attn.out_proj", "self_attn.out_proj");

    /** A weight that a LoRA may change: {@code rows} outermost, {@code elements} in all. */
    private record Weight(long rows, long elements, long innermost, boolean matrix) {}

    private LoraFit() {}

    /** Holds that {@code lora} can be added to a model that lies in {@code files}. */
    static void check(ModelFile lora, List<ModelFile> files, ModelFile model, Family family) throws EngineException {
        Map<String, Map<String, TensorInfo>> changes = changes(lora);
        Map<String, Weight> weights = family.isUnet() ? weights(files) : Map.of();
        for (var change : changes.entrySet()) {
            complete(lora, change.getKey(), change.getValue());
            Weight weight = weights.get(key(change.getKey()));
            String wrong = wrong(change.getValue(), lora.container(), weight);
            if (wrong != null) {
                throw ModelCheck.failed(new Failure.DoesNotFit(lora.path(), model.path(), Header.quoted(change.getKey()) + ": " + wrong));
            }
        }
    }

    /** The matrices of each change, by role: down, up, mid, hada_w1_a ... */
    private static Map<String, Map<String, TensorInfo>> changes(ModelFile lora) {
        Map<String, Map<String, TensorInfo>> changes = new LinkedHashMap<>();
        for (TensorInfo tensor : lora.tensors()) {
            Matcher suffix = SUFFIX.matcher(tensor.name());
            if (suffix.find() && suffix.end() == tensor.name().length()) {
                String role = suffix.group("torch") != null ? suffix.group("torch")
                        : suffix.group("peft") != null ? (suffix.group("peft").equals("A") ? "down" : "up")
                        : suffix.group("other").replace("lora_", "");
                changes.computeIfAbsent(tensor.name().substring(0, suffix.start()), _ -> new HashMap<>()).put(role, tensor);
            }
        }
        return changes;
    }

    /** Half a LoHa or LoKr makes the engine read through null. */
    private static void complete(ModelFile lora, String name, Map<String, TensorInfo> its) throws EngineException {
        boolean loha = its.keySet().stream().anyMatch(r -> r.startsWith("hada_"));
        boolean whole = List.of("hada_w1_a", "hada_w1_b", "hada_w2_a", "hada_w2_b").stream().allMatch(its::containsKey)
                && its.containsKey("hada_t1") == its.containsKey("hada_t2");
        boolean lokr = its.keySet().stream().anyMatch(r -> r.startsWith("lokr_"));
        boolean factors = List.of("lokr_w1", "lokr_w2").stream()
                .allMatch(f -> its.containsKey(f) || its.containsKey(f + "_a") && its.containsKey(f + "_b"));
        if (loha && !whole || lokr && !factors) {
            throw ModelCheck.failed(new Failure.DamagedFile(lora.path(), Header.quoted(name) + " is incomplete"));
        }
    }

    private static @Nullable String wrong(Map<String, TensorInfo> its, Container in, @Nullable Weight weight) {
        TensorInfo down = its.get("down");
        TensorInfo up = its.get("up");
        if (down != null && up != null) {
            long rank = down.axis(0, in);
            if (up.axis(1, in) != rank) {
                return "rank " + rank + " against " + up.axis(1, in);
            }
            if (weight != null && (up.axis(0, in) != weight.rows || !its.containsKey("mid") && product(up, down, in) != weight.elements)) {
                return "made for a weight of " + up.axis(0, in) + " x " + product(up, down, in) / Math.max(1, up.axis(0, in))
                        + ", which is " + weight.rows + " x " + weight.elements / Math.max(1, weight.rows) + " here";
            }
        }
        if (weight == null) {
            return null;
        }
        TensorInfo difference = its.get("diff");
        if (difference != null && difference.elements() != weight.elements) {
            boolean padded = difference.shape().size() == 2 && weight.matrix && difference.elements() < weight.elements
                    && difference.innermost(in) == weight.innermost;
            return padded ? null : difference.elements() + " numbers, which are " + weight.elements + " here";
        }
        if (its.containsKey("hada_w1_a") && !its.containsKey("hada_t1")) {
            for (String half : List.of("hada_w1", "hada_w2")) {
                long made = product(its.get(half + "_a"), its.get(half + "_b"), in);
                if (made != weight.elements) {
                    return made + " numbers, which are " + weight.elements + " here";
                }
            }
        }
        if (its.keySet().stream().anyMatch(r -> r.startsWith("lokr_"))) {
            long made = factor("lokr_w1", its, in) * factor("lokr_w2", its, in);
            if (made != weight.elements) {
                return made + " numbers, which are " + weight.elements + " here";
            }
        }
        return null;
    }

    /** How many numbers two factors multiply to. */
    private static long product(@Nullable TensorInfo up, @Nullable TensorInfo down, Container in) {
        if (up == null || down == null) {
            return 0;
        }
        return up.axis(0, in) * (down.elements() / Math.max(1, down.axis(0, in)));
    }

    private static long factor(String name, Map<String, TensorInfo> its, Container in) {
        TensorInfo whole = its.get(name);
        return whole != null ? whole.elements() : product(its.get(name + "_a"), its.get(name + "_b"), in);
    }

    /** A change's name as {@link #weights} has it. */
    private static String key(String change) {
        for (var prefix : PREFIXES.entrySet()) {
            if (change.startsWith(prefix.getKey())) {
                return prefix.getValue() + change.substring(prefix.getKey().length()).replace(".processor", "").replace('.', '_');
            }
        }
        return change;
    }

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();   // longer ones first
        prefixes.put("lora_unet_", "unet_");
        prefixes.put("lora_te1_", "te_");
        prefixes.put("lora_te2_", "te2_");
        prefixes.put("lora_te_", "te_");
        prefixes.put("unet.", "unet_");
        prefixes.put("text_encoder_2.", "te2_");
        prefixes.put("text_encoder.", "te_");
        prefixes.put(M, "unet_");
        prefixes.put("diffusion_model.", "unet_");
        return prefixes;
    }

    /** A model's weights by the names LoRAs use, both kohya's of the original layout and diffusers'. */
    private static Map<String, Weight> weights(List<ModelFile> files) {
        Map<String, Weight> weights = new HashMap<>();
        for (ModelFile file : files) {
            for (TensorInfo tensor : file.tensors()) {
                String name = tensor.name();
                long rows = tensor.axis(0, file.container());
                boolean matrix = tensor.shape().size() == 2;
                Weight weight = new Weight(rows, tensor.elements(), tensor.innermost(file.container()), matrix);
                if (name.endsWith("attn.in_proj_weight") || name.endsWith("self_attn.in_proj.weight")) {
                    Weight third = new Weight(rows / 3, tensor.elements() / 3, tensor.innermost(file.container()), true);
                    String layer = name.substring(0, name.lastIndexOf("attn.") - (name.contains("self_attn.") ? "self_".length() : 0));
                    for (String part : List.of("q_proj", "k_proj", "v_proj")) {
                        names(layer + "self_attn." + part).forEach(n -> weights.put(n, third));
                    }
                } else if (name.endsWith(".weight")) {
                    names(name.substring(0, name.length() - ".weight".length())).forEach(n -> weights.put(n, weight));
                }
            }
        }
        return weights;
    }

    private static List<String> names(String name) {
        List<String> names = new ArrayList<>(2);
        if (name.startsWith(M)) {
            String inside = name.substring(M.length());
            names.add("unet_" + inside.replace('.', '_'));
            names.add("unet_" + diffusers(inside).replace('.', '_'));
        } else if (name.startsWith("conditioner.embedders.1.") || name.startsWith("cond_stage_model.1.")) {
            names.add("te2_" + clip(name).replace('.', '_'));
        } else if (name.startsWith("conditioner.embedders.0.transformer.") || name.startsWith("cond_stage_model.transformer.")) {
            names.add("te_" + clip(name).replace('.', '_'));
        }
        return names;
    }

    /** The name in transformers' CLIP of a weight there or in OpenCLIP. */
    private static String clip(String name) {
        int own = name.indexOf("text_model.");
        if (own >= 0) {
            return name.substring(own);
        }
        int blocks = name.indexOf("transformer.resblocks.");
        if (blocks < 0) {
            return name;
        }
        String layer = name.substring(blocks + "transformer.resblocks.".length());
        int dot = layer.indexOf('.');
        String inside = dot < 0 ? "" : layer.substring(dot + 1);
        return "text_model.encoder.layers." + layer.substring(0, Math.max(0, dot)) + "." + OPEN_CLIP.getOrDefault(inside, inside);
    }

    /** The name in diffusers of a weight in the original UNet: the engine's own rule, the other way round. */
    private static String diffusers(String name) {
        if (ELSEWHERE.containsKey(name)) {
            return ELSEWHERE.get(name);
        }
        String[] parts = name.split("\\.", 4);
        if (parts.length < 3 || !parts[1].matches("\\d{1,3}")) {
            return name;
        }
        int n = Integer.parseInt(parts[1]);
        String rest = parts.length > 3 ? "." + parts[3] : "";
        return switch (parts[0]) {
            case "input_blocks" -> {
                String block = "down_blocks." + (n - 1) / 3;
                yield (n - 1) % 3 == 2 ? block + ".downsamplers.0.conv"
                        : block + (parts[2].equals("0") ? ".resnets." + (n - 1) % 3 + resnet(rest) : ".attentions." + (n - 1) % 3 + rest);
            }
            case "output_blocks" -> {
                String block = "up_blocks." + n / 3;
                yield rest.equals(".conv") ? block + ".upsamplers.0.conv"
                        : block + (parts[2].equals("0") ? ".resnets." + n % 3 + resnet(rest) : ".attentions." + n % 3 + rest);
            }
            case "middle_block" -> {
                String inside = name.substring("middle_block.".length() + parts[1].length());
                yield n == 1 ? "mid_block.attentions.0" + inside : "mid_block.resnets." + n / 2 + resnet(inside);
            }
            default -> name;
        };
    }

    private static String resnet(String rest) {
        for (String[] pair : RESNET) {
            if (rest.equals("." + pair[0])) {
                return "." + pair[1];
            }
        }
        return rest;
    }
}
