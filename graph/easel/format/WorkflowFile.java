package easel.format;

import easel.graph.Document;
import easel.platform.SystemWord;
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
    public static final int VERSION = Migrations.ALL.newest();

    /** What file names end in. */
    public static final String ENDING = ".easel.json";

    // 10,000 nodes take about 6 MB; what is larger was not made by people.
    private static final long LARGEST = 32L << 20;

    private WorkflowFile() {}

    /** Reads a file. */
    public static Document read(Path file) throws WorkflowException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new WorkflowException(WorkflowException.Code.TOO_LARGE, LARGEST >> 20);
            }
            // Not newBufferedReader: a byte that is no UTF-8 is a wrong letter in a prompt, no reason to refuse the file.
            return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new WorkflowException(WorkflowException.Code.UNREADABLE, SystemWord.of(e));
        }
    }

    /** Reads the text of a workflow, such as a picture carries. */
    public static Document parse(String text) throws WorkflowException {
        return parse(text, Migrations.ALL);
    }

    static Document parse(String text, Migrations migrations) throws WorkflowException {
        if (text.length() > LARGEST) {
            throw new WorkflowException(WorkflowException.Code.TOO_LARGE, LARGEST >> 20);
        }
        WorkflowReader reader = new WorkflowReader(new StringReader(text), migrations.newest());
        Document document = reader.read();
        return reader.older().isEmpty() ? document
                : new WorkflowReader(new StringReader(migrations.migrated(text, reader.older().getAsInt())), migrations.newest()).read();
    }

    /** Reads the text of a workflow from {@code in}, which stays open. */
    public static Document read(Reader in) throws WorkflowException {
        try {
            StringWriter text = new StringWriter();
            char[] some = new char[8192];
            for (int n = in.read(some); n >= 0 && text.getBuffer().length() <= LARGEST; n = in.read(some)) {
                text.write(some, 0, n);
            }
            return parse(text.toString());
        } catch (IOException e) {
            throw new WorkflowException(WorkflowException.Code.UNREADABLE, SystemWord.of(e));
        }
    }

    /** The text of a workflow; ends with a line break. */
    public static String text(Document document) {
        StringWriter out = new StringWriter(1024);
        try {
            new WorkflowWriter(out).write(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);   // a StringWriter has none
        }
        // Half a character, such as a cut emoji, cannot be read again, nor be in any file.
        return WritableText.of(out.append('\n').toString());
    }

    /** Writes a workflow to {@code file}, in place of what was there. */
    public static void write(Path file, Document document) throws IOException {
        WholeFile.write(file, text(document).getBytes(StandardCharsets.UTF_8));
    }
}
