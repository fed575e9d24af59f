package easel.ui;

import easel.engine.Engine;
import easel.platform.Folders;
import easel.run.Preset;
import easel.run.Studio;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What the window needs to open.
 *
 * @param presets      at least one, in the order people should meet them
 * @param engineMemory bytes the engine's process holds now, negative if there is none or nobody knows; asked off the EDT
 * @param files        pictures and workflows to be opened, from the command line
 */
public record Setup(Studio studio, Engine engine, Folders folders, List<Preset> presets, LongSupplier engineMemory, List<Path> files) {

    public Setup {
        presets = List.copyOf(presets);
        files = List.copyOf(files);
        if (presets.isEmpty()) {
            throw new IllegalArgumentException("the window needs a preset");
        }
    }
}
