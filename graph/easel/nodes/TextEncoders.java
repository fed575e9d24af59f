package easel.nodes;

import easel.engine.EngineException;
import easel.engine.Failure;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.engine.weights.ModelCheck;
import easel.engine.weights.ModelFile;
import easel.engine.weights.ModelKind;
import java.util.List;

/** Text encoders in files of their own; their headers say which is which. */
public final class TextEncoders {

    private TextEncoders() {}

    /**
     * The files that some parameters name, as parts of a model; empty ones are left out.
     *
     * @throws EngineException if one of them is no text encoder, or cannot be read
     */
    public static ModelFiles of(Run run, List<Param<String>> encoders) throws EngineException {
        ModelFiles files = ModelFiles.none();
        for (Param<String> encoder : encoders) {
            if (!run.get(encoder).isEmpty()) {
                ModelFile file = ModelCheck.read(run.file(encoder));
                files = files.with(part(file), file.path());
            }
        }
        return files;
    }

    private static Part part(ModelFile file) throws EngineException {
        return switch (file.kind()) {
            case CLIP_L, CLIP_H -> Part.CLIP_L;
            case CLIP_G -> Part.CLIP_G;
            case T5XXL -> Part.T5XXL;
            case LLM -> Part.LLM;
            default -> throw new EngineException(new Failure.WrongKind(file.path(), file.kind().name(), ModelKind.CLIP_L.name()));
        };
    }
}
