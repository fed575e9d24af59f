package easel.cli;

import easel.graph.Document;
import easel.graph.Node;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.SubgraphId;
import easel.graph.Types;
import easel.graph.Value;
import easel.nodes.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Types types = new Types(document, Catalogue::schema);
        return document.mapEverywhere(node -> SubgraphId.isInstance(node.type()) ? ports(node, types) : node(node, anew));
    }

    private Node node(Node node, boolean anew) {
        if (node.type().equals("save-image")) {
            return name.isEmpty() ? node : node.with("filename_prefix", Value.of(name));
        }
        if (!node.type().equals("save-picture")) {
            return node;
        }
        Node here = node.with("folder", Value.of(folder.toString()));
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
