package easel.run;

import easel.engine.ContextKey;
import easel.engine.Embedding;
import easel.engine.Engine;
import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.GgufType;
import easel.engine.ImageRequest;
import easel.engine.Lora;
import easel.engine.ModelFiles;
import easel.engine.Picture;
import easel.engine.Result;
import easel.engine.VideoRequest;
import easel.engine.weights.Starter;
import easel.format.PictureException;
import easel.format.FileNames;
import easel.graph.Conversion;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Problem;
import easel.graph.Schema;
import easel.graph.SocketType;
import easel.graph.Value;
import easel.nodes.Batch;
import easel.nodes.Catalogue;
import easel.nodes.Converting;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Loading;
import easel.nodes.Mask;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.pixels.Sizing;
import easel.prompt.Lexicon;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a document's descriptions without running it: describing nodes say what they would say, nodes that force
 * a painting whether the engine could be asked for it. Pictures are blanks meanwhile. What cannot be known before the
 * run is left alone.
 */
final class Foretelling {

    private static final Image BLANK = new Image(Picture.of(8, 8, 3, new byte[8 * 8 * 3]), null);
    private static final Mask NOWHERE = new Mask(Picture.of(8, 8, 1, new byte[8 * 8]));

    private final Map<OutputRef, Object> told = new HashMap<>();
    private final Map<OutputRef, Integer> readers = new HashMap<>();
    private final Map<NodeId, Map<String, OutputRef>> sources;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<NodeId, List<Painting>> paintings = new HashMap<>();
    private final Map<InputRef, Path> files;
    private final Map<Examined, Optional<Failure>> examined = new HashMap<>();
    private final Map<NodeId, Sizing.Size> loaded;
    private final PictureHeads heads;
    private final Starter starter;
    private final Lexicon lexicon;
    private final Engine engine;

    private record Examined(ModelFiles files, List<Embedding> embeddings, List<Lora> loras) {}

    /** A picture that a node will have painted. */
    record Painting(ModelFiles files, Loading loading, Ladder.Size size) {}

    /**
     * @param sources by node and input, where values really come from
     * @param files   which were chosen where
     * @param loaded  how large the pictures are that nodes take from files
     * @param heads   what is known of pictures' files
     * @param starter the bundled weights
     * @param lexicon what prompts can name
     * @param engine  looks at model files
     */
    Foretelling(Map<NodeId, Map<String, OutputRef>> sources, Map<InputRef, Path> files, Map<NodeId, Sizing.Size> loaded,
            PictureHeads heads, Starter starter, Lexicon lexicon, Engine engine) {
        this.files = files;
        this.loaded = loaded;
        this.heads = heads;
        this.sources = sources;
        this.starter = starter;
        this.lexicon = lexicon;
        this.engine = engine;
        sources.values().forEach(all -> all.values().forEach(from -> readers.merge(from, 1, Integer::sum)));
    }

    /** What was found. */
    List<Problem> problems() {
        return problems;
    }

    /** What each node will have painted, in its order, as far as that can be told now. */
    Map<NodeId, List<Painting>> paintings() {
        return paintings;
    }

    /** Goes on with a node; those that feed it came before. */
    void tell(Node node, Schema schema) {
        try {
            problems.addAll(Catalogue.node(node.type()).orElseThrow().foretell(new OneRun(node, schema)));
        } catch (Unfoldable e) {
            problems.add(e.problem(node.id()));
        } catch (EngineException e) {
            Problem unfit = unfit(e.failure(), node.id());
            if (!problems.contains(unfit)) {
                problems.add(unfit);   // once, however many take from it
            }
        } catch (NotKnown | PictureException | InvalidPathException notBeforeItRuns) {
            // A picture's own problems are told when it runs.
        } catch (Throwable e) {
            problems.add(BrokenNode.told(node.id(), e));
        }
        blank(node.id(), schema);
    }

    /** Goes on past a node of which nothing is known but that it gives pictures. */
    void blank(NodeId node, Schema schema) {
        for (Schema.Output output : schema.outputs()) {
            if (output.type() == SocketType.Known.IMAGE) {
                told.putIfAbsent(new OutputRef(node, output.name()), BLANK);
            } else if (output.type() == SocketType.Known.MASK) {
                told.putIfAbsent(new OutputRef(node, output.name()), NOWHERE);
            }
        }
    }

    /** Told where the file was chosen, if that was in a node. */
    private Problem unfit(Failure failure, NodeId otherwise) {
        return failure.arguments().stream().filter(Path.class::isInstance).findFirst().flatMap(file -> chosen((Path) file))
                .map(at -> Problem.at(at, Problem.Code.UNFIT_MODEL, failure))
                .orElseGet(() -> Problem.at(otherwise, Problem.Code.UNFIT_MODEL, failure));
    }

    private Optional<InputRef> chosen(Path file) {
        return files.entrySet().stream().filter(use -> sources.containsKey(use.getKey().node()) && use.getValue().toAbsolutePath().equals(file))
                .map(Map.Entry::getKey).min(Comparator.comparing(InputRef::toString));
    }

