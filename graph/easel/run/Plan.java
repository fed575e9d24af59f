package easel.run;

import easel.engine.Engine;
import easel.engine.Rung;
import easel.engine.weights.Starter;
import easel.graph.Document;
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
import easel.platform.SystemWord;
import easel.prompt.Lexicon;
import easel.prompt.Uses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A document made ready: what runs for its own sake, what that needs, in order, each with its key; and what is wrong.
 * Nodes with errors, and what they feed, are not in it.
 *
 * @param steps each after those it needs
 */
record Plan(List<Step> steps, Set<NodeId> sinks, List<Problem> problems) {

    /** The plan for everything in a document that runs for its own sake. */
    static Plan of(Document document, Surroundings surroundings) {
        return of(new Sheet(document), surroundings, Set.of());
    }

    /** The plan for running to some nodes; none means everything that runs for its own sake. */
    static Plan of(Sheet sheet, Surroundings around, Set<NodeId> to) {
        return of(sheet, around, to, true);
    }

    /** ... with or without the nodes that leave files. */
    static Plan of(Sheet sheet, Surroundings around, Set<NodeId> to, boolean saving) {
        Map<NodeId, Key> kept = new HashMap<>();
        List<Problem> gone = sheet.frozen().resolved(around.known(), around, kept);
        return new Drawing(sheet, around, sheet.order(sheet.standing(around.starter(), around.lexicon(), around.engine(), gone), to, saving), kept).plan();
    }

    /**
     * What is wrong with a document, without reading whole files.
     *
     * @param known whether a key's result is at hand
     */
    static List<Problem> check(Sheet sheet, Starter starter, Lexicon lexicon, Engine engine, Predicate<Key> known) {
        Sheet.Standing standing = sheet.standing(starter, lexicon, engine, sheet.frozen().resolved(known, null, new HashMap<>()));
        return told(sheet, sheet.order(standing, Set.of(), true));
    }

    private static List<Problem> told(Sheet sheet, Sheet.Order order) {
        List<Problem> mattering = sheet.mattering(order.standing(), order.to());
        if (!order.sinks().isEmpty() || mattering.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
            return mattering;
        }
        List<Problem> problems = new ArrayList<>(mattering);
        problems.add(new Problem(null, null, Problem.Code.NOTHING_TO_RUN, List.of()));
        return List.copyOf(problems);
    }

    /** The nodes that give what they gave before, whatever feeds them. */
    List<Step> frozen() {
        return steps.stream().filter(s -> s.node().mode() == Mode.FROZEN).toList();
    }

    /** The keys of its sinks. */
    List<Key> sinkKeys() {
        return steps.stream().filter(s -> sinks.contains(s.id())).map(Step::key).toList();
    }

    /** The nodes that described a picture which is known: they show it too. */
    List<Step> painters(Step known) {
        if (known.work() != easel.nodes.Node.Work.FORCES) {
            return List.of();
        }
        List<Step> painters = new ArrayList<>();
        Set<NodeId> before = new HashSet<>(known.feeders());
        for (Step step : steps.reversed()) {
            if (before.contains(step.id()) && step.work() == easel.nodes.Node.Work.DESCRIBES_PAINTING) {
                painters.add(step);
            } else if (before.contains(step.id()) && step.work() == easel.nodes.Node.Work.DESCRIBES) {
                before.addAll(step.feeders());
            }
        }
        return painters;
    }

    /** What must run: sinks that are not known, and what these need, unless that is known. */
    Set<NodeId> needed(Predicate<Step> known) {
        Set<NodeId> needed = new HashSet<>();
        Set<NodeId> wanted = new HashSet<>(sinks);
        for (Step step : steps.reversed()) {
            if (wanted.contains(step.id()) && !known.test(step)) {
                needed.add(step.id());
                wanted.addAll(step.feeders());
            }
        }
        return needed;
    }

    /** Makes one plan. */
    private static final class Drawing {

        private final Sheet sheet;
        private final Surroundings around;
        private final Sheet.Order order;
        /** Which results frozen nodes give. */
        private final Map<NodeId, Key> kept;
        private final List<Problem> unreadable = new ArrayList<>();
        private final Map<Path, String> digests = new HashMap<>();
        private final Map<String, String> listings = new HashMap<>();
        /** What there is for prompts to name, if one comes that nobody can read before. */
        private @Nullable String nameable;

