package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A folder of pictures in a workflow. */
@Timeout(30)
class FolderRunTest extends OnBench {

    private Path pictures;

    @BeforeEach
    void open() throws Exception {
        pictures = Files.createDirectory(folder.resolve("in"));
        picture("a.png", 20);
        picture("b.png", 30);
    }

    private void picture(String name, int side) throws Exception {
        new PictureFile(Sketch.motley(side, side, 3), PictureTexts.none()).write(pictures.resolve(name));
    }

    private Document flow() {
        return new Sketch().add("all", "load-folder", "folder=" + pictures).add("half", "resize", "picture<all.pictures", "width=10", "height=10")
                .add("save", "save-picture", "picture<half.picture", "name=small-{counter}").document();
    }

    @Test
    void each_picture_goes_through_what_takes_one_and_is_saved() throws Exception {
        assertThat(bench.run(flow()).problems()).isEmpty();
        assertThat(bench.saved()).hasSize(2);
        for (Path file : bench.saved()) {
            assertThat(PictureFile.read(file).picture().width()).isEqualTo(10);
        }
        bench.run(flow());
        assertThat(bench.saved()).as("nothing changed").hasSize(2);
    }

    @Test
    void a_picture_more_in_the_folder_is_seen_also_by_the_very_same_document() throws Exception {
        Document flow = flow();
        bench.run(flow);
        picture("c.png", 40);
        bench.run(flow);
        assertThat(bench.saved()).hasSize(5);
    }

    @Test
    void a_folder_that_is_gone_is_told_when_it_runs() throws Exception {
        Document flow = Sketch.set(flow(), "all", "folder=" + folder.resolve("gone"));
        Submission submission = bench.run(flow);
        assertThat(bench.last(submission.jobs().getFirst(), "all")).isInstanceOfSatisfying(NodeState.Failed.class,
                failed -> assertThat(failed.trouble().code()).isEqualTo("NoSuchFile"));
        assertThat(bench.studio.check(Sketch.set(flow(), "all", "folder="))).contains(Problem.at(InputRef.of("half", "picture"), Problem.Code.NOTHING_COMES, "picture"));
    }
}