    /** Something that only the run will know. */
    private static final class NotKnown extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotKnown(String what) {
            super(what, null, false, false);
        }
    }

    private final class OneRun implements Run {

        private final Node node;
        private final Schema schema;

        OneRun(Node node, Schema schema) {
            this.node = node;
            this.schema = schema;
        }

        @Override
        public <T> T get(In<T> input) {
            OutputRef from = sources.get(node.id()).get(input.name());
            return input.read(from == null ? Optional.empty() : Optional.of(converted(input.name(), known(from))));
        }

        @Override
        public Optional<Sizing.Size> size(In<?> input) {
            return Optional.ofNullable(sources.get(node.id()).get(input.name())).map(from -> loaded.get(from.node()));
        }

        private Object converted(String input, Object value) {
            Optional<Conversion> conversion = node.conversion(input).flatMap(Conversion::of);
            return conversion.isEmpty() ? value : Converting.of(value, conversion.get()).orElseThrow(() -> new NotKnown(input));
        }

        private Object known(OutputRef from) {
            Object value = told.get(from);
            if (value == null) {
                throw new NotKnown(from.toString());
            }
            return value;
        }

        @Override
        public <T> T get(Param<T> parameter) {
            OutputRef from = sources.get(node.id()).get(parameter.name());
            Schema.Parameter declared = schema.parameter(parameter.name()).orElseThrow();
            Value value = from == null ? node.value(parameter.name()).orElse(declared.standard())
                    : Constants.converted((Value) converted(parameter.name(), known(from)), Optional.empty(), declared.rule()).filter(declared.rule()::allows)
                            .orElseThrow(() -> new NotKnown(parameter.name()));
            // Two seeds that are not drawn yet will not be the same.
            return parameter.read(value instanceof Value.Seed seed && seed.number().isEmpty() ? seed.drawn(node.id().hashCode() & 0xFFFFFFFFL) : value);
        }

        @Override
        public <T> Optional<T> known(Param<T> parameter) {
            try {
                return Optional.of(get(parameter));
            } catch (NotKnown onlyInTheRun) {
                return Optional.empty();
            }
        }

        @Override
        public <T> void give(Out<T> output, T value) {
            told.put(new OutputRef(node.id(), output.name()), value);
        }

        @Override
        public <T> void giveAll(Out<T> output, Batch values) {
            // What takes one runs for each of them, and differs in its seed alone: the first stands for all.
            told.put(new OutputRef(node.id(), output.name()), values.values().getFirst());
        }

        @Override
        public NodeId node() {
            return node.id();
        }

        @Override
        public int readers(Out<?> output) {
            return readers.getOrDefault(new OutputRef(node.id(), output.name()), 0);
        }

        @Override
        public ModelFiles starter() {
            return starter.places();
        }

        @Override
        public boolean isStarter(ModelFiles files) {
            return starter.isIn(files);
        }

        @Override
        public Path file(Param<String> parameter) throws EngineException {
            return ChosenFile.of(schema.parameter(parameter.name()).orElseThrow(), get(parameter), starter, lexicon);
        }

        @Override
        public Lexicon lexicon() {
            return lexicon;
        }

        @Override
        public String version() {
            return Version.TEXT;
        }

        @Override
        public Execution execution() {
            throw new NotKnown("execution");
        }

        @Override
        public void round(int place, int of) {
            // Nothing is painted yet.
        }

        @Override
        public Result.Painted paint(NodeId origin, ContextKey context, ImageRequest request) {
            throw new NotKnown("a picture");
        }

        @Override
        public Result.Filmed film(ContextKey context, VideoRequest request) {
            throw new NotKnown("a video");
        }

        @Override
        public Picture upscale(Path model, Picture picture, int tile) {
            throw new NotKnown("a picture");
        }

        @Override
        public Picture canny(Picture picture, double high, double low) {
            throw new NotKnown("a picture");
        }

        @Override
        public void convert(Path model, @Nullable Path vae, Path to, GgufType type) {
            throw new NotKnown("a file");
        }

        @Override
        public void will(ModelFiles files, Loading loading, int width, int height) {
            paintings.computeIfAbsent(node.id(), _ -> new ArrayList<>()).add(new Painting(files, loading, Ladder.Size.picture(width, height)));
        }

        @Override
        public void examine(ModelFiles files, List<Embedding> embeddings, List<Lora> loras) throws EngineException {
            if (!starter.isUnpacked(Starter.CHECKPOINT) && files.parts().values().stream().anyMatch(starter.places().parts().values()::contains)) {
                return;   // the run unpacks them
            }
            Optional<Failure> wrong = examined.computeIfAbsent(new Examined(files, embeddings, loras), e -> engine.examine(e.files, e.embeddings, e.loras));
            if (wrong.isPresent()) {
                throw new EngineException(wrong.get());
            }
        }

        @Override
        public boolean isDeep(Path picture) {
            return heads.isDeep(picture, FileStamp.of(picture));
        }

        @Override
        public Optional<Boolean> isUnet(ModelFiles files) {
            return engine.isUnet(files);
        }

        @Override
        public void shows(NodeId origin, Image image) {
            throw new NotKnown("a picture");
        }

        @Override
        public Path pictures() {
            throw new NotKnown("pictures");
        }

        @Override
        public String workflow() {
            throw new NotKnown("workflow");
        }

        @Override
        public FileNames.Saving saving(byte[] packed) {
            throw new NotKnown("a file");
        }

        @Override
        public void showed(Image image) {
            throw new NotKnown("a picture");
        }

        @Override
        public void wrote(Path file) {
            throw new NotKnown("a file");
        }

        @Override
        public void wrote(Path file, Image image) {
            throw new NotKnown("a file");
        }
    }
}
