package easel.ui.desk;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import easel.format.WorkflowException;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.platform.WholeFile;
import easel.ui.task.Edt;
import easel.ui.task.Lane;
import easel.ui.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The tabs on the disk as they are, so that a killed window loses no more than two seconds: {@code desk.json} says which
 * there are, {@code tab-N.easel.json} what each holds. Written a moment after a change, each file whole or not at all.
 * On the EDT but for {@link #read}; the disk is written elsewhere.
 */
public final class Journal {

    /** After this long without a change the tabs are written ... */
    private static final int QUIET_MS = 400;
    /** ... and after this long at the latest. */
    private static final int LATEST_MS = 1200;
    /** After a failure it is tried again, for the disk may have room again. */
    private static final int AGAIN_MS = 5000;

    private static final String DESK = "desk.json";
    private static final int VERSION = 1;
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    /**
     * A tab but for its document.
     *
     * @param shown the keys under which its nodes show results
     */
    record Entry(long id, String name, @Nullable String file, long modified, long size, boolean edited,
            Face face, double zoom, double x, double y, List<String> selected, String level, Map<String, Looks.Sight> elsewhere,
            List<String> results, Map<String, String> shown, boolean locked) {

        @SuppressWarnings("ConstantValue") // a file may lack any of them
        Entry {
            name = name == null ? "" : name;
            face = face == null ? Face.SIMPLE : face;
            selected = selected == null ? List.of() : List.copyOf(selected);
            level = level == null ? "" : level;
            elsewhere = elsewhere == null ? Map.of() : Map.copyOf(elsewhere);
            results = results == null ? List.of() : List.copyOf(results);
            shown = shown == null ? Map.of() : shown;
        }
    }

    /** A tab as it was left. */
    record KeptTab(Entry entry, Document document) {}

    /**
     * The desk as it was left.
     *
     * @param front which of the tabs was looked at
     * @param lost  files that could not be read; they are still there under another name
     */
    public record Kept(List<KeptTab> tabs, int front, List<KeptTab> closed, List<Path> lost) {

        /** A first start. */
        public static final Kept NOTHING = new Kept(List.of(), 0, List.of(), List.of());
    }

    private record Desk(int version, int front, List<Entry> tabs, List<Entry> closed) {}

    private final Path folder;
    private final Consumer<IOException> trouble;
    private final Timer timer = new Timer(QUIET_MS, _ -> writeNow());
    private final Object disk = new Object();
    private @Nullable Supplier<Kept> desk;
    private long unwrittenSince;
    private long turn;
    private long written;
    private boolean failing;
    /** What the files hold; guarded by {@link #disk}. */
    private final Map<Long, Document> onDisk = new HashMap<>();

    /** @param trouble told on the EDT when the tabs could not be written, once until they could again */
    public Journal(Path folder, Consumer<IOException> trouble) {
        this.folder = folder;
        this.trouble = trouble;
        timer.setRepeats(false);
    }

    /** The desk as it was left in a folder. What cannot be read is set aside and told. Not on the EDT. */
    public static Kept read(Path folder) {
        Edt.mustBeOff();
        List<Path> lost = new ArrayList<>();
        Desk desk;
        try {
            desk = GSON.fromJson(Files.readString(folder.resolve(DESK)), Desk.class);
            if (desk == null || desk.version > VERSION || desk.tabs == null) {
                throw new JsonParseException("no desk");
            }
        } catch (NoSuchFileException first) {
            return Kept.NOTHING;
        } catch (IOException | JsonParseException | IllegalArgumentException | NullPointerException e) {
            setAside(folder.resolve(DESK), lost);
            desk = ofFiles(folder);
        }
        List<KeptTab> tabs = read(folder, desk.tabs, lost);
        List<KeptTab> closed = desk.closed == null ? List.of() : read(folder, desk.closed, lost);
        return new Kept(tabs, desk.front, closed, List.copyOf(lost));
    }

    /** Without the list every document that lies there is a tab. */
    private static Desk ofFiles(Path folder) {
        List<Entry> tabs = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "tab-*" + WorkflowFile.ENDING)) {
            for (Path file : files) {
                String number = file.getFileName().toString().replaceAll("[^0-9]", "");
                if (!number.isEmpty() && number.length() < 16) {
                    tabs.add(new Entry(Long.parseLong(number), "", null, 0, 0, true, Face.SIMPLE, 0, 0, 0, List.of(), "", Map.of(),
                            List.of(), Map.of(), false));
                }
            }
        } catch (IOException | DirectoryIteratorException none) {
            // Then there is nothing to be had.
        }
        return new Desk(VERSION, 0, tabs, List.of());
    }

    private static List<KeptTab> read(Path folder, List<Entry> entries, List<Path> lost) {
        List<KeptTab> kept = new ArrayList<>();
        for (Entry entry : entries) {
            Path file = fileOf(folder, entry.id);
            try {
                kept.add(new KeptTab(entry, WorkflowFile.read(file)));
            } catch (WorkflowException e) {
                setAside(file, lost);
            }
        }
        return kept;
    }

    private static void setAside(Path file, List<Path> lost) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            lost.add(aside);
        } catch (IOException notThere) {
            lost.add(file);
        }
    }

    private static Path fileOf(Path folder, long id) {
        return folder.resolve("tab-" + id + WorkflowFile.ENDING);
    }

    /** From now on {@code now} is asked for what is to be written. */
    void keep(Supplier<Kept> now) {
        desk = now;
    }

    /** The window is gone: what comes late, such as the end of a save, is no longer its own. */
    public void end() {
        timer.stop();
        desk = null;
    }

    /** Something has changed; the disk follows. */
    void touch() {
        Edt.mustBeOn();
        if (desk == null) {
            return;
        }
        long now = System.nanoTime() / 1_000_000;
        if (!timer.isRunning()) {
            unwrittenSince = now;
        }
        timer.setInitialDelay(Math.clamp(LATEST_MS - (now - unwrittenSince), 0, QUIET_MS));
        timer.restart();
    }

    private void writeNow() {
        if (desk == null) {
            return;
        }
        Kept snapshot = desk.get();
        long mine = ++turn;
        Task.<Void>of(Lane.KEEPING, () -> {
            write(mine, snapshot);
            return null;
        }).whenFailed(this::failed).whenDone(_ -> failing = false);
    }

    private void failed(Exception e) {
        if (!failing) {
            failing = true;
            trouble.accept(e instanceof IOException io ? io : new IOException(e));
        }
        if (!timer.isRunning()) {
            timer.setInitialDelay(AGAIN_MS);
            timer.restart();
        }
    }

    private void write(long mine, Kept snapshot) throws IOException {
        synchronized (disk) {
            if (mine <= written) {
                return;
            }
            Set<Long> there = new HashSet<>();
            for (List<KeptTab> tabs : List.of(snapshot.tabs, snapshot.closed)) {
                for (KeptTab tab : tabs) {
                    long id = tab.entry.id;
                    there.add(id);
                    // By identity: drawn seeds count here, and equal documents are not worth comparing.
                    if (onDisk.get(id) != tab.document) {
                        WorkflowFile.write(fileOf(folder, id), tab.document);
                        onDisk.put(id, tab.document);
                    }
                }
            }
            Desk list = new Desk(VERSION, snapshot.front, snapshot.tabs.stream().map(KeptTab::entry).toList(), snapshot.closed.stream().map(KeptTab::entry).toList());
            WholeFile.write(folder.resolve(DESK), GSON.toJson(list).getBytes(StandardCharsets.UTF_8));
            written = mine;
            // Last: as long as the list on the disk names a document it must be there.
            for (Long id : List.copyOf(onDisk.keySet())) {
                if (!there.contains(id)) {
                    Files.deleteIfExists(fileOf(folder, id));
                    onDisk.remove(id);
                }
            }
        }
    }

    /** What writes all that is on the desk now, not on the EDT: the program is about to end. */
    public Callable<Void> ending() {
        timer.stop();
        Kept snapshot = desk == null ? null : desk.get();
        long mine = ++turn;
        return () -> {
            Edt.mustBeOff();
            if (snapshot != null) {
                write(mine, snapshot);
            }
            return null;
        };
    }
}
