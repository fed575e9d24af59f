package easel.run;

import easel.engine.EngineException;
import easel.engine.weights.Starter;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.prompt.Lexicon;
import java.nio.file.Path;

/** The file that a parameter's text means: one that comes with Easel, one of that path, or a model of that short name. */
final class ChosenFile {

    private ChosenFile() {}

    /** @throws EngineException if it comes with Easel and cannot be unpacked */
    static Path of(Schema.Parameter parameter, String text, Starter starter, Lexicon lexicon) throws EngineException {
        return !(parameter.rule() instanceof Rule.File file) || file.names().contains(text) ? starter.file(text)
                : lexicon.models().file(file.of(), text).toAbsolutePath();
    }
}
