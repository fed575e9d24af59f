package easel.support;

import easel.format.WorkflowException;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.run.Preset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A small preset for tests that need any: words become a picture of 128x128 in 20 steps. What Easel's own presets set is
 * theirs to change.
 */
public final class PlainPreset {

    private PlainPreset() {}

    public static Preset preset() {
        return new Preset("text-to-image", document());
    }

    public static Document document() {
        try (InputStream in = PlainPreset.class.getResourceAsStream("plain.easel.json")) {
            return WorkflowFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (WorkflowException e) {
            throw new AssertionError(e);
        }
    }
}
