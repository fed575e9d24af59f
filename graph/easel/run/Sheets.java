package easel.run;

import easel.graph.Document;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The sheets of the documents that were looked at last: one is planned for its marks, its run, its job. For any thread. */
final class Sheets {

    // The tabs that a person goes back and forth between, and jobs that count seeds up.
    private static final int MOST = 8;
    // A sheet takes about two kilobytes a node.
    private static final int MOST_NODES = 10_000;

    private record Kept(Document document, Sheet sheet) {}

    private final Deque<Kept> kept = new ArrayDeque<>();
    private final PictureHeads heads = new PictureHeads();

    /** A document's sheet; the very same document has the very same sheet. */
    Sheet of(Document document) {
        synchronized (this) {
            for (Iterator<Kept> all = kept.iterator(); all.hasNext(); ) {
                Kept one = all.next();
                // By identity: two that are equal may have drawn other seeds.
                if (one.document == document) {
                    all.remove();
                    kept.addFirst(one);
                    return one.sheet;
                }
            }
        }
        Sheet fresh = new Sheet(document, heads);
        synchronized (this) {
            kept.addFirst(new Kept(document, fresh));
            while (kept.size() > 1 && (kept.size() > MOST || kept.stream().mapToInt(k -> k.sheet.document().size()).sum() > MOST_NODES)) {
                kept.removeLast();
            }
        }
        return fresh;
    }
}
