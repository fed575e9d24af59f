package easel.run;

import easel.format.Infotext;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.format.PictureHead;
import easel.format.PictureTexts;
import easel.format.Recipe;
import easel.format.Thumbnail;
import easel.format.WorkflowException;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Batch;
import easel.nodes.Catalogue;
import easel.nodes.Image;
import easel.nodes.Made;
import easel.platform.Language;
import easel.run.store.FinishedJob;
import easel.run.store.HistoryEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What there is to tell of a job that is over: gathered from its results, and where there are none from its document. */
final class Account {

    private final Document document;
    private final String workflow;
    private final List<HistoryEntry.Picture> pictures = new ArrayList<>();
    private @Nullable Image first;
    private @Nullable Facts facts;
    private double inside;

    /** What a picture was asked to be, and by which model; {@code build} is the engine that painted it, if one did. */
    record Facts(String prompt, String negative, String model, String build) {}

    private Account(Document document) {
        this.document = document;
        this.workflow = WorkflowFile.text(document);
    }

    /**
     * Gathers it.
     *
     * @param keys    under which
     * @param results what the nodes gave
     * @param fresh   which nodes ran in this job, and did not find their results known
     * @param unsaved keeps pictures that nobody saved, or null to leave them
     */
    static Account of(Document document, Plan plan, Function<Step, Key> keys, Map<NodeId, Outputs> results, Set<NodeId> fresh, @Nullable ResultsFolder unsaved, Saves saves) {
        Account account = new Account(document);
        for (Step step : plan.steps()) {
            Outputs outputs = results.get(step.id());
            if (outputs == null) {
                continue;
            }
            if (fresh.contains(step.id())) {
                outputs.byName().values().forEach(account::time);
            }
            if (!plan.sinks().contains(step.id())) {
                continue;
            }
            if (!outputs.files().isEmpty()) {
                outputs.allWritten().forEach(written -> account.saved(written.file(), written.image()));
            } else if (unsaved != null && !step.feeders().isEmpty()) {
                // What a node has only loaded lies on the disk already.
                account.keep(step, keys.apply(step), outputs.images(), unsaved, saves);
            }
        }
        return account;
    }

    private void time(Object value) {
        if (value instanceof Image(_, Made made) && made != null) {
            inside = Math.max(inside, made.timings().native_());
        } else if (value instanceof Batch(var all)) {
            inside = Math.max(inside, all.stream().mapToDouble(one -> one instanceof Image(_, Made made) && made != null ? made.timings().native_() : 0).sum());
        }
    }

    private void saved(@Nullable Path file, @Nullable Image image) {
        if (file == null) {
            return;
        }
        if (image != null) {
            add(file, false, image);
            return;
        }
        try {
            PictureHead head = PictureFile.head(file);
            Optional<Recipe> recipe = head.texts().infotext().map(Recipe::of);
            pictures.add(new HistoryEntry.Picture(file, false, recipe.map(Recipe::engineSeed).orElse(OptionalLong.empty()), head.width(), head.height()));
            if (facts == null && recipe.isPresent()) {
                facts = facts(recipe.get());
            }
        } catch (PictureException goneOrAnother) {
            // It is no picture of this job any more.
        }
    }

    private static Facts facts(Recipe recipe) {
        return new Facts(recipe.prompt(), recipe.negative(), recipe.model().orElse(""), "");
    }

    private void keep(Step step, Key key, List<Image> images, ResultsFolder unsaved, Saves saves) {
        for (int i = 0; i < images.size(); i++) {
            try {
                add(unsaved.keep(images.get(i), step.id(), i, key, workflow, saves), true, images.get(i));
            } catch (PictureException notKept) {
                // The window shows it; a full disk is told of where it matters, at the database.
            }
        }
    }

    private void add(Path file, boolean kept, Image image) {
        Made made = image.made();
        pictures.add(new HistoryEntry.Picture(file.toAbsolutePath(), kept, made == null ? OptionalLong.empty() : OptionalLong.of(made.seed()),
                image.picture().width(), image.picture().height()));
        first = first == null ? image : first;
        if (facts == null && made != null) {
            facts = new Facts(made.prompt(), made.negativePrompt(), made.model(), made.buildId());
        }
    }

