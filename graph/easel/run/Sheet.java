package easel.run;

import easel.engine.Engine;
import easel.engine.weights.Starter;
import easel.graph.Check;
import easel.graph.Document;
import easel.graph.Expansion;
import easel.graph.Flow;
import easel.graph.InputRef;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.SocketType;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.pixels.Sizing;
import easel.prompt.Lexicon;
import easel.prompt.Uses;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a document from itself alone, worked out once however often it is planned: laid out flat, what
 * is wrong with it, where values come from, which files it names. What depends on the disk as well is worked out again
 * only when that has changed. For any thread.
 */
final class Sheet {

    private final Document whole;
    private final Frozen frozen;
    private final Constants constants;
    private final Document document;
    private final Flow flow;
    private final List<Problem> problems;
    private final Map<NodeId, Map<String, OutputRef>> sources = new HashMap<>();
    private final Map<NodeId, List<NodeId>> takers = new HashMap<>();
    private final Map<NodeId, List<NodeId>> feeders = new HashMap<>();
    /** What leads nowhere but to inputs that are not read. */
    private final Set<NodeId> aside;
    private final List<FileUse> files = new ArrayList<>();
    private final List<FolderUse> folders = new ArrayList<>();
    private final List<WordsUse> words = new ArrayList<>();
    private final Set<OutputRef> taken;
    private final PictureHeads heads;
    private volatile @Nullable Standing standing;
    private volatile @Nullable Order order;
    /** The last plan made of this. */
    private volatile @Nullable Drawn drawn;

    /** A parameter that names a file to be read. */
    record FileUse(InputRef at, Rule.File rule, String text) {

        /** Whether it stands for a file that comes with Easel. */
        boolean isName() {
            return rule.names().contains(text);
        }
    }

    /** What a text that is no path means depends on what kind of file is wanted. */
    private record Meant(Rule.File.Of of, String text) {}

    /** A parameter whose words may name files. */
    private record WordsUse(InputRef at, Rule.Words.Use use, String text) {

        Uses uses(Lexicon lexicon) {
            return use == Rule.Words.Use.STYLES ? lexicon.usesOfStyles(text) : lexicon.uses(text);
        }
    }

    /** A parameter that names a folder to be read. */
    record FolderUse(NodeId node, String text) {}

    /**
     * How things stand with the files as they are.
     *
     * @param places    which file each parameter that names one means
     * @param stamps    of these files
     * @param named     what prompts name among a person's files, by the parameter they stand in
     * @param gone      what else was wrong that is not of the document alone
     * @param blocked   nodes with errors, and what they feed
     * @param paintings what each node will have painted, as far as that can be told
     */
    record Standing(Map<InputRef, Path> places, List<FileStamp> stamps, Map<InputRef, Uses> named, List<Problem> gone, List<Problem> problems, Set<NodeId> blocked,
            Map<NodeId, List<Foretelling.Painting>> paintings) {}

    /**
     * What runs for its own sake, or was asked for, and what that needs.
     *
     * @param nodes   each after those it needs
     * @param readers how many of them read an output
     */
    record Order(Standing standing, Set<NodeId> to, boolean saving, Set<NodeId> sinks, List<NodeId> nodes, Map<OutputRef, Integer> readers) {}

    /** A plan and all that it depends on beside the order. */
    record Drawn(Order order, List<?> from, Plan plan) {}

    Sheet(Document document) {
        this(document, new PictureHeads());
    }

    /** @param heads what is known of pictures' files already */
    Sheet(Document document, PictureHeads heads) {
        this.heads = heads;
        Expansion flat = Expansion.of(document, Catalogue::schema);
        this.whole = document;
        this.frozen = Frozen.in(flat.document());
        this.constants = new Constants(frozen.document());
        this.document = constants.document();
        this.flow = new Flow(this.document, Catalogue::schema);
        // As it runs: a frozen node that only describes goes on describing, and needs what it needs.
        List<Problem> found = new ArrayList<>(Check.of(document, new Expansion(frozen.document(), flat.problems()), Catalogue::schema));
        found.addAll(frozen.problems());
        found.addAll(constants.problems());
        this.taken = flow.taken();
        Set<NodeId> unread = new LinkedHashSet<>();
        for (Node node : this.document.nodes()) {
            Schema schema = Catalogue.schema(node.type()).orElse(null);
            Map<String, OutputRef> from = schema == null || node.mode() != Mode.ON ? Map.of() : sources(node, schema);
            sources.put(node.id(), from);
            if (node.mode() == Mode.ON) {
                // Also what is linked directly: a type that nobody knows is no source, and what it feeds cannot run.
                Set<String> not = unread(node);
                Stream.concat(from.values().stream(), node.inputs().entrySet().stream().filter(e -> !not.contains(e.getKey())).map(Map.Entry::getValue)).map(OutputRef::node).distinct()
                        .forEach(feeder -> {
                            takers.computeIfAbsent(feeder, _ -> new ArrayList<>()).add(node.id());
                            feeders.computeIfAbsent(node.id(), _ -> new ArrayList<>()).add(feeder);
                        });
                not.stream().flatMap(input -> node.input(input).stream()).flatMap(output -> Stream.concat(Stream.of(output), flow.source(output).stream()))
                        .forEach(output -> unread.add(output.node()));
                if (schema != null) {
                    paths(node, schema, found);
                }
            }
        }
        this.problems = List.copyOf(found);
        this.aside = aside(unread);
    }

