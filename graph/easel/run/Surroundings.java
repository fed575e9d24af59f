package easel.run;

import easel.engine.Engine;
import easel.engine.weights.Starter;
import easel.prompt.Lexicon;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * What keys depend on beside the document.
 *
 * @param salt     what changes pixels everywhere: engine build, kind of device
 * @param pictures the folder for Save nodes that name none
 * @param lexicon  what prompts can name
 * @param engine   looks at model files; no key depends on what it finds
 * @param rungs    how sparing with memory pictures are painted
 * @param known    whether a key's result is at hand
 */
record Surroundings(String salt, Path pictures, Digesting digests, Starter starter, Lexicon lexicon, Engine engine, Rungs rungs,
        Predicate<Key> known) {}