    /** The pictures it left. */
    List<HistoryEntry.Picture> pictures() {
        return pictures;
    }

    /** Makes the small picture, if there is a picture. */
    Optional<Ledger.Thumb> thumbnail() {
        Image image = first;
        return image == null ? Optional.empty() : Optional.of(() -> Thumbnail.of(image.picture()));
    }

    /** All of it. */
    FinishedJob finished(Ending ending, double seconds) {
        Facts said = facts != null ? facts : asked(document);
        return new FinishedJob(Instant.now(), switch (ending) {
            case Ending.Done _ -> HistoryEntry.Kind.DONE;
            case Ending.Failed _ -> HistoryEntry.Kind.FAILED;
            case Ending.Cancelled _ -> HistoryEntry.Kind.CANCELLED;
        }, ending instanceof Ending.Failed(Trouble trouble) ? reason(trouble) : null, seconds, inside, said.model, said.prompt, said.negative, said.build,
                workflow, pictures);
    }

    static HistoryEntry.Reason reason(Trouble trouble) {
        return new HistoryEntry.Reason(trouble.code(), trouble.sentence(Language.ENGLISH), trouble.sentence(Language.CHINESE));
    }

    /** How a job ended that is in the history. */
    static Ending ending(HistoryEntry entry) {
        HistoryEntry.Reason reason = entry.failure();
        return switch (entry.ending()) {
            case DONE -> new Ending.Done();
            case CANCELLED -> new Ending.Cancelled();
            case FAILED -> new Ending.Failed(reason == null ? new Trouble.Told("", "", "") : new Trouble.Told(reason.code(), reason.english(), reason.chinese()));
        };
    }

    /** What a document asks for: the words in it, those that lead to an input for what should not be seen apart; its model. */
    static Facts asked(Document document) {
        List<String> positive = new ArrayList<>();
        List<String> negative = new ArrayList<>();
        String model = "";
        Set<NodeId> feedingNegative = document.links().filter(l -> l.to().input().contains("negative")).map(l -> l.from().node()).collect(Collectors.toSet());
        for (Node node : document.nodes()) {
            Schema schema = Catalogue.schema(node.type()).orElse(null);
            if (schema == null) {
                continue;
            }
            for (Schema.Parameter parameter : schema.parameters()) {
                if (!(node.value(parameter.name()).orElse(parameter.standard()) instanceof Value.Text(String text)) || text.isBlank()) {
                    continue;
                }
                if (parameter.rule() instanceof Rule.Words(int _, Rule.Words.Use use) && use != Rule.Words.Use.STYLES && schema.kind() == Schema.Kind.WORDS) {
                    (feedingNegative.contains(node.id()) ? negative : positive).add(text);
                } else if (model.isEmpty() && parameter.rule() instanceof Rule.File file && file.of().takesCheckpoints()) {
                    model = name(text);
                }
            }
        }
        return new Facts(String.join("\n", positive), String.join("\n", negative), model, "");
    }

    private static Facts asked(String workflow) {
        try {
            return asked(WorkflowFile.parse(workflow));
        } catch (WorkflowException newerOrDamaged) {
            return new Facts("", "", "", "");
        }
    }

    private static String name(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    /** What a picture file says of the job that made it; empty for one that says nothing. */
    static Optional<FinishedJob> ofFile(Path file, Instant at) throws PictureException {
        PictureHead head = PictureFile.head(file);
        Optional<Infotext> infotext = head.texts().infotext();
        String workflow = head.texts().get(PictureTexts.EASEL).orElse("");
        if (infotext.isEmpty() && workflow.isEmpty() || head.texts().get(PictureTexts.EASEL_SHEET).isPresent()) {
            return Optional.empty();
        }
        Recipe recipe = infotext.map(Recipe::of).orElse(null);
        Facts facts = recipe == null ? asked(workflow) : facts(recipe);
        return Optional.of(new FinishedJob(at, HistoryEntry.Kind.DONE, null, 0, 0, facts.model, facts.prompt, facts.negative, "", workflow,
                List.of(new HistoryEntry.Picture(file, false, recipe == null ? OptionalLong.empty() : recipe.engineSeed(), head.width(), head.height()))));
    }
}