    /** @param unread what feeds inputs that are not read */
    private Set<NodeId> aside(Set<NodeId> unread) {
        Map<NodeId, Integer> reading = new HashMap<>();
        takers.forEach((feeder, all) -> reading.put(feeder, all.size()));
        Set<NodeId> found = new HashSet<>();
        Deque<NodeId> open = new ArrayDeque<>(unread);
        while (!open.isEmpty()) {
            NodeId id = open.remove();
            if (reading.getOrDefault(id, 0) == 0 && !runsForItself(id) && found.add(id)) {
                feeders.getOrDefault(id, List.of()).stream().filter(feeder -> reading.merge(feeder, -1, Integer::sum) == 0).forEach(open::add);
            }
        }
        return Set.copyOf(found);
    }

    private boolean runsForItself(NodeId id) {
        return document.node(id).filter(node -> Catalogue.schema(node.type()).filter(schema -> isSink(node, schema, taken)).isPresent()).isPresent();
    }

    private Map<String, OutputRef> sources(Node node, Schema schema) {
        Map<String, OutputRef> from = new LinkedHashMap<>();
        Set<String> unread = unread(node);
        node.inputs().forEach((input, output) -> {
            if (schema.typeOf(input).isPresent() && !unread.contains(input)) {
                flow.source(output).ifPresent(source -> from.put(input, source));
            }
        });
        return from;
    }

    private static Set<String> unread(Node node) {
        return Catalogue.schema(node.type()).map(schema -> schema.unread(node)).orElse(Set.of());
    }

    private void paths(Node node, Schema schema, List<Problem> found) {
        for (Schema.Parameter parameter : schema.parameters()) {
            if (parameter.rule() instanceof Rule.Words(int _, Rule.Words.Use use) && use != Rule.Words.Use.PLAIN && node.input(parameter.name()).isEmpty()
                    && node.value(parameter.name()).orElse(parameter.standard()) instanceof Value.Text(String said) && !said.isBlank()) {
                words.add(new WordsUse(new InputRef(node.id(), parameter.name()), use, said));
            }
            boolean file = parameter.rule() instanceof Rule.File && node.input(parameter.name()).isEmpty();
            if (!file && !(parameter.rule() instanceof Rule.Folder)
                    || !(node.value(parameter.name()).orElse(parameter.standard()) instanceof Value.Text text)) {
                continue;
            }
            InputRef at = new InputRef(node.id(), parameter.name());
            if (!parameter.rule().allows(text) || file && text.text().isEmpty()) {
                continue;
            }
            FileUse use = file ? new FileUse(at, (Rule.File) parameter.rule(), text.text()) : null;
            try {
                if (use == null || !use.isName()) {
                    Path.of(text.text());
                }
                if (use != null) {
                    files.add(use);
                } else if (parameter.rule() instanceof Rule.Folder(boolean read) && read && !text.text().isEmpty()) {
                    folders.add(new FolderUse(node.id(), text.text()));
                }
            } catch (InvalidPathException e) {
                found.add(Problem.at(at, Problem.Code.UNREADABLE_FILE, text.text(), e.getReason()));
            }
        }
    }

    /** The document as it runs: laid out flat. */
    Document document() {
        return document;
    }

    /** Its frozen nodes. */
    Frozen frozen() {
        return frozen;
    }

    /** What its value nodes told before anything ran. */
    Constants constants() {
        return constants;
    }

    /** Where the values of a node's inputs come from. */
    Map<String, OutputRef> sources(NodeId node) {
        return sources.getOrDefault(node, Map.of());
    }

    /** The files that some nodes read, beside those that come with Easel. */
    List<FileUse> files() {
        return files;
    }