        Drawing(Sheet sheet, Surroundings around, Sheet.Order order, Map<NodeId, Key> kept) {
            this.sheet = sheet;
            this.around = around;
            this.order = order;
            this.kept = kept;
        }

        Plan plan() {
            Map<NodeId, List<Rung>> rungs = new HashMap<>();
            order.standing().paintings().forEach((id, paintings) -> rungs.put(id, paintings.stream().map(around.rungs()::first).toList()));
            read();
            list();
            List<?> from = List.of(around.salt(), around.pictures(), kept, rungs, around.rungs().findings(), digests, listings, nameable());
            Sheet.Drawn before = sheet.drawn();
            if (before != null && before.order() == order && before.from().equals(from)) {
                return before.plan();
            }
            Plan plan = steps(rungs);
            if (unreadable.isEmpty()) {
                sheet.draw(new Sheet.Drawn(order, from, plan));
            }
            return plan;
        }

        /** The digests of the files that what runs reads; each is looked at once. */
        private void read() {
            Set<NodeId> running = new HashSet<>(order.nodes());
            for (Sheet.FileUse use : sheet.files()) {
                Path place = order.standing().places().get(use.at());
                if (place != null && !digests.containsKey(place) && running.contains(use.at().node())) {
                    read(place, use.at());
                }
            }
            order.standing().named().forEach((at, uses) -> {
                if (running.contains(at.node())) {
                    uses.files().stream().filter(file -> !digests.containsKey(file)).forEach(file -> read(file, at));
                }
            });
        }

        private void read(Path file, InputRef at) {
            try {
                digests.put(file, around.digests().of(file));
            } catch (IOException e) {
                // It was there a moment ago.
                unreadable.add(Problem.at(at, Problem.Code.UNREADABLE_FILE, file, SystemWord.of(e)));
            }
        }

        private String nameable() {
            if (nameable == null) {
                boolean fed = order.nodes().stream().anyMatch(id -> sheet.sources(id).keySet().stream().anyMatch(input -> isPrompt(sheet.document().node(id).orElseThrow(), input)));
                nameable = fed ? around.lexicon().mark() : "";
            }
            return nameable;
        }

        private static boolean isPrompt(Node node, String parameter) {
            return Catalogue.schema(node.type()).flatMap(schema -> schema.parameter(parameter)).map(Schema.Parameter::rule)
                    .filter(rule -> rule instanceof Rule.Words(int _, Rule.Words.Use use) && use != Rule.Words.Use.PLAIN).isPresent();
        }

        /** Whatever in a folder is new, gone or changed makes another word of it. */
        private void list() {
            for (Sheet.FolderUse use : sheet.folders()) {
                listings.computeIfAbsent(use.text(), folder -> Listing.of(Path.of(folder)));
            }
        }

        private Plan steps(Map<NodeId, List<Rung>> rungs) {
            Map<NodeId, Step> steps = new LinkedHashMap<>();
            for (NodeId id : order.nodes()) {
                Node node = sheet.document().node(id).orElseThrow();
                Schema schema = Catalogue.schema(node.type()).orElseThrow();
                Map<String, OutputRef> sources = sheet.sources(id);
                Key result = kept.get(id);
                if (node.mode() == Mode.FROZEN) {
                    if (result != null) {
                        steps.put(id, new Step(node, schema, sources, null, List.of(), result));
                    }
                } else if (sources.values().stream().allMatch(from -> steps.containsKey(from.node()))) {
                    List<Rung> told = rungs.getOrDefault(id, List.of());
                    own(node, schema, sources).map(key -> new Step(node, schema, sources, key, told,
                            Step.key(key, node, schema, sources, told, feeder -> steps.get(feeder).key())))
                            .ifPresent(step -> steps.put(id, asFound(step, steps)));
                }
            }
            Set<NodeId> sinks = new HashSet<>(order.sinks());
            sinks.retainAll(steps.keySet());
            List<Problem> problems = new ArrayList<>(told(sheet, order));
            problems.addAll(unreadable);
            return new Plan(List.copyOf(steps.values()), Set.copyOf(sinks), List.copyOf(problems));
        }

