package easel.nodes;

/** What words say about a picture; the text encoder reads them when it is painted. */
public record Conditioning(String text) {}
