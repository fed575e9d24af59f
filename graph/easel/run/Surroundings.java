package easel.run;

import easel.engine.Engine;
import easel.engine.weights.Starter;
import java.nio.file.Path;

/**
 * What keys depend on beside the document.
 *
 * @param salt     what changes pixels everywhere: engine build, kind of device, memory rung
 * @param pictures the folder for Save nodes that name none
 * @param engine   looks at model files; no key depends on what it finds
 */
record Surroundings(String salt, Path pictures, Digests digests, Starter starter, Engine engine) {}
