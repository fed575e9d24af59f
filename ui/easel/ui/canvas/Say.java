package easel.ui.canvas;

import easel.engine.Phase;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.Note;
import easel.graph.Reroute;
import easel.graph.Rim;
import easel.graph.Rule;
import easel.graph.SocketType;
import easel.graph.SubgraphId;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.NodeState;
import easel.run.Progress;
import easel.ui.search.KindLook;
import easel.ui.search.PortLabel;
import java.util.Locale;
import java.util.Optional;

/** What the canvas says of nodes, in one language. */
final class Say {

    /** From so many seconds on the time that is left is said in minutes. */
    private static final int MINUTES_FROM = 100;

    private final Language language;
    private final Words words;
    private final Document document;

    Say(Language language) {
        this(language, Document.EMPTY);
    }

    private Say(Language language, Document document) {
        this.language = language;
        this.words = Words.of(Say.class, language);
        this.document = document;
    }

    /** The same language, with the names that a document's subgraphs have. */
    Say about(Document other) {
        return other == document ? this : new Say(language, other);
    }

    Say in(Language other) {
        return other == language ? this : new Say(other, document);
    }

    Language language() {
        return language;
    }

    String words(String code, Object... arguments) {
        return words.say(code, arguments);
    }

    /** A socket's type in words. */
    String type(SocketType type) {
        return KindLook.words(type, language);
    }

    String title(Node node) {
        return node.title().isEmpty() ? title(node.type()) : node.title();
    }

    String title(String type) {
        Optional<String> subgraph = SubgraphId.of(type).flatMap(document::subgraph).map(s -> s.about().title().in(language)).filter(t -> !t.isEmpty());
        return subgraph.orElseGet(() -> switch (type) {
            case Note.TYPE -> words.say("node.note");
            case Reroute.TYPE -> words.say("node.reroute");
            case Rim.IN -> words.say("node.inputs");
            case Rim.OUT -> words.say("node.outputs");
            default -> Catalogue.title(type, language);
        });
    }

    String label(String type, String port) {
        return PortLabel.of(document, type, port).map(p -> p.in(language)).orElseGet(() -> Catalogue.label(type, port, language));
    }

    /** What a parameter holds, as people read it; empty for none. */
    String value(String type, String parameter, Rule rule, Value value) {
        return switch (value) {
            case Value.Text text when rule instanceof Rule.Choice -> Catalogue.choice(type, parameter, text.text(), language);
            case Value.Text text when rule instanceof Rule.File file && file.names().contains(text.text()) -> Catalogue.bundled(text.text(), language);
            case Value.Text text when rule instanceof Rule.File || rule instanceof Rule.Folder -> lastName(text.text());
            case Value.Text text -> text.text();
            case Value.Number number -> number.source();
            case Value.Truth truth -> words.say(truth.on() ? "value.yes" : "value.no");
            case Value.Seed seed -> seed.number().isPresent() ? Long.toString(seed.number().getAsLong()) : words.say("value.random");
            case Value.Shapes(var shapes) -> shapes.isEmpty() ? "" : words.say("value.shapes", shapes.size());
            case Value.Foreign foreign -> foreign.json();
        };
    }

    /** What a number counts, as it stands behind one; empty where the label says it. */
    String unit(Rule rule, String label) {
        return Catalogue.unit(rule, label, language);
    }

    private static String lastName(String path) {
        int end = path.length();
        while (end > 1 && (path.charAt(end - 1) == '/' || path.charAt(end - 1) == '\\')) {
            end--;
        }
        int cut = Math.max(path.lastIndexOf('/', end - 1), path.lastIndexOf('\\', end - 1));
        return path.substring(cut + 1, end);
    }

    /** How long something took. */
    String seconds(double seconds) {
        return seconds < 60 ? words.say("time.seconds", String.format(Locale.ROOT, "%.1f", seconds))
                : words.say("time.minutes", (int) (seconds / 60), (int) (seconds % 60));
    }

    /** How long a node took; nothing for one that only says what is wanted, which takes no time. */
    String took(double seconds) {
        return seconds < 0.05 ? "" : seconds(seconds);
    }

    /** How much is said of a running node: with the time that is left, the same in fewer letters, or the step alone. */
    enum Length { FULL, BRIEF, LEAST }

    /** What a running node is at. */
    String running(Progress progress, Length length) {
        if (progress.phase() == null) {
            return words.say("state.begun");
        }
        String batch = progress.pictures() > 1 ? words.say("state.picture", progress.picture(), progress.pictures()) : "";
        if (progress.steps() <= 0 || progress.phase() == Phase.LOADING_MODEL) {
            return of(length == Length.FULL ? batch : "", words.say("phase." + progress.phase().name()));
        }
        String step = words.say(progress.phase() == Phase.UPSCALING ? "state.tile" : "state.step", progress.step(), progress.steps());
        double left = progress.secondsLeft();
        return switch (length) {
            case FULL -> of(batch, left <= 0 ? step : words.say("state.left", step, left(left)));
            case BRIEF -> !batch.isEmpty() ? of(batch, left <= 0 ? "" : left(left))
                    : left <= 0 ? step : words.say("state.brief", progress.step(), progress.steps(), left(left));
            case LEAST -> batch.isEmpty() ? step : batch;
        };
    }

    /** Which one of a batch it is, and what is said of it. */
    private String of(String batch, String said) {
        return batch.isEmpty() ? said : said.isEmpty() ? batch : batch + words.say("spoken.comma") + said;
    }

    private String left(double seconds) {
        long whole = Math.max(1, Math.round(seconds));
        return whole < MINUTES_FROM ? words.say("time.seconds", whole) : words.say("time.about", Math.round(seconds / 60));
    }

    /** A node's state in words for people who do not see it; empty where there is nothing to say. */
    String spoken(NodeState state) {
        return switch (state) {
            case NodeState.Waiting _ -> words.say("state.waiting");
            case NodeState.Running running when running.progress().steps() > 0 && running.progress().pictures() == 1 ->
                    words.say("spoken.running", running.progress().step(), running.progress().steps());
            case NodeState.Running running -> words.say("spoken.busy", running(running.progress(), running.progress().pictures() > 1 ? Length.FULL : Length.LEAST));
            case NodeState.Done done when done.fromCache() -> words.say("state.cached");
            case NodeState.Done done -> words.say("spoken.done", seconds(done.seconds()));
            case NodeState.Failed _ -> words.say("state.failed");
            case NodeState.Skipped _ -> words.say("state.skipped");
        };
    }
}
