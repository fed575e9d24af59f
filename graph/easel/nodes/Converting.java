package easel.nodes;

import easel.graph.Conversion;
import easel.graph.Value;
import easel.pixels.Pictures;
import java.util.Optional;

/** What becomes of values on links that convert. */
public final class Converting {

    private Converting() {}

    /** What becomes of a value; empty if that is none of what the conversion takes. */
    public static Optional<Object> of(Object value, Conversion conversion) {
        if (value instanceof Batch(var all)) {
            return switch (conversion) {
                case EACH -> Optional.of(value);
                case FIRST -> Optional.of(all.getFirst());
                case LAST -> Optional.of(all.getLast());
                default -> each(all.stream().map(one -> of(one, conversion)).toList());
            };
        }
        return switch (conversion) {
            case EACH, FIRST, LAST -> Optional.of(value);
            case LUMINANCE -> value instanceof Image image ? Optional.of(new Mask(Pictures.luminance(image.picture()))) : Optional.empty();
            case ALPHA -> value instanceof Image image ? Optional.of(new Mask(Pictures.opacity(image.picture()))) : Optional.empty();
            case WHOLE_AS_NUMBER, WHOLE_AS_SEED, ROUNDED, CUT -> value instanceof Value plain ? conversion.of(plain).map(v -> v) : Optional.empty();
        };
    }

    private static Optional<Object> each(java.util.List<Optional<Object>> all) {
        return all.stream().allMatch(Optional::isPresent) ? Optional.of(new Batch(all.stream().map(Optional::orElseThrow).toList())) : Optional.empty();
    }
}
