package easel.cli;

/** What making a bundle goes through, in order. */
enum BundleStep {
    RUNTIME, ENGINE, PROGRAM, WEIGHTS, LICENCES, CACHE, TRIAL
}
