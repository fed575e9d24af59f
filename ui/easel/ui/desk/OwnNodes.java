package easel.ui.desk;

import easel.format.WorkflowException;
import easel.format.WorkflowFile;
import easel.graph.About;
import easel.graph.Clipping;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Phrase;
import easel.graph.Position;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.platform.SystemWord;
import easel.ui.task.Lane;
import easel.ui.task.Task;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Nodes that the person has made: subgraphs kept in the data folder, each a small workflow of one node that stands for
 * it, to be used in any workflow. On the EDT; the disk is read and written elsewhere.
 */
public final class OwnNodes {

    private static final String PREFIX = "own-";

    private final Path folder;
    private final Consumer<Notice> tell;
    private final Map<String, Document> byType = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    OwnNodes(Path folder, Consumer<Notice> tell) {
        this.folder = folder;
        this.tell = tell;
        Task.of(() -> read(folder)).whenDone(found -> {
            found.forEach(byType::putIfAbsent);
            listeners.forEach(Runnable::run);
        });
    }

    private static Map<String, Document> read(Path folder) throws IOException {
        Map<String, Document> found = new LinkedHashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + WorkflowFile.ENDING)) {
            List<Path> sorted = new ArrayList<>();
            files.forEach(sorted::add);
            sorted.sort(null);
            for (Path file : sorted) {
                try {
                    Document document = WorkflowFile.read(file);
                    type(document).ifPresent(type -> found.put(type, document));
                } catch (WorkflowException damaged) {
                    // It is no node then; the file stays for who can mend it.
                }
            }
        } catch (NoSuchFileException noneYet) {
            return found;
        }
        return found;
    }

    /** The type that the one node of a kept workflow has. */
    private static Optional<String> type(Document document) {
        return document.nodes().stream().map(Node::type).filter(t -> SubgraphId.of(t).flatMap(document::subgraph).isPresent()).findFirst();
    }

    /** Tells {@code listener} when there are others. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Tells it nothing more. */
    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** Whether a type is one of these. */
    public boolean has(String type) {
        return byType.containsKey(type);
    }

    /** A document with these besides its own subgraphs: what can be added to it. */
    public Document offered(Document document) {
        Document offered = document;
        for (Document own : byType.values()) {
            for (Subgraph subgraph : own.subgraphs()) {
                offered = offered.subgraph(subgraph.id()).isPresent() ? offered : offered.with(subgraph);
            }
        }
        return offered;
    }

    /** What is to be pasted for a node of a type that a document does not have itself; empty if it has, or nobody knows it. */
    public Optional<Clipping> bringing(String type, Document document) {
        boolean there = SubgraphId.of(type).flatMap(document::subgraph).isPresent();
        return there ? Optional.empty() : Optional.ofNullable(byType.get(type)).map(own -> Clipping.of(own, Set.copyOf(own.nodes().stream()
                .map(Node::id).toList()), Set.of()));
    }

    /** Keeps the subgraph that a node of a document stands for, with what that sets, under a title; one of the same title is replaced. */
    public void keep(Document document, NodeId instance, String title) {
        Optional<Document> made = made(document, instance, title);
        if (made.isEmpty()) {
            return;
        }
        Document own = made.get();
        String type = type(own).orElseThrow();
        Path file = folder.resolve(SubgraphId.of(type).orElseThrow().text() + WorkflowFile.ENDING);
        boolean replaces = byType.containsKey(type);
        Task.<Void>of(Lane.KEEPING, () -> {
            Files.createDirectories(folder);
            WorkflowFile.write(file, own);
            return null;
        }).whenFailed(e -> tell.accept(Notice.of("notice.own-not-kept", title, SystemWord.of(e)))).whenDone(_ -> {
            byType.put(type, own);
            listeners.forEach(Runnable::run);
            tell.accept(Notice.of(replaces ? "notice.own-replaced" : "notice.own-kept", title));
        });
    }

    /** Keeps a node no more; workflows that have it go on having it. */
    public void remove(String type) {
        if (byType.remove(type) != null) {
            Path file = folder.resolve(SubgraphId.of(type).orElseThrow().text() + WorkflowFile.ENDING);
            Task.<Void>of(Lane.KEEPING, () -> {
                Files.deleteIfExists(file);
                return null;
            }).whenFailed(e -> tell.accept(Notice.of("notice.own-not-removed", SystemWord.of(e)))).start();
            listeners.forEach(Runnable::run);
        }
    }

    /** The node alone with all that it stands for, under ids that no workflow's own subgraphs have. */
    private static Optional<Document> made(Document document, NodeId instance, String title) {
        Optional<Node> node = document.body().node(instance).filter(n -> SubgraphId.of(n.type()).flatMap(document::subgraph).isPresent());
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Document part = Clipping.of(document, Set.of(instance), Set.of()).document();
        SubgraphId outer = SubgraphId.of(node.get().type()).orElseThrow();
        String name = PREFIX + slug(title);
        Map<String, String> types = new HashMap<>();
        int inner = 1;
        for (Subgraph subgraph : part.subgraphs()) {
            types.put(subgraph.id().type(), new SubgraphId(subgraph.id().equals(outer) ? name : name + "-in-" + inner++).type());
        }
        Document own = Document.EMPTY;
        for (Subgraph subgraph : part.subgraphs()) {
            SubgraphId id = SubgraphId.of(types.get(subgraph.id().type())).orElseThrow();
            Subgraph called = subgraph.called(id).with(subgraph.body().mapNodes(n -> types.containsKey(n.type()) ? n.typed(types.get(n.type())) : n));
            About about = called.about();
            own = own.with(subgraph.id().equals(outer) ? called.with(new About(about.name(), Phrase.of(title, title), about.help())) : called);
        }
        Node alone = node.get().typed(types.get(node.get().type())).called(new NodeId("node")).titled("").at(Position.ORIGIN)
                .withInputs(new LinkedHashMap<>());
        return Optional.of(own.with(alone));
    }

    /** What every file system takes, and tells titles in any script apart. */
    private static String slug(String title) {
        StringBuilder slug = new StringBuilder();
        title.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> slug.append(Character.isLetterOrDigit(c) ? Character.toString(c) : "-"));
        String plain = slug.toString().replaceAll("-+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "node" : plain.length() > 60 ? plain.substring(0, plain.offsetByCodePoints(0, Math.min(60, plain.codePointCount(0, plain.length())))) : plain;
    }
}
