package easel.nodes;

import java.nio.file.Path;

/** Which ESRGAN model: its file. */
public record Upscaler(Path file) {}
