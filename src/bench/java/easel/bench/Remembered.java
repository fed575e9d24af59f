package easel.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.run.Presets;
import java.nio.file.Path;

/** The settings file of a window that was left with a document open. */
final class Remembered {

    private Remembered() {}

    /** English, dark, saving into {@code pictures}, the first preset as {@code document} says. */
    static String settings(Document document, Path pictures) {
        JsonObject look = new JsonObject();
        look.addProperty("language", "ENGLISH");
        look.addProperty("appearance", "DARK");
        JsonObject documents = new JsonObject();
        documents.addProperty(Presets.FIRST, WorkflowFile.text(document));
        JsonObject work = new JsonObject();
        work.addProperty("outputFolder", pictures.toString());
        work.add("documents", documents);
        work.add("results", new JsonArray());
        JsonObject settings = new JsonObject();
        settings.addProperty("version", 1);
        settings.add("look", look);
        settings.add("work", work);
        return settings.toString();
    }
}
