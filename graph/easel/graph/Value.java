package easel.graph;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** What a parameter holds. */
public sealed interface Value {

    /** Words, a choice's id, or the path of a file. */
    record Text(String text) implements Value {}

    /** A number as it was written: {@code 1.0}, {@code 1e3} and {@code 18446744073709551615} stay what they are. */
    record Number(String source) implements Value {

        // RFC 8259, section 6
        private static final Pattern JSON = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

        /** @throws NumberFormatException if {@code source} is not a number as JSON has it, or one with an absurd exponent */
        public Number {
            if (source.length() > 1000 || !JSON.matcher(source).matches()) {
                throw new NumberFormatException(source);
            }
            BigDecimal exact = new BigDecimal(source);
            // 1e999999999 is three bytes in a file and a gigabyte once somebody asks for its digits.
            if (Math.abs((long) exact.scale()) > 1000) {
                throw new NumberFormatException(source);
            }
        }

        /** Its exact worth. */
        public BigDecimal exact() {
            return new BigDecimal(source);
        }

        /** Its worth as far as a double holds it. */
        public double asDouble() {
            return exact().doubleValue();
        }

        /** Its worth if it is a whole number within long. */
        public OptionalLong asLong() {
            try {
                return OptionalLong.of(exact().longValueExact());
            } catch (ArithmeticException fractionOrTooLarge) {
                return OptionalLong.empty();
            }
        }
    }

    /** Yes or no. */
    record Truth(boolean on) implements Value {}

    /**
     * A seed: the rule and, beside it, the number the next picture is made with. Unless the rule is
     * {@link SeedMode#FIXED} that number comes and goes by itself, and does not count when seeds are compared.
     *
     * @param number 0 to 2^63 - 1, or empty if none was drawn yet
     */
    record Seed(SeedMode mode, OptionalLong number) implements Value {

        public Seed {
            if (number.isPresent() && number.getAsLong() < 0) {
                throw new IllegalArgumentException("a seed is not negative");
            }
            if (mode == SeedMode.FIXED && number.isEmpty()) {
                throw new IllegalArgumentException("a fixed seed needs its number");
            }
        }

        /** This very seed, every time. */
        public static Seed fixed(long number) {
            return new Seed(SeedMode.FIXED, OptionalLong.of(number));
        }

        /** Any seed, not drawn yet. */
        public static Seed random() {
            return new Seed(SeedMode.RANDOM, OptionalLong.empty());
        }

        /** The same rule with another number. */
        public Seed drawn(long other) {
            return new Seed(mode, OptionalLong.of(other));
        }

        /** The same number under another rule. */
        public Seed in(SeedMode other) {
            return new Seed(other, other == SeedMode.FIXED && number.isEmpty() ? OptionalLong.of(0) : number);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Seed that && mode == that.mode && (mode != SeedMode.FIXED || number.equals(that.number));
        }

        @Override
        public int hashCode() {
            return mode == SeedMode.FIXED ? number.hashCode() : mode.ordinal();
        }
    }

    /** Shapes drawn on a picture, each added to those before it or taken away from them. */
    record Shapes(List<MaskShape> shapes) implements Value {

        /** How many there may be. */
        public static final int MOST = 1000;

        private static final String NUMBER = "(-?[0-9]{1,3}(?:\\.[0-9]{1,17})?)";
        // Without white space, which says nothing in it.
        private static final Pattern SHAPE = Pattern.compile("\\{(?:\"subtract\":(true|false),)?\"(rectangle|ellipse)\":\\["
                + String.join(",", Collections.nCopies(4, NUMBER)) + "](?:,\"subtract\":(true|false))?}");

        /** None. */
        public static final Shapes NONE = new Shapes(List.of());

        public Shapes {
            shapes = List.copyOf(shapes);
        }

        /** As JSON: {@code [{"ellipse":[0.25,0.25,0.5,0.5]},{"rectangle":[0,0,1,0.3],"subtract":true}]}. */
        public String json() {
            return shapes.stream().map(shape -> "{\"" + shape.kind().id() + "\":["
                    + DoubleStream.of(shape.x(), shape.y(), shape.width(), shape.height()).mapToObj(Shapes::written).collect(Collectors.joining(","))
                    + "]" + (shape.subtract() ? ",\"subtract\":true" : "") + "}").collect(Collectors.joining(",", "[", "]"));
        }

        private static String written(double number) {
            return ((Number) of(number)).source;
        }

        /** The shapes that JSON tells of; empty for other JSON, or none. */
        public static Optional<Shapes> read(String json) {
            String dense = json.replaceAll("[ \t\r\n]", "");
            if (dense.length() < 2 || dense.charAt(0) != '[' || dense.charAt(dense.length() - 1) != ']') {
                return Optional.empty();
            }
            List<MaskShape> shapes = new ArrayList<>();
            Matcher shape = SHAPE.matcher(dense).region(1, dense.length() - 1);
            int at = 1;
            while (at < dense.length() - 1 && shapes.size() < MOST) {
                if (!shape.lookingAt() || shape.group(1) != null && shape.group(7) != null) {
                    return Optional.empty();
                }
                shapes.add(new MaskShape(MaskShape.Kind.valueOf(shape.group(2).toUpperCase(Locale.ROOT)), part(shape, 3), part(shape, 4), part(shape, 5), part(shape, 6),
                        "true".equals(shape.group(1)) || "true".equals(shape.group(7))));
                at = shape.end();
                if (at < dense.length() - 1) {
                    if (dense.charAt(at) != ',' || ++at == dense.length() - 1) {
                        return Optional.empty();
                    }
                    shape.region(at, dense.length() - 1);
                }
            }
            return at < dense.length() - 1 ? Optional.empty() : Optional.of(new Shapes(shapes));
        }

        private static double part(Matcher shape, int group) {
            return Double.parseDouble(shape.group(group));
        }
    }

    /** A value of a shape that no parameter here has, kept as the JSON text it was. */
    record Foreign(String json) implements Value {}

    /** Words. */
    static Value of(String text) {
        return new Text(text);
    }

    /** A whole number. */
    static Value of(long number) {
        return new Number(Long.toString(number));
    }

    /** A number. */
    static Value of(double number) {
        return new Number(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
    }

    /** Yes or no. */
    static Value of(boolean on) {
        return new Truth(on);
    }

    /** A value as it would be typed, cut where it is long; a seed without a number is its mode. */
    static String shown(Value value) {
        String text = switch (value) {
            case Text t -> t.text;
            case Number n -> n.source;
            case Truth t -> Boolean.toString(t.on);
            case Seed s -> s.number.isPresent() ? Long.toString(s.number.getAsLong()) : s.mode.name();
            case Shapes s -> s.json();
            case Foreign f -> f.json;
        };
        return text.length() <= 80 ? text : text.substring(0, 79) + "\u2026";
    }
}
