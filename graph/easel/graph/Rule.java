package easel.graph;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What a parameter may hold. */
public sealed interface Rule {

    /** The type of what it holds. */
    SocketType type();

    /** Whether {@code value} may stand there. */
    boolean allows(Value value);

    /** What is allowed, in figures and ids, for the sentence that refuses. */
    String allowed();

    /**
     * The same with what a number counts.
     *
     * @param unit as it stands behind a number
     */
    default String allowed(String unit) {
        return allowed() + unit;
    }

    /** What a number counts; what is no number counts nothing. */
    default Unit unit() {
        return Unit.NONE;
    }

    /** The value that {@code text} means here, as typed on a command line; whether it is allowed is another question. */
    default Value read(String text) {
        return new Value.Text(text);
    }

    private static Value number(String text) {
        try {
            return new Value.Number(text);
        } catch (NumberFormatException noNumber) {
            return new Value.Text(text);
        }
    }

    /**
     * Any words up to a number of UTF-16 units.
     *
     * @param use what they are
     */
    record Words(int longest, Use use) implements Rule {

        /** What words are. */
        public enum Use {
            /** Just words. */
            PLAIN,
            /** A prompt: choices, wildcards and LoRA tags in it mean something. */
            PROMPT,
            /** Names of styles, set apart by commas. */
            STYLES
        }

        /** Just words. */
        public Words(int longest) {
            this(longest, Use.PLAIN);
        }

        @Override
        public SocketType type() {
            return SocketType.Known.TEXT;
        }

        @Override
        public boolean allows(Value value) {
            return value instanceof Value.Text text && text.text().length() <= longest;
        }

        @Override
        public String allowed() {
            return "<= " + longest;
        }
    }

    /** A whole number. */
    record Whole(long least, long most, long multipleOf, Unit unit) implements Rule {
        @Override
        public SocketType type() {
            return SocketType.Known.INT;
        }

        @Override
        public boolean allows(Value value) {
            return value instanceof Value.Number number && number.asLong().isPresent()
                    && least <= number.asLong().getAsLong() && number.asLong().getAsLong() <= most
                    && number.asLong().getAsLong() % multipleOf == 0;
        }

        @Override
        public Value read(String text) {
            return number(text);
        }

        @Override
        public String allowed() {
            return allowed("");
        }

        @Override
        public String allowed(String unit) {
            return least + " ... " + most + unit + (multipleOf == 1 ? "" : ", n * " + multipleOf);
        }

        /** The allowed number nearest to one. */
        public Value.Number nearest(BigDecimal wanted) {
            BigDecimal unit = BigDecimal.valueOf(multipleOf);
            BigDecimal lowest = BigDecimal.valueOf(least).divide(unit, 0, RoundingMode.CEILING);
            BigDecimal highest = BigDecimal.valueOf(most).divide(unit, 0, RoundingMode.FLOOR);
            BigDecimal times = wanted.divide(unit, 0, RoundingMode.HALF_UP).max(lowest).min(highest);
            return new Value.Number(times.multiply(unit).toPlainString());
        }
    }

    /** A number. */
    record Real(double least, double most, Unit unit) implements Rule {
        @Override
        public SocketType type() {
            return SocketType.Known.FLOAT;
        }

        @Override
        public boolean allows(Value value) {
            return value instanceof Value.Number number
                    && number.exact().compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.exact().compareTo(BigDecimal.valueOf(most)) <= 0;
        }

        @Override
        public Value read(String text) {
            return number(text);
        }

        @Override
        public String allowed() {
            return Value.of(least) instanceof Value.Number from && Value.of(most) instanceof Value.Number to
                    ? from.source() + " ... " + to.source() : "";
        }

        /** The allowed number nearest to one. */
        public Value.Number nearest(BigDecimal wanted) {
            BigDecimal within = wanted.max(BigDecimal.valueOf(least)).min(BigDecimal.valueOf(most));
            return new Value.Number((within.signum() == 0 ? BigDecimal.ZERO : within.stripTrailingZeros()).toPlainString());
        }
    }

    /** Yes or no. */
    record Truth() implements Rule {
        @Override
        public SocketType type() {
            return SocketType.Known.BOOLEAN;
        }

        @Override
        public boolean allows(Value value) {
            return value instanceof Value.Truth;
        }

        @Override
        public Value read(String text) {
            return text.equals("true") || text.equals("false") ? new Value.Truth(text.equals("true")) : new Value.Text(text);
        }