    /** The folders that some nodes read. */
    List<FolderUse> folders() {
        return folders;
    }

    @Nullable Drawn drawn() {
        return drawn;
    }

    void draw(Drawn plan) {
        drawn = plan;
    }

    /**
     * How it stands now.
     *
     * @param lexicon what prompts can name
     * @param engine looks at model files
     * @param gone problems that were found elsewhere
     */
    Standing standing(Starter starter, Lexicon lexicon, Engine engine, List<Problem> gone) {
        Map<Meant, Path> meant = new HashMap<>();
        Map<Path, FileStamp> seen = new HashMap<>();
        Map<InputRef, Path> places = new HashMap<>();
        List<FileStamp> stamps = new ArrayList<>(files.size());
        for (FileUse use : files) {
            if (use.isName()) {
                stamps.add(FileStamp.ours(starter, use.text));
            } else {
                Path place = meant.computeIfAbsent(new Meant(use.rule.of(), use.text), m -> lexicon.models().file(m.of, m.text));
                places.put(use.at, place);
                stamps.add(seen.computeIfAbsent(place, FileStamp::of));
            }
        }
        // What comes into a folder later is looked at, too.
        folders.forEach(use -> stamps.add(seen.computeIfAbsent(Path.of(use.text), FileStamp::of)));
        List<Problem> elsewhere = new ArrayList<>(gone);
        Map<String, Optional<Path>> missing = new HashMap<>();
        files.stream().filter(FileUse::isName).forEach(use -> missing.computeIfAbsent(use.text, starter::missing)
                .ifPresent(file -> elsewhere.add(Problem.at(use.at, Problem.Code.MISSING_MODEL, file))));
        Map<InputRef, Uses> named = new HashMap<>();
        words.forEach(use -> named.put(use.at, use.uses(lexicon)));
        Standing before = standing;
        if (before != null && before.stamps.equals(stamps) && before.places.equals(places) && before.named.equals(named) && before.gone.equals(elsewhere)) {
            return before;
        }
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(elsewhere);
        Map<NodeId, Sizing.Size> loaded = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            FileUse use = files.get(i);
            FileStamp stamp = stamps.get(i);
            Path place = places.get(use.at);
            if (place == null) {
                continue;
            }
            stamp.problem(use, place, heads).ifPresent(all::add);
            if (use.rule.of() == Rule.File.Of.PICTURE && stamp.reads() && loads(use.at.node())) {
                heads.size(place, stamp).ifPresent(size -> loaded.put(use.at.node(), size));
            }
        }
        Set<NodeId> blocked = blocked(all);
        Foretelling foretelling = foretold(blocked, places, loaded, starter, lexicon, engine);
        all.addAll(foretelling.problems());
        Standing now = new Standing(Map.copyOf(places), List.copyOf(stamps), Map.copyOf(named), List.copyOf(elsewhere), List.copyOf(all), blocked(all), foretelling.paintings());
        standing = now;
        return now;
    }

    /**
     * What of all that is wrong matters to a run to some nodes, none meaning everything that runs for its own sake: what a switch
     * leaves unread may be as wrong as what is muted.
     */
    List<Problem> mattering(Standing now, Set<NodeId> to) {
        if (aside.isEmpty()) {
            return now.problems;
        }
        Set<NodeId> needed = new HashSet<>();
        Deque<NodeId> open = new ArrayDeque<>(asked(to));
        while (!open.isEmpty()) {
            NodeId id = open.remove();
            if (needed.add(id)) {
                open.addAll(feeders.getOrDefault(id, List.of()));
            }
        }
        return now.problems.stream().filter(p -> p.node() == null || !aside.contains(p.node()) || needed.contains(p.node())).toList();
    }

    private Set<NodeId> asked(Set<NodeId> to) {
        return to.stream().flatMap(id -> Expansion.givers(id, whole).stream()).collect(Collectors.toSet());
    }

    /** Whether what a node gives is what lies in its file. */
    private boolean loads(NodeId id) {
        return document.node(id).flatMap(node -> Catalogue.schema(node.type())).filter(schema -> schema.kind() == Schema.Kind.LOAD).isPresent();
    }

    /** Nodes with an error, and whatever takes from a blocked one. */
    private Set<NodeId> blocked(List<Problem> all) {
        Set<NodeId> blocked = new HashSet<>();
        Deque<NodeId> spreading = new ArrayDeque<>();
        for (Problem problem : all) {
            if (problem.severity() == Problem.Severity.ERROR && problem.node() != null) {
                spreading.add(problem.node());
            }
        }
        while (!spreading.isEmpty()) {
            NodeId id = spreading.remove();
            if (blocked.add(id)) {
                spreading.addAll(takers.getOrDefault(id, List.of()));
            }
        }
        return blocked;
    }

    /** What the descriptions come to, as far as it can be told now. */
    private Foretelling foretold(Set<NodeId> blocked, Map<InputRef, Path> places, Map<NodeId, Sizing.Size> loaded, Starter starter, Lexicon lexicon,
            Engine engine) {
        Map<NodeId, Map<String, OutputRef>> feeding = new LinkedHashMap<>();
        for (Node node : document.nodes()) {
            if (node.mode() == Mode.ON && !blocked.contains(node.id()) && Catalogue.schema(node.type()).isPresent()) {
                feeding.put(node.id(), sources(node.id()));
            }
        }
        Foretelling foretelling = new Foretelling(feeding, places, loaded, heads, starter, lexicon, engine);
        for (NodeId id : ordered(feeding.keySet())) {
            Node node = document.node(id).orElseThrow();
            if (feeding.containsKey(id)) {
                foretelling.tell(node, Catalogue.schema(node.type()).orElseThrow());
            } else if (node.mode() == Mode.FROZEN) {
                Catalogue.schema(node.type()).ifPresent(schema -> foretelling.blank(id, schema));
            }
        }
        return foretelling;
    }

    /**
     * What runs, in order.
     *
     * @param to     the nodes asked for; none means everything that runs for its own sake
     * @param saving whether nodes that leave files are among it; without them what they would save is shown
     */
    Order order(Standing now, Set<NodeId> to, boolean saving) {
        Order before = order;
        if (before != null && before.standing == now && before.to.equals(to) && before.saving == saving) {
            return before;
        }
        Set<NodeId> asked = asked(to);
        Set<NodeId> sinks = new LinkedHashSet<>();
        Set<OutputRef> shown = saving ? taken : takenToo();
        for (Node node : document.nodes()) {
            Optional<Schema> schema = Catalogue.schema(node.type());
            if ((node.mode() == Mode.ON || node.mode() == Mode.FROZEN) && !now.blocked.contains(node.id()) && schema.isPresent()
                    && (saving || !saves(node)) && (asked.isEmpty() ? isSink(node, schema.get(), shown) : asked.contains(node.id()))) {
                sinks.add(node.id());
            }
        }
        List<NodeId> nodes = ordered(sinks);
        Map<OutputRef, Integer> readers = new HashMap<>();
        nodes.forEach(id -> sources(id).values().forEach(from -> readers.merge(from, 1, Integer::sum)));
        Order fresh = new Order(now, Set.copyOf(to), saving, sinks, nodes, readers);
        order = fresh;
        return fresh;
    }

    private static boolean saves(Node node) {
        return Catalogue.node(node.type()).filter(easel.nodes.Node::saves).isPresent();
    }

    /** The outputs that something takes which leaves no file. */
    private Set<OutputRef> takenToo() {
        return document.nodes().stream().filter(n -> !saves(n)).flatMap(n -> sources(n.id()).values().stream()).collect(Collectors.toSet());
    }

    private boolean isSink(Node node, Schema schema, Set<OutputRef> taken) {
        return schema.sink() || schema.outputs().stream().anyMatch(o -> shows(node, o, taken));
    }

    private boolean shows(Node node, Schema.Output output, Set<OutputRef> taken) {
        OutputRef ref = new OutputRef(node.id(), output.name());
        return (output.type() == SocketType.Known.IMAGE || output.type() == SocketType.Known.VIDEO)
                && !taken.contains(ref) && flow.source(ref).isPresent();
    }

    /** Some nodes and what they need, feeders first; without recursion, since a document may be one long row. */
    private List<NodeId> ordered(Collection<NodeId> roots) {
        record Visit(NodeId node, Iterator<OutputRef> feeders) {}
        Set<NodeId> met = new HashSet<>();
        List<NodeId> ordered = new ArrayList<>();
        for (NodeId root : roots) {
            Deque<Visit> path = new ArrayDeque<>();
            if (met.add(root)) {
                path.push(new Visit(root, sources(root).values().iterator()));
            }
            while (!path.isEmpty()) {
                Visit visit = path.peek();
                if (visit.feeders.hasNext()) {
                    NodeId next = visit.feeders.next().node();
                    if (met.add(next)) {
                        path.push(new Visit(next, sources(next).values().iterator()));
                    }
                } else {
                    ordered.add(path.pop().node);
                }
            }
        }
        return ordered;
    }
}
