package easel.engine.ffm;

import easel.engine.ContextKey;
import easel.engine.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file as it lies on the disk now: a model that was replaced under the same name is another model. */
record FileStamp(Path file, long size, long modifiedMillis) {

    static List<FileStamp> ofAll(ContextKey key) {
        return Stream.concat(key.files().parts().values().stream(), key.embeddings().stream().map(Embedding::file))
                .map(FileStamp::of).toList();
    }

    private static FileStamp of(Path file) {
        try {
            return new FileStamp(file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
        } catch (IOException gone) {
            return new FileStamp(file, -1, -1);   // the load that follows says so
        }
    }
}
