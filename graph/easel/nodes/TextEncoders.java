package easel.nodes;

import easel.engine.EngineException;
import easel.engine.Failure;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.engine.weights.ModelCheck;
import easel.engine.weights.ModelFile;
import easel.engine.weights.ModelKind;
import java.nio.file.Path;
import java.util.List;

/** Text encoders in files of their own; their headers say which is which. */
public final class TextEncoders {

    private TextEncoders() {}

    /**
     * The files as parts of a model; empty names are left out.
     *
     * @throws EngineException if one of them is no text encoder, or cannot be read
     */
    public static ModelFiles of(List<String> names) throws EngineException {
        ModelFiles files = ModelFiles.none();
        for (String name : names) {
            if (!name.isEmpty()) {
                ModelFile file = ModelCheck.read(Path.of(name).toAbsolutePath());
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