        /** With the rungs that an earlier run found, where those are not the ones that can be told ahead. */
        private Step asFound(Step step, Map<NodeId, Step> before) {
            if (step.describes()) {
                return step;
            }
            Function<NodeId, Key> keys = feeder -> before.get(feeder).key();
            List<Rung> found = around.rungs().found(step.on(List.of(), keys));
            return found.isEmpty() || found.size() == step.rungs().size() ? step
                    : new Step(step.node(), step.schema(), step.sources(), step.own(), found, step.on(found, keys));
        }

        /** All that a node's key depends on beside what feeds it. */
        private Optional<Key> own(Node node, Schema schema, Map<String, OutputRef> sources) {
            // The salt goes into describing nodes too: simpler, and they cost nothing to run again.
            KeyMaker maker = new KeyMaker().add(around.salt()).add(schema.type()).add(Integer.toString(schema.version()));
            for (Schema.Output output : schema.outputs()) {
                if (output.type() == SocketType.Known.LATENT) {
                    // A pass whose result others read too does not go on in the engine, and that paints other pixels.
                    maker.add(Integer.toString(Math.min(2, order.readers().getOrDefault(new OutputRef(node.id(), output.name()), 0))));
                }
            }
            if (schema.sink() && schema.parameters().stream().noneMatch(p -> p.rule() instanceof Rule.Folder(boolean read) && !read)) {
                maker.add(around.pictures().toAbsolutePath().normalize().toString());   // it can only write there
            }
            for (Schema.Parameter parameter : schema.parameters()) {
                if (sources.containsKey(parameter.name())) {
                    if (isPrompt(node, parameter.name())) {
                        maker.add(nameable());
                    }
                    continue;
                }
                Uses uses = order.standing().named().getOrDefault(new InputRef(node.id(), parameter.name()), Uses.NOTHING);
                if (!names(uses, maker)) {
                    return Optional.empty();
                }
                Optional<String> content = content(new InputRef(node.id(), parameter.name()), node.value(parameter.name()).orElse(parameter.standard()), parameter.rule());
                if (content.isEmpty()) {
                    return Optional.empty();
                }
                maker.add(parameter.name()).add(content.get());
            }
            return Optional.of(maker.key());
        }

        /** Adds what a prompt names; tells whether all of it could be read. */
        private boolean names(Uses uses, KeyMaker maker) {
            if (!uses.words().isEmpty()) {
                maker.add("styles").add(uses.words());
            }
            for (Path file : uses.files()) {
                String digest = digests.get(file);
                if (digest == null) {
                    return false;
                }
                maker.add(file.getFileName().toString()).add(digest);
            }
            return true;
        }

        /** What of a value changes a result; empty if it names a file that could not be read. */
        private Optional<String> content(InputRef at, Value value, Rule rule) {
            return switch (value) {
                case Value.Text text when rule instanceof Rule.File file && file.names().contains(text.text()) -> Optional.of(Starter.digest(text.text()));
                case Value.Text text when rule instanceof Rule.File && !text.text().isEmpty() -> Optional.ofNullable(order.standing().places().get(at)).map(digests::get);
                case Value.Text text when rule instanceof Rule.Folder(boolean read) && read -> Optional.of(listings.getOrDefault(text.text(), ""));
                case Value.Text text when rule instanceof Rule.Folder ->
                        Optional.of(around.pictures().resolve(text.text()).toAbsolutePath().normalize().toString());
                case Value.Text text -> Optional.of(text.text());
                // 1, 1.0 and 1e0 paint the same.
                case Value.Number number -> Optional.of(number.exact().signum() == 0 ? "0" : number.exact().stripTrailingZeros().toString());
                case Value.Truth truth -> Optional.of(Boolean.toString(truth.on()));
                case Value.Seed seed -> Optional.of(seed.number().isPresent() ? Long.toString(seed.number().getAsLong()) : "");
                case Value.Shapes shapes -> Optional.of(shapes.json());
                case Value.Foreign foreign -> Optional.of(foreign.json());
            };
        }
    }
}
