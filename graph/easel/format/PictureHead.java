package easel.format;

/**
 * What a picture file says about itself before its pixels are unpacked; the sides as it is seen, in pixels.
 *
 * @param deep whether it has more than the eight bits a sample that are kept of it
 */
public record PictureHead(PictureKind kind, int width, int height, boolean deep, PictureTexts texts) {}
