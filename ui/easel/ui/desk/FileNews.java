package easel.ui.desk;

import easel.graph.Document;
import easel.platform.SystemWord;
import java.nio.file.Path;

/** What a person should know about a tab's file, and decide. */
public sealed interface FileNews {

    /** Others have written it. */
    record Changed(Path file, Document theirs) implements FileNews {}

    /** Others have written something into it that is no workflow. */
    record Damaged(Path file, String sentence) implements FileNews {}

    /** It is no longer there. */
    record Gone(Path file) implements FileNews {}

    /** It could not be written; {@code reason} is the system's word. */
    record NotWritten(Path file, SystemWord reason) implements FileNews {}
}