        @Override
        public String allowed() {
            return "true, false";
        }
    }

    /** One of some ids. */
    record Choice(List<String> ids) implements Rule {
        public Choice {
            ids = List.copyOf(ids);
        }

        @Override
        public SocketType type() {
            return SocketType.Known.TEXT;
        }

        @Override
        public boolean allows(Value value) {
            return value instanceof Value.Text text && ids.contains(text.text());
        }

        @Override
        public String allowed() {
            return String.join(", ", ids);
        }
    }

    /** A seed. */
    record Seed() implements Rule {
        @Override
        public SocketType type() {
            return SocketType.Known.SEED;
        }

        @Override
        public boolean allows(Value value) {
            return value instanceof Value.Seed;
        }

        @Override
        public Value read(String text) {
            OptionalLong number = number(text) instanceof Value.Number n ? n.asLong() : OptionalLong.empty();
            if (number.isPresent() && number.getAsLong() >= 0) {
                return Value.Seed.fixed(number.getAsLong());
            }
            return text.equals("random") ? Value.Seed.random() : new Value.Text(text);
        }

        @Override
        public String allowed() {
            return "0 ... " + Long.MAX_VALUE;
        }
    }

    /**
     * The path of a file that the node reads; empty is none.
     *
     * @param names names that stand for files which Easel has itself, such as {@code starter}
     */
    record File(Of of, List<String> names) implements Rule {

        /** What is in it; {@code MODEL} is any of the others but a picture. */
        public enum Of {
            PICTURE, MODEL, CHECKPOINT, VAE, TAESD, DIFFUSION_MODEL, TEXT_ENCODER, LORA, CONTROL_NET, UPSCALER, VISION, PHOTO_MAKER, FACE_EMBEDDING;

            /** Whether it may be a checkpoint. */
            public boolean takesCheckpoints() {
                return this == CHECKPOINT || this == MODEL;
            }
        }

        public File {
            names = List.copyOf(names);
        }

        @Override
        public SocketType type() {
            return SocketType.Known.TEXT;
        }

        @Override
        public boolean allows(Value value) {
            return value instanceof Value.Text text && text.text().indexOf('\0') < 0;
        }

        @Override
        public String allowed() {
            return String.join(", ", names);
        }
    }

    /**
     * The path of a folder: a whole one, or one below the run's own folder for pictures, which an empty one is. It never
     * climbs: a workflow may come from anybody.
     *
     * @param read whether what is in it is read, and empty is none; else it is written to
     */
    record Folder(boolean read) implements Rule {

        // What Linux takes, and the others do not take more.
        private static final int LONGEST = 4000;
        private static final int LONGEST_PART = 255;
        private static final Pattern WHOLE = Pattern.compile("[/\\\\]|[A-Za-z]:[/\\\\]");

        @Override
        public SocketType type() {
            return SocketType.Known.TEXT;
        }

        @Override
        public boolean allows(Value value) {
            return value instanceof Value.Text(String path) && path.length() <= LONGEST && path.chars().noneMatch(Character::isISOControl)
                    && Arrays.stream(path.split("[/\\\\]")).noneMatch(part -> part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART)
                    && (WHOLE.matcher(path).lookingAt() || Arrays.stream(path.split("[/\\\\:]")).noneMatch(part -> part.strip().equals("..")));
        }

        @Override
        public String allowed() {
            return "name/name, /name/name";
        }
    }

    /**
     * Shapes drawn on a picture.
     *
     * @param on the input that the picture comes to
     */
    record Shapes(String on) implements Rule {

        /** What no socket is of: only hands draw. */
        private static final SocketType SHAPES = new SocketType.Foreign("SHAPES");

        @Override
        public SocketType type() {
            return SHAPES;
        }

        @Override
        public boolean allows(Value value) {
            return value instanceof Value.Shapes;
        }

        @Override
        public Value read(String text) {
            Optional<Value.Shapes> shapes = Value.Shapes.read(text);
            return shapes.isPresent() ? shapes.get() : new Value.Text(text);
        }

        @Override
        public String allowed() {
            return "[{\"ellipse\":[x,y,width,height]},{\"rectangle\":[0,0,1,0.5],\"subtract\":true}], <= " + Value.Shapes.MOST;
        }
    }

    /** What a number counts. */
    enum Unit { NONE, PIXELS, STEPS, FRAMES, PERCENT, DEGREES }
}
