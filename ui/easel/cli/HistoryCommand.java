package easel.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import easel.platform.Folders;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.HistoryRebuild;
import easel.run.store.HistoryEntry;
import easel.run.store.HistoryQuery;
import easel.run.store.JobHistory;
import easel.run.store.Store;
import easel.run.store.StoreException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code easel history}: the jobs that are over. */
@Command(name = "history", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "Lists the jobs that are over, the newest first.",
        footer = {"", "Examples:", "  ./easel history --search 'sunset boat'", "  ./easel history --since 2026-03-01 --json"})
final class HistoryCommand implements Runnable {

    private static final int MOST = 100_000;
    /** Read at once: the rest is not held in memory. */
    private static final int PAGE = 500;
    private static final int PROMPT = 70;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    @Option(names = "--search", paramLabel = "WORDS", description = "Only those with all these words in the prompt, or words that begin so.")
    private String search = "";

    @Option(names = "--model", paramLabel = "NAME", description = "Only those of this model, or of models with these words in their name.")
    private String model = "";

    @Option(names = "--since", paramLabel = "DATE", description = "Nothing older than this day (2026-03-01) or time (2026-03-01T18:30).")
    private @Nullable String since;

    @Option(names = "--starred", description = "Only those with a star.")
    private boolean starred;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. By itself: 20.")
    private int limit = 20;

    @Option(names = "--rebuild", paramLabel = "FOLDER", description = "First add the pictures in this folder that the history does not have, from what they say of themselves.")
    private List<Path> rebuild = List.of();

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Language language = Language.ofUser();
    private final Words words = Words.of(HistoryCommand.class, language);
    private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();

    @Override
    public void run() {
        if (limit < 1 || limit > MOST) {
            throw Failed.wrongUse("range", "--limit", limit, "1 - " + MOST);
        }
        Instant from = from();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        for (Path folder : rebuild) {
            if (!Files.isDirectory(folder)) {
                throw Failed.because("history.noFolder", folder);
            }
        }
        Folders folders = Folders.ofUser();
        try (Store store = Store.open(folders, failure -> err.println(failure.sentence(language)))) {
            if (!rebuild.isEmpty()) {
                err.println(words.say("history.added", HistoryRebuild.of(store.history(), folders).from(rebuild)));
            }
            int printed = print(store.history(), new HistoryQuery(search, model, from, starred, Long.MAX_VALUE, Math.min(limit, PAGE)), out);
            if (printed == 0 && !json) {
                err.println(words.say("history.none"));
            }
            out.flush();
            err.flush();
        } catch (StoreException e) {
            throw Failed.saying(e.failure().sentence(language));
        }
    }

    private @Nullable Instant from() {
        if (since == null) {
            return null;
        }
        try {
            LocalDateTime local = since.contains("T") ? LocalDateTime.parse(since) : LocalDate.parse(since).atStartOfDay();
            return local.atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw Failed.wrongUse("history.badDate", "--since", since);
        }
    }

    private int print(JobHistory history, HistoryQuery query, PrintWriter out) throws StoreException {
        int printed = 0;
        for (List<HistoryEntry> page = history.find(query); !page.isEmpty(); page = history.find(query)) {
            for (HistoryEntry entry : page) {
                if (json) {
                    out.println(gson.toJson(facts(entry)));
                } else {
                    line(entry, out);
                }
                if (++printed == limit) {
                    return printed;
                }
            }
            query = query.after(page.getLast());
        }
        return printed;
    }

    private void line(HistoryEntry entry, PrintWriter out) {
        HistoryEntry.Reason failure = entry.failure();
        out.println(WHEN.format(entry.at().atZone(ZoneId.systemDefault())) + (entry.starred() ? " * " : "   ")
                + (entry.model().isEmpty() ? "" : entry.model() + "  ") + shortened(entry.prompt()));
        if (failure != null) {
            out.println("    " + words.say("history.failed", sentence(failure)));
        }
        for (HistoryEntry.Picture picture : entry.pictures()) {
            out.println("    " + picture.file() + (Files.exists(picture.file()) ? "" : " " + words.say("history.gone")));
        }
    }

    /** In one line. */
    static String shortened(String prompt) {
        String line = prompt.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.codePointCount(0, line.length()) <= PROMPT ? line : line.substring(0, line.offsetByCodePoints(0, PROMPT)) + "...";
    }

    private String sentence(HistoryEntry.Reason failure) {
        return language == Language.CHINESE ? failure.chinese() : failure.english();
    }

    private Map<String, Object> facts(HistoryEntry entry) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", entry.id());
        facts.put("at", entry.at().toString());
        facts.put("ending", entry.ending().name());
        facts.put("seconds", entry.seconds());
        facts.put("secondsInLibrary", entry.inside());
        facts.put("model", entry.model());
        facts.put("prompt", entry.prompt());
        facts.put("negative", entry.negative());
        facts.put("starred", entry.starred());
        HistoryEntry.Reason failure = entry.failure();
        if (failure != null) {
            facts.put("code", failure.code());
            facts.put("message", sentence(failure));
        }
        facts.put("pictures", entry.pictures().stream().map(HistoryCommand::facts).toList());
        return facts;
    }

    private static Map<String, Object> facts(HistoryEntry.Picture picture) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", picture.file().toString());
        facts.put("kept", picture.kept());
        picture.seed().ifPresent(seed -> facts.put("seed", seed));
        facts.put("width", picture.width());
        facts.put("height", picture.height());
        return facts;
    }
}
