package easel.format;

import easel.graph.Document;
import easel.platform.WholeFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Workflows as {@code *.easel.json}: {@code {"easel":1,...}} in a stable order, one node field a line, so that a
 * difference reads well. What nobody here knows is kept and written back.
 */
public final class WorkflowFile {

    /** The version written here, and the newest read. */
    public static final int VERSION = 1;

    /** What file names end in. */
    public static final String ENDING = ".easel.json";

    // 10,000 nodes take about 6 MB; what is larger was not made by people.
    private static final long LARGEST = 64L << 20;

    private WorkflowFile() {}

    /** Reads a file. */
    public static Document read(Path file) throws WorkflowException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new WorkflowException(WorkflowException.Code.TOO_LARGE, LARGEST >> 20);
            }
            // Not newBufferedReader: a byte that is no UTF-8 is a wrong letter in a prompt, no reason to refuse the file.
            return read(new StringReader(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new WorkflowException(WorkflowException.Code.UNREADABLE, e.toString());
        }
    }

    /** Reads the text of a workflow, such as a picture carries. */
    public static Document parse(String text) throws WorkflowException {
        if (text.length() > LARGEST) {
            throw new WorkflowException(WorkflowException.Code.TOO_LARGE, LARGEST >> 20);
        }
        return read(new StringReader(text));
    }

    /** Reads the text of a workflow from {@code in}, which stays open. */
    public static Document read(Reader in) throws WorkflowException {
        return new WorkflowReader(in).read();
    }

    /** The text of a workflow; ends with a line break. */
    public static String text(Document document) {
        StringWriter out = new StringWriter(1024);
        try {
            new WorkflowWriter(out).write(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);   // a StringWriter has none
        }
        return out.append('\n').toString();
    }

    /** Writes a workflow to {@code file}, in place of what was there. */
    public static void write(Path file, Document document) throws IOException {
        WholeFile.write(file, text(document).getBytes(StandardCharsets.UTF_8));
    }
}
