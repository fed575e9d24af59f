package easel.ui;

import easel.platform.Folders;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.Presets;
import easel.run.Studio;
import easel.ui.action.Actions;
import easel.ui.action.Deeds;
import easel.ui.action.Keymap;
import easel.ui.desk.Assets;
import easel.ui.desk.Desk;
import easel.ui.desk.Journal;
import easel.ui.editor.GraphFace;
import easel.ui.form.FormContext;
import easel.ui.form.FormPanel;
import easel.ui.queue.QueueDrawer;
import easel.ui.settings.Memory;
import easel.ui.settings.SettingsFile;
import easel.ui.stage.Stage;
import easel.ui.status.StatusBar;
import easel.ui.strip.Strip;
import easel.ui.tabs.TabRow;
import easel.ui.task.Edt;
import easel.ui.theme.Appearance;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.swing.JComponent;
import javax.swing.JPanel;

/**
 * The window's content built and painted once without a display, so that the build can record which classes a start of
 * the window needs: with them in the start-up cache the first key is painted in half the time. Touches no display and
 * no settings but those in {@code folders}.
 */
public final class Rehearsal {

    private Rehearsal() {}

    /**
     * Builds and paints the content; off the EDT.
     *
     * @throws ExecutionException if that fails
     */
    public static void play(Studio studio, Folders folders) throws InterruptedException, ExecutionException {
        loadWhatOnlyADisplayNeeds();
        CompletableFuture<Callable<Void>> painted = new CompletableFuture<>();
        Edt.later(() -> {
            try {
                painted.complete(paint(studio, folders));
            } catch (Throwable t) {
                painted.completeExceptionally(t);
            }
        });
        Callable<Void> ending = painted.get();
        try {
            ending.call();
        } catch (Exception e) {
            throw new ExecutionException(e);
        }
        Journal.read(folders.state().resolve("desk"));
    }

    /** What a start with a display loads beyond what follows here; loaded, not initialised. */
    private static void loadWhatOnlyADisplayNeeds() {
        for (String name : startClasses()) {
            try {
                Class.forName(name, false, Rehearsal.class.getClassLoader());
            } catch (ClassNotFoundException | LinkageError elsewhere) {
                // The list was made on Linux; what is left is loaded when the window needs it.
            }
        }
    }

    private static List<String> startClasses() {
        try (InputStream in = Rehearsal.class.getResourceAsStream("start-classes.txt")) {
            return in == null ? List.of() : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Gives what ends it elsewhere. */
    private static Callable<Void> paint(Studio studio, Folders folders) {
        Appearance.wear(false);
        SettingsFile file = new SettingsFile(folders.config().resolve("settings.json"));
        Memory memory = new Memory(file, file.load(), _ -> { });
        Language language = Language.ENGLISH;
        Words words = Words.of(EaselWindow.class, language);
        // Nothing can be done in a rehearsal; every question of the actions is answered with no.
        Deeds nothing = (Deeds) Proxy.newProxyInstance(Deeds.class.getClassLoader(), new Class<?>[] {Deeds.class},
                (_, method, _) -> method.getReturnType() == boolean.class ? false : method.getReturnType() == Optional.class ? Optional.empty() : null);
        Journal journal = new Journal(folders.state().resolve("desk"), _ -> { });
        try (Desk desk = new Desk(studio, memory, journal, Presets.bundled(), DefaultPictures::folder, new Assets(folders.data().resolve("assets")), Journal.Kept.NOTHING)) {
            Actions actions = new Actions(words, nothing, Keymap.STANDARD);
            JPanel content = new JPanel(new BorderLayout());
            content.add(new TopBar(desk, memory, words, language, actions, _ -> { }, _ -> { }), BorderLayout.NORTH);
            TabRow tabs = new TabRow(desk, words, actions);
            tabs.setSize(1280, 33);
            layOut(tabs);
            content.add(new FormPanel(new FormContext(desk, memory, words, language, (_, _) -> false, _ -> false)), BorderLayout.WEST);
            content.add(new Stage(desk, words, actions, _ -> { }), BorderLayout.CENTER);
            content.add(new StatusBar(desk, words, language, actions), BorderLayout.SOUTH);
            content.add(new Strip(desk, words, actions), BorderLayout.EAST);
            content.setSize(1280, 820);
            aside(content);
            // What many come to soon after.
            QueueDrawer queue = new QueueDrawer(desk, words, actions, _ -> { });
            queue.setSize(1280, 85);
            aside(queue);
            GraphFace graph = new GraphFace(desk, words, language, new FormContext(desk, memory, words, language, (_, _) -> false, _ -> false), Keymap.STANDARD, _ -> { }, _ -> { });
            graph.setSize(960, 700);
            graph.refresh();
            aside(graph);
            return journal.ending();
        }
    }

    private static void aside(JComponent component) {
        layOut(component);
        Graphics2D g = new BufferedImage(component.getWidth(), component.getHeight(), BufferedImage.TYPE_INT_RGB).createGraphics();
        component.paint(g);
        g.dispose();
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                layOut(inner);
            }
        }
    }
}
