package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Value;
import easel.platform.Folders;
import easel.run.NodeState;
import easel.run.Preset;
import easel.run.Studio;
import easel.support.PlainPreset;
import easel.ui.desk.Assets;
import easel.ui.desk.Desk;
import easel.ui.desk.Journal;
import easel.ui.desk.Tab;
import easel.ui.settings.Memory;
import easel.ui.settings.SettingsFile;
import easel.ui.theme.Appearance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What tabs hold of the pictures that their nodes gave. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class HeldPicturesTest {

    @TempDir
    Path home;

    private final ScriptedEngine engine = ScriptedEngine.holdingAt(5);
    private Studio studio;
    private Memory memory;
    private Journal journal;
    private Desk desk;
    private Tab tab;

    @BeforeEach
    void open() throws Exception {
        Folders folders = new Folders(home.resolve("config"), home.resolve("data"), home.resolve("cache"), home.resolve("state"));
        SettingsFile file = new SettingsFile(home.resolve("settings.json"));
        Path model = Files.writeString(home.resolve("model.safetensors"), "weights");
        Preset plain = PlainPreset.preset();
        Preset preset = new Preset(plain.name(), new Edit.SetParameter(InputRef.of("model", "checkpoint"), Value.of(model.toString()))
                .on(plain.document()));
        studio = new Studio(engine, folders, home);
        onEdt(() -> {
            Appearance.wear(true);
            memory = new Memory(file, file.load(), _ -> { });
            journal = new Journal(home.resolve("desk"), _ -> { });
            desk = new Desk(studio, memory, journal, List.of(preset), () -> home.resolve("pictures"), new Assets(home.resolve("assets")),
                    Journal.Kept.NOTHING);
            tab = desk.front();
            desk.jobs().generate();
            return null;
        });
        until("it runs", () -> onEdt(() -> tab.nodes().stream().anyMatch(n -> n.state() instanceof NodeState.Running)));
    }

    @AfterEach
    void close() throws Exception {
        onEdt(() -> {
            desk.close();
            return journal.ending();
        }).call();
        onEdt(memory::ending).call();
        studio.close();
        engine.close();
    }

    private void painted() {
        engine.letGo();
        until("it is over", () -> onEdt(() -> desk.jobs().queue().isEmpty() && !desk.jobs().cards().isEmpty()));
    }

    private boolean holds(String node) {
        return onEdt(() -> tab.nodes().stream().anyMatch(n -> n.node().text().equals(node) && n.state() instanceof NodeState.Done done
                && !done.images().isEmpty()));
    }

    @Test
    void a_tab_that_is_closed_while_it_runs_holds_none_and_shows_them_when_it_is_opened_again() {
        onEdt(() -> {
            desk.close(tab);
            return null;
        });
        painted();
        assertThat(onEdt(tab::nodes)).isEmpty();
        onEdt(() -> {
            desk.reopen(tab);
            desk.inspect(tab.document(), _ -> { });
            return null;
        });
        until("what it gave is known", () -> holds("sampler"));
    }
}
