package easel.run.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The jobs that wait or run, as rows that processes lease: whoever has written its name into a row runs that job, and
 * loses it with its life ({@link Owners}). For any thread and any number of processes; may wait for the disk.
 */
public final class JobQueue {

    /** A job that was begun this often and never ended takes its process with it: the queue stops there. */
    private static final int MOST_STARTS = 2;

    private static final String COLUMNS = "SELECT j.id, j.submission, j.place, s.count, j.position, s.at, j.owner, j.starts, j.cancelled FROM jobs j JOIN submissions s ON s.id = j.submission";

    private final Database database;
    private final Owners owners;

    /** What several jobs have in common. */
    public record Wish(String document, String options, int count) {}

    /** Where a node of a job wrote, or was about to. */
    public record Save(Path file, String sha256) {}

    JobQueue(Database database, Owners owners) {
        this.database = database;
        this.owners = owners;
    }

    /** Adds as many jobs as the wish counts at the end, and gives their numbers, one after the other. */
    public List<Long> add(Wish wish) throws StoreException {
        byte[] document = Packed.pack(wish.document);
        return database.write(sql -> {
            sql.change("INSERT INTO submissions (at, document, options, count) VALUES (?,?,?,?)", Instant.now().toEpochMilli(), document, wish.options, wish.count);
            long submission = sql.number("SELECT last_insert_rowid()");
            long position = sql.number("SELECT max(position) FROM jobs");
            sql.change("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)"
                    + " INSERT INTO jobs (submission, place, position) SELECT ?, i, ? + i FROM n ORDER BY i", wish.count, submission, position + 1);
            return sql.list("SELECT id FROM jobs WHERE submission = ? ORDER BY place", row -> row.getLong(1), submission);
        });
    }

    /** All jobs in their order. */
    public List<QueuedRow> rows() throws StoreException {
        return database.read(sql -> sql.list(COLUMNS + " ORDER BY j.position, j.id", JobQueue::row));
    }

    private static QueuedRow row(ResultSet row) throws SQLException {
        return new QueuedRow(row.getLong(1), row.getLong(2), row.getInt(3), row.getInt(4), row.getLong(5), Instant.ofEpochMilli(row.getLong(6)),
                row.getString(7), row.getInt(8), row.getBoolean(9));
    }

    /** What a submission asked for. */
    public Optional<Wish> wish(long submission) throws StoreException {
        return database.read(sql -> sql.first("SELECT document, options, count FROM submissions WHERE id = ?",
                row -> new Wish(Packed.unpack(row.getBytes(1)), row.getString(2), row.getInt(3)), submission));
    }

    /** Lets other processes know that this one may take jobs, while there is room to say so; on a full disk it stays unknown. */
    public void join() {
        try {
            owners.me();
        } catch (StoreException full) {
            // Whoever leases a job is told of it then.
        }
    }

    /** Whether no other process is known that may take jobs. */
    public boolean isAlone() {
        return owners.areAlone();
    }

    /** Leases a job to this process; false if it is gone or another has it. */
    public boolean take(long id) throws StoreException {
        String me = owners.me();
        return database.write(sql -> sql.change("UPDATE jobs SET owner = ?, starts = starts + 1 WHERE id = ? AND owner IS NULL AND NOT cancelled", me, id) == 1);
    }

    /** Gives a job back that was not run to its end: it waits again, at its place. */
    public void giveBack(long id) throws StoreException {
        String me = owners.me();
        database.write(sql -> sql.change("UPDATE jobs SET owner = NULL, starts = max(0, starts - 1) WHERE id = ? AND owner = ?", id, me));
    }

    /**
     * Frees the jobs of processes that are no more. If one of them was begun twice and never ended, the queue pauses:
     * it may be what ends its process.
     *
     * @return how many were freed
     */
    public int reclaim() throws StoreException {
        List<String> gone = database.read(sql -> sql.list("SELECT DISTINCT owner FROM jobs WHERE owner IS NOT NULL", row -> row.getString(1))).stream()
                .filter(owner -> !owners.lives(owner)).toList();
        if (gone.isEmpty()) {
            return 0;
        }
        return database.write(sql -> {
            int freed = 0;
            for (String owner : gone) {
                if (sql.number("SELECT count(*) FROM jobs WHERE owner = ? AND starts >= ?", owner, MOST_STARTS) > 0) {
                    pause(sql, true);
                }
                freed += sql.change("UPDATE jobs SET owner = NULL WHERE owner = ?", owner);
            }
            return freed;
        });
    }

    /** Whether no job is to begin. */
    public boolean isPaused() throws StoreException {
        return database.read(sql -> sql.first("SELECT value FROM settings WHERE name = 'paused'", row -> row.getString(1)).isPresent());
    }

    /** Lets no job begin, or lets them begin again, those included that ended their process. */
    public void setPaused(boolean paused) throws StoreException {
        database.write(sql -> {
            pause(sql, paused);
            return paused ? 0 : sql.change("UPDATE jobs SET starts = 0 WHERE owner IS NULL");
        });
    }

