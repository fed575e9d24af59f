package easel.engine;

import java.nio.file.Path;

/** A LoRA and how strongly it is applied; 1 is as trained, negative turns it round. */
public record Lora(Path file, double strength) {}
