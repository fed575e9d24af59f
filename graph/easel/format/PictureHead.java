package easel.format;

/** What a picture file says about itself before its pixels are unpacked; the sides as it is seen, in pixels. */
public record PictureHead(PictureKind kind, int width, int height, PictureTexts texts) {}
