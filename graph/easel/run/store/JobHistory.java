package easel.run.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every job that is over, the newest first. For any thread; may wait for the disk. */
public final class JobHistory {

    private static final String COLUMNS = "h.id, h.ending, h.code, h.reason_en, h.reason_zh, h.seconds, h.inside, h.model, h.prompt, h.negative, h.build, h.starred";

    private final Database database;

    JobHistory(Database database) {
        this.database = database;
    }

    Database database() {
        return database;
    }

    /** Adds a job and gives the entry's id. */
    public long add(FinishedJob job) throws StoreException {
        return database.write(sql -> insert(sql, job, null));
    }

    /** Adds a job of the queue, inside of somebody's transaction. */
    static long insert(Sql sql, FinishedJob job, @Nullable Long number) throws SQLException {
        long id = HistoryEntry.id(job.at());
        while (sql.number("SELECT count(*) FROM history WHERE id = ?", id) > 0) {
            id++;
        }
        HistoryEntry.Reason failure = job.failure();
        sql.change("INSERT INTO history (id, job, ending, code, reason_en, reason_zh, seconds, inside, model, prompt, negative, build) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                id, number, job.ending().name(), failure == null ? null : failure.code(), failure == null ? null : failure.english(),
                failure == null ? null : failure.chinese(), job.seconds(), job.inside(), job.model(), job.prompt(), job.negative(), job.build());
        sql.change("INSERT INTO words (rowid, prompt, model) VALUES (?,?,?)", id, SearchWords.indexed(job.prompt()), SearchWords.indexed(job.model()));
        if (!job.document().isEmpty()) {
            sql.change("INSERT INTO documents (entry, text) VALUES (?,?)", id, Packed.pack(job.document()));
        }
        int place = 0;
        for (HistoryEntry.Picture picture : job.pictures()) {
            sql.change("INSERT INTO pictures (entry, place, file, kept, seed, width, height) VALUES (?,?,?,?,?,?,?)", id, place++, picture.file().toString(),
                    picture.kept() ? 1 : 0, picture.seed().isPresent() ? picture.seed().getAsLong() : null, picture.width(), picture.height());
        }
        return id;
    }

    /** A page of what is looked for. */
    public List<HistoryEntry> find(HistoryQuery query) throws StoreException {
        String words = SearchWords.query("prompt", query.words());
        String model = SearchWords.query("model", query.model());
        String match = words.isEmpty() ? model : model.isEmpty() ? words : words + " AND " + model;
        // Words of nothing but punctuation find nothing, rather than everything.
        if (words.isEmpty() && !query.words().isBlank() || model.isEmpty() && !query.model().isBlank()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" WHERE ");
        if (!match.isEmpty()) {
            where.append("h.words MATCH ? AND ");
            values.add(match);
        }
        where.append("h.rowid < ?");
        values.add(query.before());
        if (query.since() != null) {
            where.append(" AND h.rowid >= ?");
            values.add(HistoryEntry.id(query.since()));
        }
        if (query.starred()) {
            where.append(match.isEmpty() ? " AND h.starred" : " AND h.rowid IN (SELECT id FROM history WHERE starred)");
        }
        values.add(query.limit());
        String ids = match.isEmpty() ? "SELECT h.id FROM history h" : "SELECT h.rowid AS id FROM words h";
        String page = ids + where.toString().replace("h.words", "words") + " ORDER BY h.rowid DESC LIMIT ?";
        return database.read(sql -> entries(sql, "SELECT " + COLUMNS + " FROM (" + page + ") p JOIN history h ON h.id = p.id ORDER BY h.id DESC",
                values.toArray()));
    }

    /** One entry. */
    public Optional<HistoryEntry> entry(long id) throws StoreException {
        return database.read(sql -> entries(sql, "SELECT " + COLUMNS + " FROM history h WHERE h.id = ?", id).stream().findFirst());
    }

    /** The entry of a job of the queue, if that is over. */
    public Optional<HistoryEntry> ofJob(long job) throws StoreException {
        return database.read(sql -> entries(sql, "SELECT " + COLUMNS + " FROM history h WHERE h.job = ?", job).stream().findFirst());
    }

