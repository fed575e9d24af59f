package easel.run;

import easel.graph.Document;
import easel.graph.Problem;
import java.util.List;

/**
 * What came of a wish to run a document.
 *
 * @param document the document with its seeds drawn: put it in the place of the one submitted, without an undo step
 *                 ({@link easel.graph.History#amended})
 * @param jobs     the jobs now queued; none if nothing can run
 * @param problems everything found, warnings too; with errors in one place what is sound elsewhere still runs
 */
public record Submission(Document document, List<QueuedJob> jobs, List<Problem> problems) {
    public Submission {
        jobs = List.copyOf(jobs);
        problems = List.copyOf(problems);
    }
}
