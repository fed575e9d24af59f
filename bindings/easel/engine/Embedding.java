package easel.engine;

import java.nio.file.Path;

/** A textual inversion: {@code name} in a prompt (lower case) stands for the vectors in {@code file}. */
public record Embedding(String name, Path file) {}
