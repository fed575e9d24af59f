package easel.engine.ffm;

import easel.engine.ContextKey;
import easel.engine.EngineException;
import easel.engine.ImageRequest;
import java.lang.foreign.Arena;
import java.nio.file.Path;

/** A request as the library's own structs, for {@code ./bench}: built, and given back. */
public final class NativeRequest {

    private NativeRequest() {}

    /** Has the library at hand, whose calls give the structs what they begin with. */
    public static void open(Path library) throws EngineException {
        Library.load(library);
    }

    /** Builds both structs; gives how many bytes they have. */
    public static long build(ContextKey context, ImageRequest request) {
        try (Arena arena = Arena.ofConfined()) {
            return ContextParameters.of(context, arena).byteSize()
                    + ImageParameters.of(request, request.prompt(), request.negativePrompt(), context, arena).byteSize();
        }
    }
}
