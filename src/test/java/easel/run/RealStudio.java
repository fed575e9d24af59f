package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Execution;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.weights.ModelCheck;
import easel.engine.worker.WorkerEngine;
import easel.engine.worker.WorkerOptions;
import easel.format.PictureFile;
import easel.format.PictureTexts;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.platform.Folders;
import easel.platform.Home;
import easel.support.RealEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A studio over the real engine and the starter's weights, in a folder of its own. */
final class RealStudio implements AutoCloseable {

    private final Path folder;
    private final WorkerEngine engine;
    private final Studio studio;
    private final RunOptions options;

    RealStudio(Path folder) {
        this.folder = folder;
        RealEngine.starter();
        Folders folders = new Folders(folder.resolve("config"), RealEngine.data(), folder.resolve("cache"), folder.resolve("state"));
        engine = new WorkerEngine(WorkerOptions.of(Home.library(), folders.state()), new ModelCheck());
        studio = new Studio(engine, folders, Home.folder());
        options = new RunOptions(Execution.cpu(2), Preview.NONE, folder.resolve("pictures"));
    }

    /** What a node gives once all is run. */
    Picture picture(Document document, String node) throws Exception {
        Submission submission = studio.submit(document, options);
        assertThat(submission.jobs()).as(submission.problems().toString()).hasSize(1);
        assertThat(submission.jobs().getFirst().ending().get(120, TimeUnit.SECONDS)).isEqualTo(new Ending.Done());
        return studio.images(studio.keys(submission.document(), options).get(new NodeId(node))).getFirst().picture();
    }

    /** What is wrong with it. */
    List<Problem> check(Document document) {
        return studio.check(document);
    }

    /** How it ends. */
    Ending ending(Document document) throws Exception {
        return studio.submit(document, options).jobs().getFirst().ending().get(120, TimeUnit.SECONDS);
    }

    /** A file of its own with a picture in it. */
    Path file(Picture picture) throws Exception {
        Path file = folder.resolve("picture-" + System.nanoTime() + ".png");
        new PictureFile(picture, PictureTexts.none()).write(file);
        return file;
    }

    @Override
    public void close() {
        studio.close();
        engine.close();
    }
}
