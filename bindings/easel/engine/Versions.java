package easel.engine;

/** What the native library is made of; {@code buildId} changes with anything that may change a pixel. */
public record Versions(int shim, String engine, String ggml, String buildId, String systemInfo) {}
