package easel.pixels;

/**
 * How one colour acts on another, channel by channel, on the stored values: W3C Compositing and Blending, and what painters
 * add to it.
 */
public enum Mixing {
    NORMAL, MULTIPLY, SCREEN, OVERLAY, DARKEN, LIGHTEN, COLOR_DODGE, COLOR_BURN, HARD_LIGHT, SOFT_LIGHT, DIFFERENCE, EXCLUSION, ADD,
    SUBTRACT;

    /** What {@code over} makes of {@code under}, each 0 to 1. */
    double of(double under, double over) {
        return switch (this) {
            case NORMAL -> over;
            case MULTIPLY -> under * over;
            case SCREEN -> under + over - under * over;
            case OVERLAY -> HARD_LIGHT.of(over, under);
            case DARKEN -> Math.min(under, over);
            case LIGHTEN -> Math.max(under, over);
            case COLOR_DODGE -> under == 0 ? 0 : over >= 1 ? 1 : Math.min(1, under / (1 - over));
            case COLOR_BURN -> under >= 1 ? 1 : over <= 0 ? 0 : 1 - Math.min(1, (1 - under) / over);
            case HARD_LIGHT -> over <= 0.5 ? under * 2 * over : SCREEN.of(under, 2 * over - 1);
            case SOFT_LIGHT -> over <= 0.5 ? under - (1 - 2 * over) * under * (1 - under) : under + (2 * over - 1) * (soft(under) - under);
            case DIFFERENCE -> Math.abs(under - over);
            case EXCLUSION -> under + over - 2 * under * over;
            case ADD -> Math.min(1, under + over);
            case SUBTRACT -> Math.max(0, under - over);
        };
    }

    private static double soft(double under) {
        return under <= 0.25 ? ((16 * under - 12) * under + 4) * under : Math.sqrt(under);
    }

    /** What becomes of every pair of samples, {@code under * 256 + over}, mixed in by {@code opacity}. */
    byte[] table(double opacity) {
        byte[] table = new byte[1 << 16];
        for (int under = 0; under < 256; under++) {
            for (int over = 0; over < 256; over++) {
                double mixed = of(under / 255.0, over / 255.0) * 255;
                table[under << 8 | over] = (byte) Math.clamp(Math.round(under + (mixed - under) * opacity), 0, 255);
            }
        }
        return table;
    }
}