    private static List<HistoryEntry> entries(Sql sql, String query, @Nullable Object... values) throws SQLException {
        List<HistoryEntry> bare = sql.list(query, row -> entry(row, List.of()), values);
        List<HistoryEntry> entries = new ArrayList<>();
        for (HistoryEntry entry : bare) {
            List<HistoryEntry.Picture> pictures = sql.list("SELECT file, kept, seed, width, height FROM pictures WHERE entry = ? ORDER BY place",
                    JobHistory::picture, entry.id());
            entries.add(pictures.isEmpty() ? entry : new HistoryEntry(entry.id(), entry.ending(), entry.failure(), entry.seconds(), entry.inside(),
                    entry.model(), entry.prompt(), entry.negative(), entry.build(), entry.starred(), pictures));
        }
        return entries;
    }

    private static HistoryEntry entry(ResultSet row, List<HistoryEntry.Picture> pictures) throws SQLException {
        String code = row.getString(3);
        return new HistoryEntry(row.getLong(1), HistoryEntry.Kind.valueOf(row.getString(2)),
                code == null ? null : new HistoryEntry.Reason(code, row.getString(4), row.getString(5)), row.getDouble(6), row.getDouble(7),
                row.getString(8), row.getString(9), row.getString(10), row.getString(11), row.getBoolean(12), pictures);
    }

    private static HistoryEntry.Picture picture(ResultSet row) throws SQLException {
        long seed = row.getLong(3);
        return new HistoryEntry.Picture(Path.of(row.getString(1)), row.getBoolean(2), row.wasNull() ? OptionalLong.empty() : OptionalLong.of(seed),
                row.getInt(4), row.getInt(5));
    }

    /** How many entries there are. */
    public long size() throws StoreException {
        return database.read(sql -> sql.number("SELECT count(*) FROM history"));
    }

    /** The names of the models that were used. */
    public List<String> models() throws StoreException {
        return database.read(sql -> sql.list("SELECT DISTINCT model FROM history WHERE model <> '' ORDER BY model", row -> row.getString(1)));
    }

    /** The workflow of an entry, as text. */
    public Optional<String> document(long id) throws StoreException {
        return database.read(sql -> sql.first("SELECT text FROM documents WHERE entry = ?", row -> Packed.unpack(row.getBytes(1)), id)).filter(t -> !t.isEmpty());
    }

    /** The small picture of an entry, a JPEG, if there is one. */
    public Optional<byte[]> thumbnail(long id) throws StoreException {
        return database.read(sql -> sql.first("SELECT jpeg FROM thumbnails WHERE entry = ?", row -> row.getBytes(1), id));
    }

    /** Gives an entry its small picture. */
    public void setThumbnail(long id, byte[] jpeg) throws StoreException {
        database.write(sql -> sql.change("INSERT OR REPLACE INTO thumbnails (entry, jpeg) SELECT id, ? FROM history WHERE id = ?", jpeg, id));
    }

    /** Gives an entry a star or takes it. */
    public void setStarred(long id, boolean starred) throws StoreException {
        database.write(sql -> sql.change("UPDATE history SET starred = ? WHERE id = ?", starred ? 1 : 0, id));
    }

    /** Takes an entry off the history; files of pictures stay. */
    public void delete(long id) throws StoreException {
        database.write(sql -> {
            sql.change("DELETE FROM words WHERE rowid = ?", id);
            for (String table : List.of("documents", "thumbnails", "pictures")) {
                sql.change("DELETE FROM " + table + " WHERE entry = ?", id);
            }
            return sql.change("DELETE FROM history WHERE id = ?", id);
        });
    }

    /** Which of some files no entry has. */
    public List<Path> unknown(List<Path> files) throws StoreException {
        return database.read(sql -> {
            List<Path> unknown = new ArrayList<>();
            for (Path file : files) {
                if (sql.number("SELECT count(*) FROM pictures WHERE file = ?", file.toString()) == 0) {
                    unknown.add(file);
                }
            }
            return unknown;
        });
    }

    /** Those of the kept pictures that belong to an entry with a star. */
    public Set<Path> starredFiles() throws StoreException {
        return database.read(sql -> new HashSet<>(sql.list("SELECT p.file FROM history h JOIN pictures p ON p.entry = h.id WHERE h.starred AND p.kept",
                row -> Path.of(row.getString(1)))));
    }
}
