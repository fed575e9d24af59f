package easel.cli;

import easel.graph.Document;
import easel.graph.Node;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.SubgraphId;
import easel.graph.Types;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.nodes.SavedPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a command's pictures go.
 *
 * @param name   the file's name without its ending, or empty for names made from date, prompt and seed
 * @param format the kind of file that its ending says; null for what the workflow says
 */
record Target(Path folder, String name, SavedPicture.@Nullable Format format) {

    private static final Map<String, SavedPicture.Format> ENDINGS = Map.of("png", SavedPicture.Format.PNG, "jpg", SavedPicture.Format.JPEG,
            "jpeg", SavedPicture.Format.JPEG, "webp", SavedPicture.Format.WEBP);

    /** A path that ends as pictures do is a file, everything else a folder. */
    static Target of(Path out) {
        Path absolute = out.toAbsolutePath().normalize();
        String name = absolute.getFileName() == null ? "" : absolute.getFileName().toString();
        int dot = name.lastIndexOf('.');
        SavedPicture.Format format = dot < 0 || Files.isDirectory(absolute) ? null : ENDINGS.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        boolean isFile = format != null;
        if (!isFile && name.matches("(?i).*\\.(gif|bmp|tiff?|avif)") && !Files.isDirectory(absolute)) {
            throw Failed.wrongUse("kinds");
        }
        Path folder = isFile ? absolute.getParent() : absolute;
        if (!GenerateCommand.isWritable(folder)) {
            throw Failed.because("notWritable", folder);
        }
        return new Target(folder, isFile ? name.substring(0, dot) : "", format);
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
        Types types = new Types(document, Catalogue::schema);
        return document.mapEverywhere(node -> SubgraphId.isInstance(node.type()) ? ports(node, types) : node(node, anew));
    }

    private Node node(Node node, boolean anew) {
        if (node.type().equals("save-image")) {
            if (format != null && format != SavedPicture.Format.PNG) {
                throw Failed.wrongUse("onlyPng");
            }
            return name.isEmpty() ? node : node.with("filename_prefix", Value.of(name));
        }
        if (!node.type().equals("save-picture")) {
            return node;
        }
        Node here = node.with("folder", Value.of(folder.toString()));
        here = format == null ? here : here.with("format", Value.of(format.name().toLowerCase(Locale.ROOT)));
        // Braces are the pattern's own; a name that the person typed is no pattern.
        return name.isEmpty() && !anew ? here : here.with("name", Value.of(name.replace("{", "").replace("}", "")));
    }

    /** A folder that an instance of a subgraph sets for a Save node inside goes before that node's own. */
    private Node ports(Node instance, Types types) {
        Node here = instance;
        for (Schema.Parameter parameter : types.apply(instance.type()).map(Schema::parameters).orElse(List.of())) {
            here = parameter.rule() instanceof Rule.Folder(boolean read) && !read ? here.with(parameter.name(), Value.of(folder.toString())) : here;
        }
        return here;
    }

    Path previewFile() {
        return folder.resolve((name.isEmpty() ? "easel" : name) + ".preview.png");
    }
}
