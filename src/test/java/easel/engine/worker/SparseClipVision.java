package easel.engine.worker;

import easel.engine.worker.SparseModel.Type;
import java.io.IOException;
import java.nio.file.Path;

/** CLIP's eye (ViT-H) in its full size, as a file of nothing but holes. */
public final class SparseClipVision {

    private static final int WIDTH = 1280;

    private final SparseModel file = new SparseModel();

    private SparseClipVision() {}

    public static Path write(Path file) throws IOException {
        SparseClipVision clip = new SparseClipVision();
        String eye = "vision_model.";
        clip.file.tensor(eye + "embeddings.class_embedding", Type.F16, WIDTH);
        clip.file.tensor(eye + "embeddings.patch_embedding.weight", Type.F16, WIDTH, 3, 14, 14);
        clip.file.tensor(eye + "embeddings.position_embedding.weight", Type.F16, 257, WIDTH);
        clip.norm(eye + "pre_layrnorm");   // so it is spelled there
        for (int i = 0; i < 32; i++) {
            String layer = eye + "encoder.layers." + i + ".";
            for (String each : new String[] {"q_proj", "k_proj", "v_proj", "out_proj"}) {
                clip.linear(layer + "self_attn." + each, WIDTH, WIDTH);
            }
            clip.norm(layer + "layer_norm1");
            clip.norm(layer + "layer_norm2");
            clip.linear(layer + "mlp.fc1", WIDTH, 4 * WIDTH);
            clip.linear(layer + "mlp.fc2", 4 * WIDTH, WIDTH);
        }
        clip.norm(eye + "post_layernorm");
        clip.file.tensor("visual_projection.weight", Type.F16, 1024, WIDTH);
        return clip.file.safetensors(file);
    }

    private void norm(String name) {
        file.tensor(name + ".weight", Type.F16, WIDTH);
        file.tensor(name + ".bias", Type.F16, WIDTH);
    }

    private void linear(String name, int in, int out) {
        file.tensor(name + ".weight", Type.F16, out, in);
        file.tensor(name + ".bias", Type.F16, out);
    }
}
