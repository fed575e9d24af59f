package easel.nodes;

import easel.engine.EngineException;
import easel.format.PictureException;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A class of nodes: its fields are typed handles, and declaring them declares the schema. One object serves all
 * documents and threads; what belongs to one run lives in {@link Run}.
 */
public abstract class Node {

    private final String type;
    private final Schema.Kind kind;
    private final List<String> aliases;
    private final List<Schema.Input> inputs = new ArrayList<>();
    private final List<Schema.Parameter> parameters = new ArrayList<>();
    private final List<Schema.Output> outputs = new ArrayList<>();
    private final Set<String> whole = new HashSet<>();
    private Schema.@Nullable Either either;

    /**
     * @param type    the id in files and of the words
     * @param aliases what other programs call it
     */
    protected Node(String type, Schema.Kind kind, String... aliases) {
        this.type = type;
        this.kind = kind;
        this.aliases = List.of(aliases);
    }

    /** What this class declares. */
    public final Schema schema() {
        return new Schema(type, kind, version(), isSink(), inputs, parameters, outputs, aliases, either);
    }

    /** What running it means. */
    public enum Work {
        /** It only says what is wanted: it takes no time, and nothing of it is kept. */
        DESCRIBES,
        /** So does it, and it shows how the painting goes once somebody wants the pixels. */
        DESCRIBES_PAINTING,
        /** It has what others described painted. */
        FORCES,
        /** It works itself. */
        WORKS
    }

    /** What running it means. */
    public Work work() {
        return Work.WORKS;
    }

    /**
     * What can be told of it before anything runs: as {@link #run}, but pictures that come in are no more than blanks,
     * and nothing may be asked of the engine.
     *
     * @return warnings
     * @throws Unfoldable if it cannot run
     */
    public List<Problem> foretell(Run run) throws EngineException, PictureException {
        if (work() == Work.DESCRIBES || work() == Work.DESCRIBES_PAINTING) {
            run(run);
        }
        return List.of();
    }

    /** Does the work. */
    public abstract void run(Run run) throws EngineException, PictureException;

    /** To be raised when the same inputs begin to give another result. */
    protected int version() {
        return 1;
    }

    /** Whether it runs for its own sake. */
    protected boolean isSink() {
        return false;
    }

    /** Whether running it leaves a file. */
    public boolean saves() {
        return false;
    }

    /** An input that must be connected. */
    protected final <T> In<T> in(String name, Port<T> port) {
        inputs.add(new Schema.Input(name, port.type(), true));
        return new In<>(name, came -> port.carries().cast(came.orElseThrow()));
    }

    /** An input that may stay open. */
    protected final <T> In<Optional<T>> openIn(String name, Port<T> port) {
        inputs.add(new Schema.Input(name, port.type(), false));
        return new In<>(name, came -> came.map(port.carries()::cast));
    }

    /** An input that may stay open; something must come from what is connected to it. */
    protected final <T> In<Optional<T>> openOrFilledIn(String name, Port<T> port) {
        inputs.add(new Schema.Input(name, port.type(), false, true));
        return new In<>(name, came -> came.map(port.carries()::cast));
    }

    /** An input that must be connected and takes a batch whole; a single value is a batch of one. */
    protected final In<Batch> wholeIn(String name, Port<?> port) {
        inputs.add(new Schema.Input(name, port.type(), true));
        whole.add(name);
        return new In<>(name, came -> came.orElseThrow() instanceof Batch batch ? batch : new Batch(List.of(came.orElseThrow())));
    }

    /** An input that may stay open and takes a batch whole. */
    protected final In<Optional<Batch>> openWholeIn(String name, Port<?> port) {
        inputs.add(new Schema.Input(name, port.type(), false));
        whole.add(name);
        return new In<>(name, came -> came.map(value -> value instanceof Batch batch ? batch : new Batch(List.of(value))));
    }

    /** Whether an input takes a batch whole; for a batch at another one the node runs for each. */
    public final boolean takesWhole(String input) {
        return whole.contains(input);
    }

    /** An output. */
    protected final <T> Out<T> out(String name, Port<T> port) {
        outputs.add(new Schema.Output(name, port.type(), null));
        return new Out<>(name, port);
    }

    /** An output that gives nothing while a parameter is empty. */
    protected final <T> Out<T> outOnlyWith(Param<?> parameter, String name, Port<T> port) {
        outputs.add(new Schema.Output(name, port.type(), parameter.name()));
        return new Out<>(name, port);
    }

