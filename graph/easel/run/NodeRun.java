package easel.run;

import easel.engine.ContextKey;
import easel.engine.Embedding;
import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.GgufType;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.Lora;
import easel.engine.ModelFiles;
import easel.engine.Outcome;
import easel.engine.Picture;
import easel.engine.Result;
import easel.engine.VideoRequest;
import easel.format.FileNames;
import easel.format.PictureFile;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Batch;
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
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of one node in a job. */
final class NodeRun implements Run {

    private final JobRun job;
    private final Step step;
    private final Map<String, Object> came;
    private final String saveAs;
    private final Map<String, Object> given = new HashMap<>();
    private @Nullable Image written;
    private @Nullable Path file;

    /**
     * @param came   by input
     * @param saveAs what a picture that it writes is remembered as
     */
    NodeRun(JobRun job, Step step, Map<String, Object> came, String saveAs) {
        this.job = job;
        this.step = step;
        this.came = came;
        this.saveAs = saveAs;
    }

    /** What the node gave. */
    Outputs outputs() {
        return new Outputs(given, written, file);
    }

    @Override
    public <T> T get(In<T> input) {
        return input.read(Optional.ofNullable(came.get(input.name())));
    }

    @Override
    public Optional<Sizing.Size> size(In<?> input) {
        return switch (came.get(input.name())) {
            case Image(Picture picture, var _) -> Optional.of(new Sizing.Size(picture.width(), picture.height()));
            case Mask(Picture picture) -> Optional.of(new Sizing.Size(picture.width(), picture.height()));
            case null, default -> Optional.empty();
        };
    }

    @Override
    public <T> T get(Param<T> parameter) {
        Schema.Parameter declared = step.schema().parameter(parameter.name()).orElseThrow();
        // Plain values travel between nodes in the shape in which nodes keep them.
        Value value = (Value) came.get(parameter.name());
        if (value == null) {
            return parameter.read(step.node().value(parameter.name()).orElse(declared.standard()));
        }
        Rule rule = declared.rule();
        return parameter.read(Constants.converted(value, Optional.empty(), rule).filter(rule::allows).orElseThrow(() ->
                Unfoldable.at(parameter.name(), Problem.Code.BAD_VALUE, parameter.name(), Value.shown(value), rule.allowed())));
    }

    @Override
    public <T> void give(Out<T> output, T value) {
        given.put(output.name(), output.port().carries().cast(value));
    }

    @Override
    public <T> void giveAll(Out<T> output, Batch values) {
        values.values().forEach(output.port().carries()::cast);
        given.put(output.name(), values);
    }

    @Override
    public Execution execution() {
        return job.execution();
    }

    @Override
    public NodeId node() {
        return step.id();
    }

    @Override
    public int readers(Out<?> output) {
        return job.readers(new OutputRef(step.id(), output.name()));
    }

    @Override
    public void round(int place, int of) {
        job.round(place, of);
    }

    @Override
    public Result.Painted paint(NodeId origin, ContextKey context, ImageRequest request) throws EngineException {
        return painted(job.paint(origin, step, new Job.Paint(context, request, job.preview())));
    }

    @Override
    public Picture upscale(Path model, Picture picture, int tile) throws EngineException {
        return painted(job.engine(step, new Job.Upscale(model, execution(), picture, tile))).picture();
    }

    @Override
    public Picture canny(Picture picture, double high, double low) throws EngineException {
        return painted(job.engine(step, new Job.Canny(picture, high, low))).picture();
    }

    @Override
    public Result.Filmed film(ContextKey context, VideoRequest request) throws EngineException {
        return switch (job.paint(step.id(), step, new Job.Film(context, request, job.preview()))) {
            case Outcome.Done(Result.Filmed filmed) -> filmed;
            case Outcome.Done(Result other) -> throw new EngineException(new Failure.EngineFailed(other.getClass().getSimpleName() + " instead of a video"));
            case Outcome.Failed(Failure failure) -> throw new EngineException(failure);
        };
    }

    @Override
    public void convert(Path model, @Nullable Path vae, Path to, GgufType type) throws EngineException {
        if (job.engine(step, new Job.Convert(model, vae, to, type.id())) instanceof Outcome.Failed(Failure failure)) {
            throw new EngineException(failure);
        }
    }

    private static Result.Painted painted(Outcome outcome) throws EngineException {
        return switch (outcome) {
            case Outcome.Done(Result.Painted painted) -> painted;
            case Outcome.Done(Result other) -> throw new EngineException(new Failure.EngineFailed(other.getClass().getSimpleName() + " instead of a picture"));
            case Outcome.Failed(Failure failure) -> throw new EngineException(failure);
        };
    }

    @Override
    public void will(ModelFiles files, Loading loading, int width, int height) {
        // It is asked for soon enough.
    }

    @Override
    public void shows(NodeId origin, Image image) {
        if (!origin.equals(step.id())) {
            job.shows(origin, image);
        }
    }

    @Override
    public ModelFiles starter() throws EngineException {
        return job.starter().files();
    }

    @Override
    public boolean isStarter(ModelFiles files) {
        return job.starter().isIn(files);
    }

    @Override
    public Path file(Param<String> parameter) throws EngineException {
        return ChosenFile.of(step.schema().parameter(parameter.name()).orElseThrow(), get(parameter), job.starter(), job.lexicon());
    }

    @Override
    public void examine(ModelFiles files, List<Embedding> embeddings, List<Lora> loras) {
        // They are looked at as part of the whole job, where it is given to the engine.
    }

    @Override
    public Optional<Boolean> isUnet(ModelFiles files) {
        return Optional.empty();   // whoever asked was told before
    }

    @Override
    public Lexicon lexicon() {
        return job.lexicon();
    }

    @Override
    public String version() {
        return Version.TEXT;
    }

    @Override
    public Path pictures() {
        return job.pictures();
    }

    @Override
    public String workflow() {
        return job.workflow();
    }

    @Override
    public FileNames.Saving saving(byte[] packed) {
        return to -> {
            job.intends(saveAs, to, packed);
            PictureFile.writeNew(to, packed);
        };
    }

    @Override
    public void showed(Image image) {
        written = image;
    }

    @Override
    public void wrote(Path to) {
        file = to;
    }

    @Override
    public void wrote(Path to, Image image) {
        file = to;
        written = image;
    }
}
