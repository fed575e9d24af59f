package easel.prompt;

import easel.engine.Embedding;
import easel.engine.Lora;
import java.util.List;

/**
 * What a prompt came to.
 *
 * @param text       the words, drawn, with their styles and without LoRA tags
 * @param onModel    the LoRAs that it named, with their strengths on the diffusion model
 * @param onText     ... and on the text encoder
 * @param embeddings those whose names stand in it
 */
public record Wording(String text, List<Lora> onModel, List<Lora> onText, List<Embedding> embeddings) {

    public Wording {
        onModel = List.copyOf(onModel);
        onText = List.copyOf(onText);
        embeddings = List.copyOf(embeddings);
    }
}
