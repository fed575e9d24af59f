package easel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Value;
import easel.platform.Folders;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.Preset;
import easel.run.RunEvent;
import easel.run.Studio;
import easel.support.PlainPreset;
import easel.ui.action.Actions;
import easel.ui.action.Deeds;
import easel.ui.action.Keymap;
import easel.ui.action.UserAction;
import easel.ui.canvas.CanvasView;
import easel.ui.canvas.Likeness;
import easel.ui.desk.Assets;
import easel.ui.desk.Desk;
import easel.ui.desk.DeskListener;
import easel.ui.desk.Journal;
import easel.ui.desk.Tab;
import easel.ui.editor.GraphFace;
import easel.ui.form.FormContext;
import easel.ui.settings.Memory;
import easel.ui.settings.SettingsFile;
import easel.ui.task.Lane;
import easel.ui.task.Task;
import easel.ui.theme.Appearance;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Anything in any order: mouse and keys through the canvas's own listeners, tabs, files, runs, undo in the middle of a
 * drag. After each gesture the canvas shows what a new one would, and the document is what a file of it holds; taking
 * everything back leads to the beginning.
 */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
@ExtendWith(EdtFlight.class)
class RandomWalkTest {

    private static final int FILES = 5;
    private static final int ROUNDS = 50;
    private static final int GESTURES = 100;
    /** Selecting all and duplicating would soon be all that happens. */
    private static final int LARGE = 120;
    private static final int LAST = 40;

    @TempDir
    Path home;

    private ScriptedEngine engine;
    private Studio studio;
    private Memory memory;
    private Journal journal;
    private Desk desk;
    private GraphFace face;
    private Random random;
    private Likeness hand;
    private final Deque<String> last = new ArrayDeque<>();
    /** The files that were saved in this round. */
    private final Set<Path> written = new LinkedHashSet<>();
    private int reopened;
    private int inside;
    /** How each tab began, by its document's home: undo leads there. */
    private final Map<Tab, Document> beginnings = new HashMap<>();

    @BeforeEach
    void open() throws Exception {
        EdtWatch.install();
        engine = new ScriptedEngine(1, 2, _ -> null);
        Folders folders = new Folders(home.resolve("config"), home.resolve("data"), home.resolve("cache"), home.resolve("state"));
        studio = new Studio(engine, folders, home);
        SettingsFile settings = new SettingsFile(folders.config().resolve("settings.json"));
        Files.createDirectories(folders.config());
        EventQueue.invokeAndWait(() -> {
            Appearance.wear(true);
            memory = new Memory(settings, settings.load(), _ -> { });
        });
    }

    @AfterEach
    void close() throws Exception {
        OpenWindow.onEdt(memory::ending).call();
        quiet();
        studio.close();
        engine.close();
        assertThat(EdtWatch.seen()).isEmpty();
    }

    private Preset preset() throws Exception {
        Path model = Files.writeString(home.resolve("model.safetensors"), "weights");
        Preset first = PlainPreset.preset();
        return new Preset(first.name(), new Edit.SetParameter(InputRef.of("model", "checkpoint"), Value.of(model.toString())).on(first.document()));
    }

    private CanvasView canvas() {
        return Likeness.in(face).findFirst().orElseThrow();
    }

