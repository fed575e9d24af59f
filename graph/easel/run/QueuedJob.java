package easel.run;

import easel.graph.Document;

/**
 * A job that waits or runs.
 *
 * @param document the snapshot it runs, seeds drawn and counted up
 * @param index    which of the pictures asked for at once, from 0
 * @param count    how many were asked for at once
 */
public record QueuedJob(JobId id, Document document, RunOptions options, int index, int count) {}
