package easel.nodes;

import easel.engine.ContextKey;
import easel.engine.Embedding;
import easel.engine.EngineException;
import easel.engine.Execution;
import easel.engine.GgufType;
import easel.engine.ImageRequest;
import easel.engine.Lora;
import easel.engine.ModelFiles;
import easel.engine.Picture;
import easel.engine.Result;
import easel.engine.VideoRequest;
import easel.format.FileNames;
import easel.graph.NodeId;
import easel.pixels.Sizing;
import easel.prompt.Lexicon;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of one node: what came in, what goes out, and the way to the engine. */
public interface Run extends Values {

    /** What came in. */
    <T> T get(In<T> input);

    /** How large a picture or a mask that comes in is, as far as that is known: looking ahead, they themselves are blanks. */
    Optional<Sizing.Size> size(In<?> input);

    /** A parameter's value; empty while looking ahead if only the run will know it. */
    default <T> Optional<T> known(Param<T> parameter) {
        return Optional.of(get(parameter));
    }

    /** Gives an output several values. */
    <T> void giveAll(Out<T> output, Batch values);

    /** Where and how the engine works. */
    Execution execution();

    /** The node that runs. */
    NodeId node();

    /** How many inputs of other nodes an output of this one feeds. */
    int readers(Out<?> output);

    /**
     * Tells that what is painted from now on is one of several pictures of about the same size that this run has painted, so
     * that its progress counts over all of them.
     *
     * @param place from 0
     */
    void round(int place, int of);

    /**
     * Has a picture painted and waits for it. The same picture asked for twice in a job is painted once.
     *
     * @param origin the node that shows progress and previews
     * @throws EngineException if there is none; also when the job was cancelled
     */
    Result.Painted paint(NodeId origin, ContextKey context, ImageRequest request) throws EngineException;

    /**
     * Has a video painted and waits for it; this node shows how it goes.
     *
     * @throws EngineException if there is none; also when the job was cancelled
     */
    Result.Filmed film(ContextKey context, VideoRequest request) throws EngineException;

    /**
     * Has a picture enlarged by an ESRGAN model and waits for it.
     *
     * @param model   its file
     * @param picture three channels
     * @param tile    edge of a tile in pixels of the small picture
     * @throws EngineException if it cannot be; also when the job was cancelled
     */
    Picture upscale(Path model, Picture picture, int tile) throws EngineException;

    /**
     * Has the engine draw a picture's edges and waits for it.
     *
     * @param picture three channels
     * @param high    how steep a strong edge is, as a part of the steepest slope there is
     * @param low     how steep one is that hangs on a strong one, as a part of that
     * @throws EngineException if it cannot; also when the job was cancelled
     */
    Picture canny(Picture picture, double high, double low) throws EngineException;

    /**
     * Has a model written again as GGUF and waits for it.
     *
     * @param vae  a VAE to put in, or null
     * @param to   the file, which the engine writes as it goes
     * @param type of its weights
     * @throws EngineException if it cannot be; also when the job was cancelled, which leaves a part of the file
     */
    void convert(Path model, @Nullable Path vae, Path to, GgufType type) throws EngineException;

    /**
     * Tells, looking ahead, that a picture will be painted; in the order in which they will.
     *
     * @param files   the model's
     * @param loading how it is brought into memory
     * @param width   of the picture in pixels, a second pass's if there is one
     * @param height  likewise
     */
    void will(ModelFiles files, Loading loading, int width, int height);

    /** Tells what became of a picture painted for {@code origin}. */
    void shows(NodeId origin, Image image);

    /** The files of the bundled starter, unpacked the first time. */
    ModelFiles starter() throws EngineException;

    /** Whether these are painted with by the bundled starter; unpacks nothing. */
    boolean isStarter(ModelFiles files);

    /**
     * The file that a parameter names; not for one that names none.
     *
     * @throws EngineException if it comes with Easel and cannot be unpacked
     */
    Path file(Param<String> parameter) throws EngineException;

    /**
     * Looks at the headers of a model's files and the embeddings and LoRAs on it, before the run; in the run the engine does it.
     *
     * @throws EngineException if they cannot be taken
     */
    void examine(ModelFiles files, List<Embedding> embeddings, List<Lora> loras) throws EngineException;

    /** Whether a picture's file has more bits a sample than are kept, told before the run; in the run nobody asks. */
    default boolean isDeep(Path picture) {
        return false;
    }

    /** Whether a model is a UNet, before the run; empty if that is not known. */
    Optional<Boolean> isUnet(ModelFiles files);

    /** What prompts can name. */
    Lexicon lexicon();

    /** This Easel's version. */
    String version();

    /** The folder for pictures where a node names none. */
    Path pictures();

    /** The workflow that is run, as text for a picture's metadata: seeds as they were used. */
    String workflow();

    /**
     * How this run writes a new file of these bytes: what it is about to write is remembered first, so that a job that begins
     * again after a crash finds its file instead of writing a second one.
     */
    FileNames.Saving saving(byte[] packed);

    /** Tells which picture a node shows that gives none. */
    void showed(Image image);

    /** Tells that something that is no picture now lies in a file. */
    void wrote(Path file);

    /** Tells that a picture now lies in a file. */
    void wrote(Path file, Image image);
}