    /** Words. */
    protected final Param<String> words(String name, String standard, int longest) {
        return parameter(name, new Rule.Words(longest), Value.of(standard), Node::text);
    }

    /** A prompt: what it names among a person's files is part of what it means. */
    protected final Param<String> prompt(String name) {
        return parameter(name, new Rule.Words(1 << 20, Rule.Words.Use.PROMPT), Value.of(""), Node::text);
    }

    /** Names of styles, set apart by commas. */
    protected final Param<String> styles(String name) {
        return parameter(name, new Rule.Words(1000, Rule.Words.Use.STYLES), Value.of(""), Node::text);
    }

    /** A whole number. */
    protected final Param<Integer> whole(String name, int standard, Rule.Whole rule) {
        return parameter(name, rule, Value.of(standard), v -> Math.toIntExact(((Value.Number) v).asLong().orElseThrow()));
    }

    /** A number as it is written. */
    protected final Param<Value.Number> number(String name, String standard, Rule rule) {
        return parameter(name, rule, new Value.Number(standard), v -> (Value.Number) v);
    }

    /** A number. */
    protected final Param<Double> real(String name, double standard, Rule.Real rule) {
        return parameter(name, rule, Value.of(standard), v -> ((Value.Number) v).asDouble());
    }

    /** One of some. */
    protected final <E> Param<E> choice(String name, E standard, E[] all, Function<E, String> id) {
        return parameter(name, new Rule.Choice(Arrays.stream(all).map(id).toList()), Value.of(id.apply(standard)),
                v -> Arrays.stream(all).filter(e -> id.apply(e).equals(text(v))).findFirst().orElseThrow());
    }

    /** One of an enum, each called by its name in small letters with hyphens. */
    protected final <E extends Enum<E>> Param<E> choice(String name, E standard) {
        return choice(name, standard, standard.getDeclaringClass().getEnumConstants(), e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Yes or no. */
    protected final Param<Boolean> truth(String name, boolean standard) {
        return parameter(name, new Rule.Truth(), Value.of(standard), v -> ((Value.Truth) v).on());
    }

    /** One of some words. */
    protected final Param<String> oneOf(String name, String standard, String... others) {
        List<String> all = new ArrayList<>(List.of(standard));
        all.addAll(List.of(others));
        return parameter(name, new Rule.Choice(all), Value.of(standard), Node::text);
    }

    /** A seed; its number was drawn before the node runs. */
    protected final Param<Long> seed(String name) {
        return parameter(name, new Rule.Seed(), new Value.Seed(easel.graph.SeedMode.RANDOM, OptionalLong.empty()),
                v -> ((Value.Seed) v).number().orElseThrow());
    }

    /** A file, or one of the names that stand for one. */
    protected final Param<String> file(String name, Rule.File.Of of, String standard, String... names) {
        return parameter(name, new Rule.File(of, List.of(names)), Value.of(standard), Node::text);
    }

    /**
     * Shapes drawn on a picture.
     *
     * @param on the input that the picture comes to
     */
    protected final Param<Value.Shapes> shapes(String name, In<?> on) {
        return parameter(name, new Rule.Shapes(on.name()), Value.Shapes.NONE, Value.Shapes.class::cast);
    }

    /** A folder to write into. */
    protected final Param<Optional<Path>> folder(String name) {
        return parameter(name, new Rule.Folder(false), Value.of(""), v -> text(v).isEmpty() ? Optional.empty() : Optional.of(Path.of(text(v))));
    }

    /** A folder to read from. */
    protected final Param<String> folderToRead(String name) {
        return parameter(name, new Rule.Folder(true), Value.of(""), Node::text);
    }

    /** Declares that of two inputs it reads only one, by yes or no: what leads to the other alone is not made. */
    protected final void readsEither(Param<Boolean> on, String yes, String no) {
        either = new Schema.Either(on.name(), yes, no);
    }

    /** The parameter just declared is one that most people never touch. */
    protected final <T> Param<T> advanced(Param<T> declared) {
        Schema.Parameter last = parameters.removeLast();
        parameters.add(new Schema.Parameter(last.name(), last.rule(), last.standard(), true));
        return declared;
    }

    private <T> Param<T> parameter(String name, Rule rule, Value standard, Function<Value, T> reading) {
        parameters.add(new Schema.Parameter(name, rule, standard));
        return new Param<>(name, reading);
    }

    private static String text(Value value) {
        return ((Value.Text) value).text();
    }
}
