package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.Timings;
import easel.format.FileNames;
import easel.format.Infotext;
import easel.format.PictureFile;
import easel.format.WorkflowFile;
import easel.graph.Document;
import easel.graph.Value;
import easel.nodes.Image;
import easel.nodes.Made;
import easel.nodes.SavedPicture;
import easel.platform.Folders;
import easel.run.store.HistoryEntry;
import easel.run.store.HistoryQuery;
import easel.run.store.Store;
import easel.support.PlainPreset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history that is gone, filled again from the pictures. */
class HistoryRebuildTest {

    private static final Made MADE = new Made("a boat", "", new Sampling(Sampler.EULER, Scheduler.KARRAS, 20, 7.5), 42, OptionalDouble.empty(), "landscapes",
            Infotext.parse("a boat\nSteps: 20, Sampler: Euler, CFG scale: 7.5, Seed: 42, Size: 8x8, Model: landscapes"), new Timings(Map.of(), 1, 1), "");
    private static final Picture PIXELS = Picture.of(8, 8, 3, new byte[8 * 8 * 3]);

    @TempDir Path folder;
    private Folders folders;
    private Store store;

    @BeforeEach
    void open() throws Exception {
        folders = new Folders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"), folder.resolve("state"));
        store = Store.open(folders, _ -> { });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path pictures() {
        return folder.resolve("pictures");
    }

    private List<HistoryEntry> rebuilt() throws Exception {
        HistoryRebuild.of(store.history(), folders).from(List.of(pictures()));
        return store.history().find(HistoryQuery.newest(10));
    }

    @Test
    void pictures_of_every_kind_that_carries_its_words_come_back() throws Exception {
        FileNames names = new FileNames("{counter}");
        SavedPicture.write(new Image(PIXELS, MADE), "", pictures(), names);
        SavedPicture.write(new Image(PIXELS, MADE), "", pictures(), names, new SavedPicture.Packing(SavedPicture.Format.JPEG, 90), packed -> to -> PictureFile.writeNew(to, packed));
        Files.writeString(pictures().resolve("not really.jpg"), "a text");
        assertThat(rebuilt()).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.prompt()).isEqualTo("a boat");
            assertThat(entry.model()).isEqualTo("landscapes");
        });
    }

    @Test
    void a_picture_that_carries_a_workflow_alone_is_told_by_the_workflows_words() throws Exception {
        Document document = Bench.set(PlainPreset.document(), "prompt.text", Value.of("山和湖"));
        SavedPicture.write(new Image(PIXELS, null), WorkflowFile.text(document), pictures(), new FileNames("{counter}"));
        assertThat(rebuilt()).singleElement().extracting(HistoryEntry::prompt).isEqualTo("山和湖");
    }

    @Test
    void the_contact_sheet_of_a_sweep_is_no_job() throws Exception {
        Document document = PlainPreset.document();
        Path sheet = SavedPicture.writeSheet(PIXELS, WorkflowFile.text(document), pictures(), new FileNames("{counter}-sheet"));
        assertThat(rebuilt()).isEmpty();
        assertThat(WorkflowFile.parse(PictureFile.head(sheet).texts().get("easel").orElseThrow())).isEqualTo(document);
    }
}
