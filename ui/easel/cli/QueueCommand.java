package easel.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import easel.platform.Folders;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.QueueList;
import easel.run.store.JobQueue;
import easel.run.store.Store;
import easel.run.store.StoreException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code easel queue}: the window's queue, whether the window is open or not. */
@Command(name = "queue", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = {"Shows the queue of the window and changes it; the window follows within a second.",
                "Jobs of ./easel generate end with their command and are not on it."},
        footer = {"", "Examples:", "  ./easel queue", "  ./easel queue pause", "  ./easel queue cancel 12"})
final class QueueCommand implements Runnable {

    /** What to do with it. */
    enum Action { LIST, PAUSE, RESUME, CANCEL, CLEAR }

    @Parameters(index = "0", arity = "0..1", paramLabel = "list|pause|resume|cancel|clear", description = "By itself: list. clear takes back all that wait.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "With cancel: the job's number.")
    private @Nullable Long id;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Language language = Language.ofUser();
    private final Words words = Words.of(QueueCommand.class, language);
    private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();

    @Override
    public void run() {
        if (action == Action.CANCEL && id == null) {
            throw Failed.wrongUse("queue.whichJob");
        }
        if (action != Action.CANCEL && id != null) {
            throw Failed.wrongUse("queue.notForThat", action.name().toLowerCase(Locale.ROOT));
        }
        PrintWriter err = spec.commandLine().getErr();
        try (Store store = Store.open(Folders.ofUser(), failure -> err.println(failure.sentence(language)))) {
            JobQueue queue = store.queue();
            switch (action) {
                case LIST -> list(queue);
                case PAUSE -> {
                    queue.setPaused(true);
                    done("queue.pausedNow", Map.of("paused", true));
                }
                case RESUME -> {
                    queue.setPaused(false);
                    done("queue.resumed", Map.of("paused", false));
                }
                case CANCEL -> cancel(queue, id == null ? 0 : id);
                case CLEAR -> {
                    int gone = queue.clear();
                    done("queue.cleared", Map.of("cancelled", gone), gone);
                }
            }
            spec.commandLine().getOut().flush();
            err.flush();
        } catch (StoreException e) {
            throw Failed.saying(e.failure().sentence(language));
        }
    }

    private void cancel(JobQueue queue, long job) throws StoreException {
        switch (queue.cancel(job)) {
            case TAKEN_BACK -> done("queue.cancelled", Map.of("cancelled", 1), job);
            case ASKED -> done("queue.asked", Map.of("asked", 1), job);
            case NOT_THERE -> throw Failed.because("queue.noJob", job);
        }
    }

    private void done(String code, Map<String, Object> facts, Object... arguments) {
        spec.commandLine().getOut().println(json ? gson.toJson(facts) : words.say(code, arguments));
    }

    private void list(JobQueue queue) throws StoreException {
        PrintWriter out = spec.commandLine().getOut();
        List<QueueList.Entry> entries = QueueList.of(queue);
        boolean paused = queue.isPaused();
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("paused", paused);
            all.put("jobs", entries.stream().map(QueueCommand::facts).toList());
            out.println(gson.toJson(all));
            return;
        }
        if (paused) {
            spec.commandLine().getErr().println(words.say("queue.paused"));
        }
        if (entries.isEmpty()) {
            spec.commandLine().getErr().println(words.say("queue.empty"));
        }
        for (QueueList.Entry entry : entries) {
            out.println(entry.row().id() + "  " + words.say(entry.row().isRunning() ? "queue.RUNNING" : "queue.WAITING") + "  "
                    + HistoryCommand.shortened(entry.prompt()));
        }
    }

    private static Map<String, Object> facts(QueueList.Entry entry) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", entry.row().id());
        facts.put("state", entry.row().isRunning() ? "RUNNING" : "WAITING");
        facts.put("at", entry.row().at().toString());
        facts.put("place", entry.row().place());
        facts.put("count", entry.row().count());
        facts.put("model", entry.model());
        facts.put("prompt", entry.prompt());
        return facts;
    }
}
