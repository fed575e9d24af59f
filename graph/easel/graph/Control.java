package easel.graph;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a form shows what it sets. */
public sealed interface Control {

    /** Words, on one line or on several. */
    record Words(boolean lines) implements Control {}

    /** A number in a field, and on a slider where that is wanted and says anything, within {@code least} and {@code most}. */
    record Number(double least, double most, double step, boolean slider) implements Control {

        /** One with a slider. */
        public Number(double least, double most, double step) {
            this(least, most, step, true);
        }
    }

    /** Yes or no. */
    record Switch() implements Control {}

    /**
     * One of some.
     *
     * @param options what to choose from; none means the parameter's own choices, which its schema has
     */
    record Choice(List<Option> options) implements Control {

        public Choice {
            options = List.copyOf(options);
        }

        /**
         * A choice.
         *
         * @param label  what people read
         * @param values one for each of the field's targets, in their order
         * @param note   what people should know who take it; may be empty
         * @param where  what the parameter that the field needs must hold for this to be offered, or null if it always is
         * @param extras unknown fields of the file
         */
        public record Option(Phrase label, List<Value> values, Phrase note, @Nullable Value where, Extras extras) {
            public Option {
                values = List.copyOf(values);
            }

            /** The same with other values. */
            Option with(List<Value> others) {
                return new Option(label, others, note, where, extras);
            }

            /** One that is always offered. */
            public static Option of(Phrase label, List<Value> values) {
                return new Option(label, values, Phrase.NONE, null, Extras.NONE);
            }
        }

        /** The option whose values these are. */
        public Optional<Option> of(List<Value> values) {
            return options.stream().filter(o -> o.values.equals(values)).findFirst();
        }
    }

    /** A seed with dice and lock. */
    record Seed() implements Control {}

    /** A picture file, dropped or chosen; empty is none. */
    record Picture() implements Control {}

    /** Shapes drawn on the picture that they mask. */
    record Mask() implements Control {}

    /** A checkpoint: the bundled starter ({@code starter}) or any file the person picks. */
    record Model() implements Control {}

    /** How many pictures a run makes; sets the document's count and no parameter. */
    record Count(List<Integer> choices) implements Control {
        public Count {
            choices = List.copyOf(choices);
        }
    }

    /** Nothing that a hand could set: only a link brings it. */
    record Socket() implements Control {}

    /** A kind that nobody here knows; its own fields are among the field's extras. A form leaves it out. */
    record Foreign(String kind) implements Control {}

    /** The control that suits a parameter of that rule. */
    static Control of(Rule rule) {
        return switch (rule) {
            case Rule.Words words -> new Words(words.longest() > 1000);
            case Rule.Whole whole -> new Number(whole.least(), whole.most(), whole.multipleOf());
            case Rule.Real real -> new Number(real.least(), real.most(), step(real.most() - real.least()));
            case Rule.Truth _ -> new Switch();
            case Rule.Choice _ -> new Choice(List.of());
            case Rule.Seed _ -> new Seed();
            case Rule.File file -> switch (file.of()) {
                case PICTURE -> new Picture();
                case CHECKPOINT -> new Model();
                case MODEL, VAE, TAESD, DIFFUSION_MODEL, TEXT_ENCODER, LORA, CONTROL_NET, UPSCALER, VISION, PHOTO_MAKER, FACE_EMBEDDING -> new Words(false);
            };
            case Rule.Folder _ -> new Words(false);
            case Rule.Shapes _ -> new Mask();
        };
    }

    private static double step(double range) {
        return range <= 2 ? 0.01 : range <= 20 ? 0.1 : 1;
    }
}