    @Test
    void five_thousand_gestures() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = 20261129L + round;
            try {
                round(seed);
            } catch (Throwable t) {
                throw new AssertionError("round " + round + ", seed " + seed + ", last " + String.join("; ", last), t);
            }
        }
        assertThat(inside).as("gestures inside subgraphs").isPositive();
        assertThat(reopened).as("files that were saved and read again").isPositive();
    }

    private void round(long seed) throws Exception {
        random = new Random(seed);
        last.clear();
        beginnings.clear();
        written.clear();
        for (int i = 0; i < FILES; i++) {
            Files.deleteIfExists(home.resolve("saved-" + i));   // of another round
        }
        Preset preset = preset();
        Path state = home.resolve("desk-" + seed);
        EventQueue.invokeAndWait(() -> {
            journal = new Journal(state, _ -> { });
            desk = new Desk(studio, memory, journal, List.of(preset), () -> home.resolve("pictures"), new Assets(home.resolve("assets")), Journal.Kept.NOTHING);
            FormContext context = new FormContext(desk, memory, Words.of(EaselWindow.class, Language.ENGLISH), Language.ENGLISH, (_, _) -> false, _ -> false);
            face = new GraphFace(desk, Words.of(EaselWindow.class, Language.ENGLISH), Language.ENGLISH, context, Keymap.STANDARD, _ -> { }, _ -> { });
            face.setSize(1200, 800);
            new Actions(Words.of(EaselWindow.class, Language.ENGLISH), deeds(), Keymap.STANDARD).bindKeys(face);
            hand = new Likeness(this::canvas, random);
            desk.listen(new DeskListener() {
                @Override
                public void documentChanged(boolean otherForm) {
                    refresh();
                }

                @Override
                public void tabsChanged() {
                    refresh();
                }

                @Override
                public void nodesChanged(Tab tab, List<RunEvent.NodeChanged> nodes) {
                    face.tell(tab, nodes);
                }
            });
            desk.show(Likeness.example());
            refresh();
            begin();
        });
        for (int i = 0; i < GESTURES; i++) {
            EventQueue.invokeAndWait(this::gesture);
        }
        EventQueue.invokeAndWait(() -> {
            if (hand.isHolding()) {
                hand.letGo();
            }
            face.take();
            desk.jobs().cancelAll();
        });
        OpenWindow.until("nothing runs", () -> OpenWindow.onEdt(() -> desk.jobs().queue().isEmpty() && !desk.jobs().run().isBusy()));
        quiet();
        reopenAll();
        EventQueue.invokeAndWait(this::undoAll);
        OpenWindow.onEdt(() -> {
            desk.close();
            return journal.ending();
        }).call();
        quiet();
    }

    /** Of what a window does by keys, that which this walk does. */
    private Deeds deeds() {
        Map<String, Supplier<?>> known = Map.of("undo", does(desk::undo), "redo", does(desk::redo), "undoable", desk::undoable, "redoable", desk::redoable,
                "hasTabs", () -> desk.tabs().size() > 1, "nextTab", does(() -> desk.raiseBeside(1)), "previousTab", does(() -> desk.raiseBeside(-1)),
                "save", does(this::save), "newTab", does(desk::fresh));
        return (Deeds) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Deeds.class}, (_, method, _) -> {
            Supplier<?> deed = known.get(method.getName());
            return deed != null ? deed.get() : method.getReturnType() == boolean.class ? Boolean.FALSE : method.getReturnType() == Optional.class ? Optional.empty() : null;
        });
    }

    private static Supplier<Object> does(Runnable deed) {
        return () -> {
            deed.run();
            return null;
        };
    }

    /** The key of the window, as it comes to the canvas. */
    private String press(UserAction action) {
        KeyStroke stroke = Keymap.STANDARD.first(action);
        JComponent sheet = canvas().sheet();
        SwingUtilities.processKeyBindings(new KeyEvent(sheet, KeyEvent.KEY_PRESSED, 0, stroke.getModifiers(), stroke.getKeyCode(), KeyEvent.CHAR_UNDEFINED));
        return "key " + action;
    }

    private void save() {
        Tab front = desk.front();
        Path file = front.file() == null ? home.resolve("saved-" + random.nextInt(FILES)) : front.file();
        face.take();
        written.add(file);
        desk.files().save(front, file);
    }

    /**
     * Every file that was saved opens, to what its tab shows if nothing was changed since. What was saved while the file was
     * being written is written as it is by then, so of others it cannot be said which document they hold.
     */
    private void reopenAll() throws Exception {
        for (Path file : written) {
            if (Files.exists(file)) {
                Document read = WorkflowFile.read(file);
                reopened++;
                List<Document> unchanged = OpenWindow.onEdt(() -> desk.tabs().stream().filter(t -> file.equals(t.file()) && !t.isEdited()).map(Tab::document).toList());
                assertThat(unchanged).allMatch(read::equals);
            }
        }
    }

    /** A face in no window is laid out by nobody. */
    private void refresh() {
        face.refresh();
        layOut(face);
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                layOut(inner);
            }
        }
    }

    private void begin() {
        desk.tabs().forEach(t -> beginnings.putIfAbsent(t, t.document()));
    }

    private void gesture() {
        String what = act();
        begin();
        last.addLast(what);
        if (last.size() > LAST) {
            last.removeFirst();
        }
        inside += desk.front().level().isTop() ? 0 : 1;
        assertThat(canvas().document()).isEqualTo(desk.shown());
        hand.hold();
        try {
            Document read = WorkflowFile.parse(WorkflowFile.text(desk.document()));
            if (!read.equals(desk.document())) {
                assertThat(read.nodes()).isEqualTo(desk.document().nodes());
                assertThat(read.groups()).isEqualTo(desk.document().groups());
                assertThat(read.form()).isEqualTo(desk.document().form());
            }
            assertThat(read).isEqualTo(desk.document());
        } catch (Exception e) {
            throw new AssertionError("no file", e);
        }
    }

    private String act() {
        if (desk.document().size() > LARGE) {
            for (int i = 0; i < 10; i++) {
                desk.undo();
            }
            return "undo, it grew";
        }
        String typed = random.nextInt(3) > 0 ? hand.type() : "";
        if (!typed.isEmpty()) {
            return typed;
        }
        JTextComponent field = inPlace();
        if (field != null && random.nextInt(3) > 0) {
            return typeInPlace(field);
        }
        return switch (random.nextInt(24)) {
            case 0, 1, 2 -> press(UserAction.UNDO);
            case 3 -> press(UserAction.REDO);
            case 4 -> tab();
            case 5 -> press(UserAction.SAVE);
            case 6 -> {
                if (random.nextBoolean()) {
                    desk.jobs().generate();
                    yield "generate";
                }
                desk.jobs().cancel();
                yield "cancel";
            }
            case 7, 8, 9, 10, 11 -> hand.key();
            default -> hand.mouse();
        };
    }

    private String tab() {
        switch (random.nextInt(5)) {
            case 0 -> {
                return desk.tabs().size() < 5 ? press(UserAction.NEW) : "no new tab";
            }
            case 1 -> {
                face.take();
                desk.close(desk.front());
                return "close tab";
            }
            case 2 -> {
                desk.closed().stream().findFirst().ifPresent(desk::reopen);
                return "reopen tab";
            }
            default -> {
                return press(random.nextBoolean() ? UserAction.NEXT_TAB : UserAction.PREVIOUS_TAB);
            }
        }
    }

    private JTextComponent inPlace() {
        return find(face, "in-place.field") instanceof JTextComponent field ? field : null;
    }

    private static Component find(Container in, String name) {
        for (Component c : in.getComponents()) {
            if (name.equals(c.getName())) {
                return c;
            }
            if (c instanceof Container inner && find(inner, name) instanceof Component found) {
                return found;
            }
        }
        return null;
    }

    private String typeInPlace(JTextComponent field) {
        String key = switch (random.nextInt(6)) {
            case 0 -> "ENTER";
            case 1 -> "ESCAPE";
            case 2 -> "TAB";
            default -> "";
        };
        if (!key.isEmpty()) {
            KeyStroke stroke = KeyStroke.getKeyStroke(key);
            SwingUtilities.processKeyBindings(new KeyEvent((JComponent) field, KeyEvent.KEY_PRESSED, 0, stroke.getModifiers(), stroke.getKeyCode(), KeyEvent.CHAR_UNDEFINED));
            return "in place " + key;
        }
        String typed = List.of("7", "a", " sun", "0.5", "", "\u5c71", "(x:1.2)").get(random.nextInt(7));
        field.replaceSelection(typed);
        return "in place '" + typed + "'";
    }

    /** Waits until what was asked for elsewhere has been answered. */
    private void quiet() throws Exception {
        for (int i = 0; i < 3; i++) {
            for (Lane lane : Lane.values()) {
                // The threads of a lane meet here: what was begun before is over.
                int threads = lane == Lane.KEEPING || lane == Lane.ENGINE ? 1 : 2;
                CyclicBarrier meeting = new CyclicBarrier(threads + 1);
                for (int thread = 0; thread < threads; thread++) {
                    Task.of(lane, () -> meeting.await(20, TimeUnit.SECONDS)).start();
                }
                meeting.await(20, TimeUnit.SECONDS);
            }
            EventQueue.invokeAndWait(() -> { });
        }
    }

    private void undoAll() {
        for (Tab tab : desk.tabs()) {
            desk.raise(tab);
            while (desk.undoable().isPresent()) {
                desk.undo();
            }
            if (!desk.document().equals(beginnings.get(tab))) {
                assertThat(WorkflowFile.text(desk.document())).as("everything taken back").isEqualTo(WorkflowFile.text(beginnings.get(tab)));
            }
            assertThat(desk.document()).isEqualTo(beginnings.get(tab));
            hand.hold();
        }
    }
}
