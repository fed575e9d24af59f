package easel.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a value of one type becomes one of another. Silent ones lose nothing and need no word; the others are chosen by name. */
public enum Conversion {

    /** A whole number is a number. */
    WHOLE_AS_NUMBER(SocketType.Known.INT, SocketType.Known.FLOAT, true),
    /** A whole number is a seed. */
    WHOLE_AS_SEED(SocketType.Known.INT, SocketType.Known.SEED, true),
    /** To the nearest whole number, halves away from zero. */
    ROUNDED(SocketType.Known.FLOAT, SocketType.Known.INT, false),
    /** To the next whole number towards zero. */
    CUT(SocketType.Known.FLOAT, SocketType.Known.INT, false),
    /** A mask from how bright a picture is: Rec. 709 luminance of the stored values. */
    LUMINANCE(SocketType.Known.IMAGE, SocketType.Known.MASK, false),
    /** A mask from how opaque a picture is. */
    ALPHA(SocketType.Known.IMAGE, SocketType.Known.MASK, false),
    /** Everything of a batch, one after the other: what a node does with a batch anyway. */
    EACH,
    /** The first of a batch. */
    FIRST,
    /** The last of a batch. */
    LAST;

    private final @Nullable SocketType from;
    private final @Nullable SocketType to;
    private final boolean silent;

    /** Of a batch of any type to a single one. */
    Conversion() {
        this.from = null;
        this.to = null;
        this.silent = false;
    }

    Conversion(SocketType from, SocketType to, boolean silent) {
        this.from = from;
        this.to = to;
        this.silent = silent;
    }

    /** Whether it makes {@code wanted} of what {@code comes}. */
    public boolean makes(SocketType comes, SocketType wanted) {
        return from == null ? comes.equals(wanted) : comes.equals(from) && wanted.equals(to);
    }

    /** Whether it takes one of a batch, and leaves what is no batch as it is. */
    public boolean chooses() {
        return from == null;
    }

    /** Whether it happens without a word. */
    public boolean silent() {
        return silent;
    }

    /** Its name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The conversion of that name. */
    public static Optional<Conversion> of(String id) {
        return Arrays.stream(values()).filter(c -> c.id().equals(id)).findFirst();
    }

    /** The ways from one type to another, the usual one first; none between types that have nothing to do with each other. */
    public static List<Conversion> between(SocketType from, SocketType to) {
        return Arrays.stream(values()).filter(c -> c.makes(from, to)).toList();
    }

    /** What becomes of a value that a parameter holds; empty if it is none of {@link #from}, or pixels that no parameter holds. */
    public Optional<Value> of(Value value) {
        if (!(value instanceof Value.Number number)) {
            return Optional.empty();
        }
        return switch (this) {
            case WHOLE_AS_NUMBER -> number.asLong().isPresent() ? Optional.of(number) : Optional.empty();
            case WHOLE_AS_SEED -> number.asLong().isPresent() && number.asLong().getAsLong() >= 0
                    ? Optional.of(Value.Seed.fixed(number.asLong().getAsLong())) : Optional.empty();
            case ROUNDED -> Optional.of(whole(number.exact(), RoundingMode.HALF_UP));
            case CUT -> Optional.of(whole(number.exact(), RoundingMode.DOWN));
            case LUMINANCE, ALPHA, EACH, FIRST, LAST -> Optional.empty();
        };
    }

    private static Value whole(BigDecimal number, RoundingMode rounding) {
        return new Value.Number(number.setScale(0, rounding).toPlainString());
    }
}
