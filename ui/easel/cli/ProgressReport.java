package easel.cli;

import easel.run.RunEvent;

/** What a command tells while its jobs run. */
interface ProgressReport {

    /** On the run's thread, in order. */
    void hear(RunEvent event);

    /** Something found before it runs. */
    void problem(ProblemLine problem);

    /** Nothing more comes. */
    void end();
}
