package easel.cli;

import easel.run.Progress;
import easel.run.RunEvent;
import easel.run.store.StoreFailure;
import java.nio.file.Path;

/** What a command tells while its jobs run. */
interface ProgressReport {

    /** On the run's thread, in order. */
    void hear(RunEvent event);

    /** How far something is that is no job of a workflow. */
    void progress(Progress progress);

    /** A model was written. */
    void model(Path file);

    /** Something found before it runs. */
    void problem(ProblemLine problem);

    /** Something is amiss with what should be remembered; the run goes on. */
    void trouble(StoreFailure failure);

    /** Something else that people should read; the command goes on. */
    void sentence(String sentence);

    /** The newest picture lies in a file that the next one takes the place of. */
    void shown(Path file);

    /** What was said may be true again: another run begins. */
    void again();

    /** A cell of a sweep begins: the next of its pictures. */
    void cell(CellLine cell);

    /** A sweep's contact sheet was written. */
    void sheet(Path file);

    /** Nothing more comes. */
    void end();
}
