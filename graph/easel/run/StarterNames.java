package easel.run;

import easel.engine.EngineException;
import easel.engine.weights.Starter;
import easel.models.Kind;
import easel.prompt.BundledFiles;
import java.nio.file.Path;
import java.util.Map;

/** What prompts can name of the weights that come with Easel. */
record StarterNames(Starter starter) implements BundledFiles {

    @Override
    public Map<String, Path> places(Kind kind) {
        return switch (kind) {
            case LORA -> starter.places(Starter.Kind.LORA);
            case EMBEDDING -> starter.places(Starter.Kind.EMBEDDING);
            default -> Map.of();
        };
    }

    @Override
    public boolean isThere(Path file) {
        try {
            starter.unpack(file);
            return true;
        } catch (EngineException missing) {
            return false;   // who names it is told that there is none
        }
    }
}
