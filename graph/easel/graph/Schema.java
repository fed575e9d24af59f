package easel.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a type of node declares of itself.
 *
 * @param type    its id in files
 * @param version goes up when the same inputs give another result
 * @param sink    whether it runs for its own sake: it saves or shows
 * @param aliases what other programs call it: searched as well, and known when their files are read
 * @param either  which two of its inputs it reads only one of, or null if it reads all
 */
public record Schema(String type, Kind kind, int version, boolean sink,
        List<Input> inputs, List<Parameter> parameters, List<Output> outputs, List<String> aliases, @Nullable Either either) {

    public Schema {
        aliases = List.copyOf(aliases);
        inputs = List.copyOf(inputs);
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
    }

    /** One that nobody else knows. */
    public Schema(String type, Kind kind, int version, boolean sink, List<Input> inputs, List<Parameter> parameters, List<Output> outputs) {
        this(type, kind, version, sink, inputs, parameters, outputs, List.of(), null);
    }

    /** What a node is about: its hue and its place in the library. */
    public enum Kind { LOAD, WORDS, PAINT, PICTURE, MASK, VIDEO, VALUE, OUTPUT }

    /**
     * A socket that takes a value; one that is not required may stay open.
     *
     * @param filled whether something must come where it is linked
     */
    public record Input(String name, SocketType type, boolean required, boolean filled) {

        /** One to which something must come only if it must be linked. */
        public Input(String name, SocketType type, boolean required) {
            this(name, type, required, required);
        }
    }

    /**
     * A socket that gives a value.
     *
     * @param onlyWith the parameter without which, empty, nothing comes out, or null if something always does
     */
    public record Output(String name, SocketType type, @Nullable String onlyWith) {}

    /**
     * A value kept in the node, and an input besides.
     *
     * @param advanced whether most people never touch it
     */
    public record Parameter(String name, Rule rule, Value standard, boolean advanced) {

        /** One that people touch. */
        public Parameter(String name, Rule rule, Value standard) {
            this(name, rule, standard, false);
        }

        /** What a link to it may bring. */
        public SocketType type() {
            return rule.type();
        }
    }

    /**
     * Of two inputs it reads the one that a parameter chooses.
     *
     * @param on  the parameter, yes or no
     * @param yes the input it reads for yes
     * @param no  the input it reads for no
     */
    public record Either(String on, String yes, String no) {}

    /** The inputs that a node of this type does not read, placed like this; none as long as only the run knows. */
    public Set<String> unread(Node placed) {
        if (either == null || placed.input(either.on).isPresent()) {
            return Set.of();
        }
        Value value = placed.value(either.on).or(() -> parameter(either.on).map(Parameter::standard)).orElse(null);
        return value instanceof Value.Truth(boolean on) ? Set.of(on ? either.no : either.yes) : Set.of();
    }

    /** The input of that name. */
    public Optional<Input> input(String name) {
        return inputs.stream().filter(i -> i.name().equals(name)).findFirst();
    }

    /** The parameter of that name. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The output of that name. */
    public Optional<Output> output(String name) {
        return outputs.stream().filter(o -> o.name().equals(name)).findFirst();
    }

    /** The inputs that an output passes on when a node of this type is bypassed or taken out, placed like this: without the ones it does not read. */
    public List<String> passing(Output output, Node placed) {
        Set<String> unread = unread(placed);
        return passing(output).stream().filter(input -> !unread.contains(input)).toList();
    }

    /**
     * The inputs that an output passes on when its node is bypassed or taken out, the first linked one first in line:
     * the input of its name and type; where several outputs have its type, the one in the same place among the inputs
     * of that type; else every input of that type. A negative prompt must not become a positive one.
     */
    public List<String> passing(Output output) {
        Optional<Input> namesake = input(output.name()).filter(i -> i.type().equals(output.type()));
        if (namesake.isPresent()) {
            return List.of(output.name());
        }
        List<String> same = inputs.stream().filter(i -> i.type().equals(output.type())).map(Input::name).toList();
        List<Output> rivals = outputs.stream().filter(o -> o.type().equals(output.type())).toList();
        if (rivals.size() == 1) {
            return same;
        }
        int place = rivals.indexOf(output);
        return place < same.size() ? List.of(same.get(place)) : List.of();
    }

    /** The type of a socket or parameter that a link may lead to. */
    public Optional<SocketType> typeOf(String input) {
        return input(input).map(Input::type).or(() -> parameter(input).map(Parameter::type));
    }
}
