package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_N;
import static java.awt.event.KeyEvent.VK_O;
import static java.awt.event.KeyEvent.VK_PAGE_DOWN;
import static java.awt.event.KeyEvent.VK_PAGE_UP;
import static java.awt.event.KeyEvent.VK_S;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_T;
import static java.awt.event.KeyEvent.VK_W;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import easel.format.WorkflowFile;
import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.FormEdit;
import easel.support.PlainPreset;
import easel.ui.desk.FormFields;
import java.awt.Component;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class TabsTest extends WindowJourney {

    private boolean fileBarShows() {
        return onEdt(() -> window.named("file-bar", Component.class) instanceof Component bar && bar.isShowing());
    }

    private void saveTo(Path file) {
        window.keys(VK_CONTROL, VK_SHIFT, VK_S);
        choose(file);
        until("it is saved", () -> Files.exists(file));
    }

    @Test
    void each_tab_has_its_own_words_and_its_own_undo() throws Exception {
        open(ScriptedEngine.quick());
        String fresh = prompt();
        assertThat(tabs()).as("one form alone needs no tabs").isEmpty();
        typeAtEnd(" one");
        window.keys(VK_CONTROL, VK_N);
        until("there are two", () -> tabs().equals(List.of("Text to image, not saved", "[Text to image 2]")));
        assertThat(prompt()).isEqualTo(fresh);
        typeAtEnd(" two");
        window.keys(VK_CONTROL, VK_PAGE_UP);
        until("the first is in front", () -> prompt().equals(fresh + " one"));
        window.keys(VK_CONTROL, VK_Z);
        until("its step is undone", () -> prompt().equals(fresh));
        window.keys(VK_CONTROL, VK_PAGE_DOWN);
        until("the second is as it was", () -> prompt().equals(fresh + " two"));
        window.click(onEdt(() -> window.named("tabs", java.awt.Container.class).getComponent(2)));
        until("a click goes back", () -> prompt().equals(fresh));
    }

    @Test
    void a_file_is_saved_closed_and_opened_again() throws Exception {
        open(ScriptedEngine.quick());
        typeAtEnd(" kept");
        Path file = home.resolve("mine.easel.json");
        window.keys(VK_CONTROL, VK_SHIFT, VK_S);
        choose(home.resolve("mine"));
        until("it is saved, with the ending of workflows", () -> content(file).contains(" kept"));
        typeAtEnd(" more");
        window.keys(VK_CONTROL, VK_S);
        until("it is saved again", () -> content(file).contains(" kept more"));
        window.keys(VK_CONTROL, VK_N);
        until("there are two", () -> tabs().equals(List.of("mine", "[Text to image]")));
        window.keys(VK_CONTROL, VK_O);
        choose(file);
        until("the open one is raised", () -> tabs().equals(List.of("[mine]", "Text to image")));
        window.keys(VK_CONTROL, VK_W);
        until("it is closed", () -> tabs().isEmpty());
        window.keys(VK_CONTROL, VK_O);
        choose(file);
        until("it is there again, in the place of what nobody touched", () -> prompt().endsWith(" kept more") && tabs().isEmpty());
    }

    @Test
    void what_was_closed_without_being_saved_is_had_back_with_its_undo_steps_and_pictures() throws Exception {
        open(ScriptedEngine.quick());
        String fresh = prompt();
        typeAtEnd(" lost");
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_ENTER);
        until("a picture is there", () -> texts().contains("128 \u00D7 128"));
        window.keys(VK_CONTROL, VK_W);
        until("a fresh one is there, and the line says where the other is", () -> prompt().equals(fresh) && texts().contains("Recently closed"));
        assertThat(onEdt(() -> window.named("strip", JList.class).getModel().getSize())).isZero();
        window.keys(VK_CONTROL, VK_SHIFT, VK_T);
        until("it is back", () -> prompt().equals(fresh + " lost") && onEdt(() -> window.named("strip", JList.class).getModel().getSize()) == 1);
        window.keys(VK_CONTROL, VK_Z);
        until("and can be undone", () -> prompt().equals(fresh));
    }

    @Test
    void others_change_a_file_and_one_reloads_it_or_keeps_ones_own() throws Exception {
        open(ScriptedEngine.quick());
        String fresh = prompt();
        typeAtEnd(" mine");
        assertThat(fileBarShows()).as("nothing is to be said of a workflow without a file").isFalse();
        Path file = home.resolve("shared.easel.json");
        saveTo(file);
        typeAtEnd(" too");
        Files.writeString(file, content(file).replace(" mine", " theirs"));
        until("it is said", () -> fileBarShows() && texts().contains("shared.easel.json was changed by another program"));
        window.click(window.named("file.keep-mine", Component.class));
        until("mine is in the file", () -> content(file).contains(" mine too") && !fileBarShows());

        Files.writeString(file, content(file).replace(" mine too", " theirs"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + 2000));
        until("it is said again", this::fileBarShows);
        window.click(window.named("file.reload", Component.class));
        until("theirs is here", () -> prompt().equals(fresh + " theirs") && !fileBarShows());
    }

    @Test
    void a_picture_dropped_on_a_form_that_takes_none_is_told_where_it_could_go() throws Exception {
        Path file = home.resolve("words.easel.json");
        Document plain = PlainPreset.document();
        Field start = FormFields.first(plain, Control.Picture.class).orElseThrow();
        Files.writeString(file, WorkflowFile.text(new FormEdit.RemoveField(start.name()).on(plain)));
        Path picture = home.resolve("photo.png");
        javax.imageio.ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        window = new OpenWindow(home, ScriptedEngine.quick(), "ENGLISH", List.of(file));
        until("the workflow is open", () -> onEdt(() -> window.frame().getTitle().contains("words")));
        OpenWindow.dropOn((JComponent) window.frame().getContentPane(), picture);
        until("it is said", () -> texts().contains("This form starts from no picture."));
    }

    @Test
    void a_save_never_overwrites_what_others_wrote_a_moment_ago() throws Exception {
        open(ScriptedEngine.quick());
        typeAtEnd(" mine");
        Path file = home.resolve("race.easel.json");
        saveTo(file);
        typeAtEnd(" new");
        String theirs = content(file).replace(" mine", " theirs and longer");
        Files.writeString(file, theirs);
        window.keys(VK_CONTROL, VK_S);
        until("it is said", this::fileBarShows);
        assertThat(content(file)).isEqualTo(theirs);
    }

    @Test
    void a_file_that_is_gone_or_cannot_be_written_costs_nothing() throws Exception {
        open(ScriptedEngine.quick());
        typeAtEnd(" safe");
        Path folder = Files.createDirectory(home.resolve("stick"));
        Path file = folder.resolve("w.easel.json");
        saveTo(file);
        Files.delete(file);
        Files.delete(folder);
        Files.writeString(folder, "no folder any more");
        until("it is said", () -> texts().contains("is no longer there"));
        window.click(window.named("file.write-again", Component.class));
        until("that cannot be, in one sentence", () -> texts().contains("could not be written"));
        assertThat(prompt()).endsWith(" safe");
        Files.delete(folder);
        window.click(window.named("file.try-again", Component.class));
        until("now it can", () -> content(file).contains(" safe") && !fileBarShows());
    }

    @Test
    void a_second_start_opens_its_files_in_tabs_here() throws Exception {
        open(ScriptedEngine.quick());
        typeAtEnd(" first");
        Path file = home.resolve("other.easel.json");
        Files.writeString(file, easel.format.WorkflowFile.text(PlainPreset.document()));
        Path state = home.resolve("state");
        until("it takes files", () -> SingleWindow.handOver(state, List.of(file)));
        until("it is open beside the first", () -> tabs().equals(List.of("Text to image, not saved", "[other]")));
        window.keys(VK_CONTROL, VK_PAGE_UP);
        SingleWindow.handOver(state, List.of(file));
        until("it is raised, not opened twice", () -> tabs().equals(List.of("Text to image, not saved", "[other]")));
        Path broken = Files.writeString(home.resolve("broken.easel.json"), "{\"easel\":1,");
        SingleWindow.handOver(state, List.of(broken));
        until("one sentence says why not", () -> texts().contains("broken.easel.json was not opened."));
        assertThat(tabs()).hasSize(2);
    }

    @Test
    void more_tabs_than_there_is_room_for_are_all_in_a_list_and_the_one_in_front_is_seen() throws Exception {
        open(ScriptedEngine.quick());
        for (int i = 2; i <= 18; i++) {
            window.keys(VK_CONTROL, VK_N);
            String title = "Text to image " + i;
            until(title + " is in front", () -> tabs().contains("[" + title + "]"));
        }
        assertThat(tabs()).hasSizeLessThan(18);
        window.click(window.named("tab.all", Component.class));
        until("the list has them all", () -> onEdt(() -> javax.swing.MenuSelectionManager.defaultManager().getSelectedPath().length > 0
                ? ((javax.swing.JPopupMenu) javax.swing.MenuSelectionManager.defaultManager().getSelectedPath()[0]).getComponentCount() : 0) == 18);
        window.keys(java.awt.event.KeyEvent.VK_ESCAPE);
        window.keys(VK_CONTROL, VK_PAGE_DOWN);
        until("round at the end comes the first", () -> tabs().contains("[Text to image]"));
    }

    @Test
    void a_picture_of_ours_is_opened_with_the_workflow_that_painted_it_beside_what_is_being_worked_on() throws Exception {
        open(ScriptedEngine.quick());
        typeAtEnd(" painted");
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_ENTER);
        until("a picture is there", () -> texts().contains("128 \u00D7 128"));
        typeAtEnd(" later");
        Path picture;
        try (var files = Files.list(window.pictures())) {
            picture = files.filter(f -> f.toString().endsWith(".png")).findFirst().orElseThrow();
        }
        until("it is taken", () -> SingleWindow.handOver(home.resolve("state"), List.of(picture)));
        until("its words are in a tab of their own", () -> tabs().size() == 2 && prompt().endsWith(" painted"));
        window.keys(VK_CONTROL, VK_PAGE_UP);
        until("the other is as it was", () -> prompt().endsWith(" painted later"));
        SingleWindow.handOver(home.resolve("state"), List.of(picture));
        until("it is raised, not opened twice", () -> prompt().endsWith(" painted") && tabs().size() == 2);
    }

    @Test
    void a_picture_from_elsewhere_is_painted_into_the_windows_folder_and_shown_again_though_nothing_has_to_run() throws Exception {
        open(ScriptedEngine.quick());
        easel.graph.Document there = PlainPreset.document()
                .mapEverywhere(n -> n.type().equals("save-picture") ? n.with("folder", easel.graph.Value.of("/nowhere/at/all")) : n);
        there = new easel.graph.Edit.SetParameter(easel.graph.InputRef.of("sampler", "seed"), easel.graph.Value.Seed.fixed(4)).on(there);
        there = new easel.graph.Edit.SetParameter(easel.graph.InputRef.of("prompt", "text"), easel.graph.Value.of("a sea")).on(there);
        Path model = Files.writeString(home.resolve("model.safetensors"), "weights");
        there = new easel.graph.Edit.SetParameter(easel.graph.InputRef.of("model", "checkpoint"), easel.graph.Value.of(model.toString())).on(there);
        Path picture = home.resolve("sent.png");
        new easel.format.PictureFile(easel.engine.Picture.of(8, 8, 3, new byte[192]),
                easel.format.PictureTexts.none().with(easel.format.PictureTexts.EASEL, easel.format.WorkflowFile.text(there))).write(picture);
        until("it is taken", () -> SingleWindow.handOver(home.resolve("state"), List.of(picture)));
        until("its words have the keys", () -> prompt().equals("a sea") && onEdt(() -> window.named("prompt", Component.class).isFocusOwner()));
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_ENTER);
        until("it is painted into the window's folder", () -> {
            try (var files = Files.list(window.pictures())) {
                return files.anyMatch(f -> f.toString().endsWith(".png"));
            } catch (java.io.IOException e) {
                return false;
            }
        });
        until("it is shown", () -> texts().contains("128 \u00D7 128"));
        window.keys(VK_CONTROL, java.awt.event.KeyEvent.VK_ENTER);
        until("it is shown again", () -> onEdt(() -> window.named("picture", Component.class).isShowing()) && texts().contains("128 \u00D7 128")
                && texts().contains("seed 4"));
    }

    @Test
    void undo_says_what_it_takes_back() throws Exception {
        open(ScriptedEngine.quick());
        typeAtEnd(" x");
        until("the words are named", () -> undoSays().startsWith("Undo: Change What should it show?"));
        onEdt(() -> {
            window.named("steps", javax.swing.JTextField.class).setText("7");
            window.named("steps", javax.swing.JTextField.class).postActionEvent();
            return null;
        });
        until("the steps are named", () -> undoSays().startsWith("Undo: Change Steps"));
        window.keys(VK_CONTROL, VK_Z);
        until("the words again", () -> undoSays().startsWith("Undo: Change What should it show?"));
    }

    private String undoSays() {
        return String.valueOf(onEdt(() -> tooltip(window.frame().getContentPane(), "Undo")));
    }

    private static String tooltip(java.awt.Container in, String name) {
        for (Component c : in.getComponents()) {
            if (c instanceof AbstractButton b && name.equals(b.getAccessibleContext().getAccessibleName())) {
                return b.getToolTipText();
            }
            if (c instanceof java.awt.Container inner && tooltip(inner, name) instanceof String found) {
                return found;
            }
        }
        return null;
    }
}