    private static void pause(Sql sql, boolean paused) throws SQLException {
        if (paused) {
            sql.change("INSERT OR IGNORE INTO settings (name, value) VALUES ('paused', '1')");
        } else {
            sql.change("DELETE FROM settings WHERE name = 'paused'");
        }
    }

    /** Puts a waiting job at a place among those that wait, the first being 0; false if it waits no longer. */
    public boolean move(long id, int place) throws StoreException {
        return database.write(sql -> {
            List<Long> waiting = new ArrayList<>(sql.list("SELECT id FROM jobs WHERE owner IS NULL ORDER BY position, id", row -> row.getLong(1)));
            List<Long> positions = new ArrayList<>(sql.list("SELECT position FROM jobs WHERE owner IS NULL ORDER BY position, id", row -> row.getLong(1)));
            if (!waiting.remove(Long.valueOf(id))) {
                return false;
            }
            waiting.add(Math.clamp(place, 0, waiting.size()), id);
            for (int i = 0; i < waiting.size(); i++) {
                sql.change("UPDATE jobs SET position = ? WHERE id = ? AND position <> ?", positions.get(i), waiting.get(i), positions.get(i));
            }
            return true;
        });
    }

    /** What became of a wish to cancel. */
    public enum Cancelled { TAKEN_BACK, ASKED, NOT_THERE }

    /** Takes a waiting job back, or asks the process that runs it to do so. */
    public Cancelled cancel(long id) throws StoreException {
        return database.write(sql -> cancel(sql, id));
    }

    /** ... some at once. */
    public void cancel(List<Long> ids) throws StoreException {
        database.write(sql -> {
            for (long id : ids) {
                cancel(sql, id);
            }
            return ids.size();
        });
    }

    private static Cancelled cancel(Sql sql, long id) throws SQLException {
        long submission = submission(sql, id);
        if (sql.change("DELETE FROM jobs WHERE id = ? AND owner IS NULL", id) == 1) {
            tidy(sql, id, submission);
            return Cancelled.TAKEN_BACK;
        }
        return sql.change("UPDATE jobs SET cancelled = 1 WHERE id = ?", id) == 1 ? Cancelled.ASKED : Cancelled.NOT_THERE;
    }

    /** Takes back every job that waits, and tells how many. */
    public int clear() throws StoreException {
        return database.write(sql -> {
            sql.change("DELETE FROM saves WHERE job IN (SELECT id FROM jobs WHERE owner IS NULL)");
            int gone = sql.change("DELETE FROM jobs WHERE owner IS NULL");
            sql.change("DELETE FROM submissions WHERE id NOT IN (SELECT submission FROM jobs)");
            return gone;
        });
    }

    /** Writes a job of this process into the history and takes it off the queue, both or neither; empty if it was over already. */
    public Optional<Long> finish(long id, FinishedJob job) throws StoreException {
        return database.write(sql -> {
            long submission = submission(sql, id);
            if (sql.change("DELETE FROM jobs WHERE id = ?", id) == 0) {
                return Optional.empty();
            }
            tidy(sql, id, submission);
            return Optional.of(JobHistory.insert(sql, job, id));
        });
    }

    /** Takes a job of this process off the queue and leaves nothing in the history. */
    public void drop(long id) throws StoreException {
        database.write(sql -> {
            long submission = submission(sql, id);
            sql.change("DELETE FROM jobs WHERE id = ?", id);
            tidy(sql, id, submission);
            return 0;
        });
    }

    private static long submission(Sql sql, long id) throws SQLException {
        return sql.number("SELECT submission FROM jobs WHERE id = ?", id);
    }

    private static void tidy(Sql sql, long id, long submission) throws SQLException {
        sql.change("DELETE FROM saves WHERE job = ?", id);
        sql.change("DELETE FROM submissions WHERE id = ? AND NOT EXISTS (SELECT 1 FROM jobs WHERE submission = ?)", submission, submission);
    }

    /** Remembers, before it is done, that a node of a job is going to put a file of this content there. */
    public void intend(long job, String node, Save save) throws StoreException {
        database.write(sql -> sql.change("INSERT OR REPLACE INTO saves (job, node, file, sha256) VALUES (?,?,?,?)", job, node, save.file.toString(), save.sha256));
    }

    /** What a job's nodes wrote or were about to when it was last begun. */
    public Map<String, Save> saves(long job) throws StoreException {
        return database.read(sql -> {
            Map<String, Save> saves = new TreeMap<>();
            sql.list("SELECT node, file, sha256 FROM saves WHERE job = ?",
                    row -> saves.put(row.getString(1), new Save(Path.of(row.getString(2)), row.getString(3))), job);
            return saves;
        });
    }

    /** Another number once anybody else has changed anything. */
    public long changes() throws StoreException {
        return database.read(sql -> sql.number("PRAGMA data_version"));
    }
}
