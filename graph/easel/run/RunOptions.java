package easel.run;

import easel.engine.Execution;
import easel.engine.Preview;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs to know beside the document.
 *
 * @param execution where and how the engine works, or null for the first GPU, else the processor with a thread a core
 * @param preview   what is shown while it samples; changes no pixel
 * @param pictures  the folder for Save nodes that name none
 */
public record RunOptions(@Nullable Execution execution, Preview preview, Path pictures) {

    /** Saving into {@code pictures}, previews by the small autoencoder, on what the machine has. */
    public static RunOptions into(Path pictures) {
        return new RunOptions(null, Preview.TAE, pictures);
    }
}
