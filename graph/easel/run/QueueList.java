package easel.run;

import easel.format.WorkflowException;
import easel.format.WorkflowFile;
import easel.run.store.JobQueue;
import easel.run.store.QueuedRow;
import easel.run.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kept queue as a list to be read, without a studio. */
public final class QueueList {

    private QueueList() {}

    /**
     * A job on it.
     *
     * @param prompt what its document asks for; empty if that cannot be read
     * @param model  the checkpoint's name; empty if that cannot be read
     */
    public record Entry(QueuedRow row, String prompt, String model) {}

    /** All jobs in their order. */
    public static List<Entry> of(JobQueue queue) throws StoreException {
        List<Entry> entries = new ArrayList<>();
        Map<Long, Account.Facts> known = new HashMap<>();
        for (QueuedRow row : queue.rows()) {
            Account.Facts facts = known.get(row.submission());
            if (facts == null) {
                facts = facts(queue.wish(row.submission()));
                known.put(row.submission(), facts);
            }
            entries.add(new Entry(row, facts.prompt(), facts.model()));
        }
        return entries;
    }

    private static Account.Facts facts(Optional<JobQueue.Wish> wish) {
        try {
            return wish.isPresent() ? Account.asked(WorkflowFile.parse(wish.get().document())) : new Account.Facts("", "", "", "");
        } catch (WorkflowException unreadable) {
            return new Account.Facts("", "", "", "");
        }
    }
}
