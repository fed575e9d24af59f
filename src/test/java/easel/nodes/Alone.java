package easel.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ContextKey;
import easel.engine.Embedding;
import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.ImageRequest;
import easel.engine.Lora;
import easel.engine.ModelFiles;
import easel.engine.Picture;
import easel.engine.Result;
import easel.engine.VideoRequest;
import easel.format.FileNames;
import easel.format.PictureFile;
import easel.graph.NodeId;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/** One node run by itself: what comes in, what is set, and what it gives. */
public final class Alone implements Run {

    private final Node node;
    private final Schema schema;
    private final Map<String, Object> came = new HashMap<>();
    private final Map<String, Value> set = new HashMap<>();
    private final Map<String, Object> given = new HashMap<>();
    private @Nullable Path pictures;
    private @Nullable Upscaling upscaling;

    private Alone(Node node) {
        this.node = node;
        schema = node.schema();
    }

    public static Alone of(Node node) {
        return new Alone(node);
    }

    /** What stands for the engine where a picture is enlarged. */
    @FunctionalInterface
    public interface Upscaling {
        Picture of(Picture picture, int tile) throws EngineException;
    }

    public Alone upscaling(Upscaling by) {
        upscaling = by;
        return this;
    }

    /** Where it saves. */
    public Alone into(Path folder) {
        pictures = folder;
        return this;
    }

    public static Alone node(String type) {
        return new Alone(Catalogue.node(type).orElseThrow());
    }

    /** Sets a parameter as typed on a command line. */
    public Alone with(String parameter, Object text) {
        Rule rule = schema.parameter(parameter).orElseThrow().rule();
        Value value = rule.read(text.toString());
        assertThat(rule.allows(value)).as("%s = %s", parameter, text).isTrue();
        set.put(parameter, value);
        return this;
    }

    /** Feeds an input: a picture becomes what the input takes. */
    public Alone on(String input, Object value) {
        String type = schema.typeOf(input).orElseThrow().name();
        came.put(input, value instanceof Picture picture ? type.equals("MASK") ? new Mask(picture) : new Image(picture, null) : value);
        return this;
    }

    /** Runs it and gives the picture or the mask of its first output. */
    public Picture picture() {
        return picture(schema.outputs().getFirst().name());
    }

    /** ... of one of its outputs. */
    public Picture picture(String output) {
        return switch (value(output)) {
            case Image image -> image.picture();
            case Mask mask -> mask.picture();
            case Object other -> throw new AssertionError(other);
        };
    }

    public double number(String output) {
        return ((Value.Number) value(output)).asDouble();
    }

    /** Runs it and gives what one of its outputs gave. */
    public Object value(String output) {
        try {
            node.run(this);
        } catch (EngineException | easel.format.PictureException e) {
            throw new AssertionError(e);
        }
        return given.get(output);
    }

    /** Three channels from a function of place and channel. */
    public static Picture colours(int width, int height, Sample sample) {
        byte[] samples = new byte[width * height * 3];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) sample.at(at / 3 % width, at / 3 / width, at % 3);
        }
        return Picture.of(width, height, 3, samples);
    }

    /** One channel. */
    public static Picture grey(int width, int height, IntBinaryOperator sample) {
        byte[] samples = new byte[width * height];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) sample.applyAsInt(at % width, at / width);
        }
        return Picture.of(width, height, 1, samples);
    }

    /** A picture in which no two neighbours are alike. */
    public static Picture motley(int width, int height, int channels) {
        byte[] samples = new byte[width * height * channels];
        for (int at = 0; at < samples.length; at++) {
            samples[at] = (byte) (at * 37 % 251);
        }
        return Picture.of(width, height, channels, samples);
    }

    /** One sample of a picture. */
    @FunctionalInterface
    public interface Sample {
        int at(int x, int y, int channel);
    }

    @Override
    public <T> T get(In<T> input) {
        return input.read(Optional.ofNullable(came.get(input.name())));
    }

    @Override
    public Optional<easel.pixels.Sizing.Size> size(In<?> input) {
        return Optional.empty();
    }

    @Override
    public <T> T get(Param<T> parameter) {
        return parameter.read(set.getOrDefault(parameter.name(), schema.parameter(parameter.name()).orElseThrow().standard()));
    }

    @Override
    public <T> void give(Out<T> output, T value) {
        given.put(output.name(), value);
    }

    @Override
    public <T> void giveAll(Out<T> output, Batch values) {
        given.put(output.name(), values);
    }

    @Override
    public NodeId node() {
        return new NodeId("alone");
    }

    @Override
    public int readers(Out<?> output) {
        return 1;
    }

    @Override
    public Execution execution() {
        return Execution.cpu(2);
    }

    @Override
    public void round(int place, int of) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Result.Painted paint(NodeId origin, ContextKey context, ImageRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Result.Filmed film(ContextKey context, VideoRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Picture canny(Picture picture, double high, double low) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Picture upscale(Path model, Picture picture, int tile) throws EngineException {
        return Objects.requireNonNull(upscaling).of(picture, tile);
    }

    @Override
    public void convert(Path model, @Nullable Path vae, Path to, easel.engine.GgufType type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void will(ModelFiles files, Loading loading, int width, int height) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void shows(NodeId origin, Image image) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModelFiles starter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isStarter(ModelFiles files) {
        return false;
    }

    @Override
    public Path file(Param<String> parameter) {
        return Path.of(get(parameter)).toAbsolutePath();
    }

    @Override
    public void examine(ModelFiles files, List<Embedding> embeddings, List<Lora> loras) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Boolean> isUnet(ModelFiles files) {
        return Optional.empty();
    }

    @Override
    public easel.prompt.Lexicon lexicon() {
        Path all = pictures == null ? Path.of("nowhere") : pictures;
        return new easel.prompt.Lexicon(new easel.platform.Folders(all, all, all, all));
    }

    @Override
    public String version() {
        return "0";
    }

    @Override
    public Path pictures() {
        return Objects.requireNonNull(pictures);
    }

    @Override
    public String workflow() {
        return "{}";
    }

    @Override
    public FileNames.Saving saving(byte[] packed) {
        return to -> PictureFile.writeNew(to, packed);
    }

    @Override
    public void showed(Image image) {
        given.put("shown", image);
    }

    @Override
    public void wrote(Path file) {
        given.put("file", file);
    }

    @Override
    public void wrote(Path file, Image image) {
        given.put("file", file);
    }
}
