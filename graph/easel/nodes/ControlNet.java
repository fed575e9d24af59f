package easel.nodes;

import java.nio.file.Path;

/** Which ControlNet: its file. */
public record ControlNet(Path file) {}
