package easel.cli;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a command's pictures go.
 *
 * @param name the file's name without its ending, or empty for names made from date, prompt and seed
 */
record Target(Path folder, String name) {

    /** A path that ends in {@code .png} is a file, everything else a folder. */
    static Target of(Path out) {
        Path absolute = out.toAbsolutePath().normalize();
        String name = absolute.getFileName() == null ? "" : absolute.getFileName().toString();
        boolean isFile = name.toLowerCase(Locale.ROOT).endsWith(".png") && !Files.isDirectory(absolute);
        if (!isFile && name.matches("(?i).*\\.(jpe?g|webp|gif|bmp|tiff?)") && !Files.isDirectory(absolute)) {
            throw Failed.wrongUse("onlyPng");
        }
        Path folder = isFile ? absolute.getParent() : absolute;
        if (!GenerateCommand.isWritable(folder)) {
            throw Failed.because("notWritable", folder);
        }
        return new Target(folder, isFile ? name.substring(0, name.length() - 4) : "");
    }

    /** The document with its Save nodes writing here, names made anew. */
    Document on(Document document) {
        return on(document, true);
    }

    /**
     * The document with its Save nodes writing here.
     *
     * @param anew whether their own patterns for names go as well, where this is no file
     */
    Document on(Document document, boolean anew) {
        Document changed = document;
        for (Node node : document.nodes()) {
            if (node.type().equals("save-image") && !name.isEmpty()) {
                changed = new Edit.SetParameter(new InputRef(node.id(), "filename_prefix"), Value.of(name)).on(changed);
            }
            if (node.type().equals("save-picture")) {
                changed = new Edit.SetParameter(new InputRef(node.id(), "folder"), Value.of(folder.toString())).on(changed);
                if (name.isEmpty() && !anew) {
                    continue;
                }
                // Braces are the pattern's own; a name that the person typed is no pattern.
                changed = new Edit.SetParameter(new InputRef(node.id(), "name"), Value.of(name.replace("{", "").replace("}", ""))).on(changed);
            }
        }
        return changed;
    }

    Path previewFile() {
        return folder.resolve((name.isEmpty() ? "easel" : name) + ".preview.png");
    }
}
