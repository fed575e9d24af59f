package easel.run.store;

import java.sql.SQLException;
import java.util.List;

/** The database's tables, version by version: the number of steps gone is its {@code user_version}. */
final class Schema {

    /**
     * Each step once, in its order; a step that has been released is never changed.
     *
     * <p>An entry's id in the history is the time at which it ended, in microseconds since 1970, or the next free
     * number: newest first, by date and page by page are then all the order of the ids, for words as well.
     */
    static final List<List<String>> STEPS = List.of(List.of(
            "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE submissions (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, document BLOB NOT NULL, options TEXT NOT NULL, count INTEGER NOT NULL)",
            // A number is never used again: the history knows jobs by it.
            "CREATE TABLE jobs (id INTEGER PRIMARY KEY AUTOINCREMENT, submission INTEGER NOT NULL REFERENCES submissions, place INTEGER NOT NULL,"
                    + " position INTEGER NOT NULL, owner TEXT, starts INTEGER NOT NULL DEFAULT 0, cancelled INTEGER NOT NULL DEFAULT 0)",
            "CREATE INDEX jobs_by_position ON jobs (position)",
            "CREATE INDEX jobs_by_submission ON jobs (submission)",
            "CREATE TABLE saves (job INTEGER NOT NULL, node TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (job, node)) WITHOUT ROWID",
            "CREATE TABLE history (id INTEGER PRIMARY KEY, job INTEGER UNIQUE, ending TEXT NOT NULL, code TEXT, reason_en TEXT, reason_zh TEXT, seconds REAL NOT NULL,"
                    + " inside REAL NOT NULL, model TEXT NOT NULL, prompt TEXT NOT NULL, negative TEXT NOT NULL, build TEXT NOT NULL, starred INTEGER NOT NULL DEFAULT 0)",
            "CREATE INDEX history_starred ON history (id) WHERE starred",
            // Beside, not in, the entries: a search reads many of these and few of those.
            "CREATE TABLE documents (entry INTEGER PRIMARY KEY, text BLOB NOT NULL)",
            "CREATE TABLE thumbnails (entry INTEGER PRIMARY KEY, jpeg BLOB NOT NULL)",
            "CREATE TABLE pictures (entry INTEGER NOT NULL, place INTEGER NOT NULL, file TEXT NOT NULL, kept INTEGER NOT NULL, seed INTEGER, width INTEGER NOT NULL,"
                    + " height INTEGER NOT NULL, PRIMARY KEY (entry, place)) WITHOUT ROWID",
            "CREATE INDEX pictures_by_file ON pictures (file)",
            "CREATE VIRTUAL TABLE words USING fts5 (prompt, model, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"));

    private Schema() {}

    static int version(Sql sql) throws SQLException {
        return (int) sql.number("PRAGMA user_version");
    }

    /** Goes the steps that are missing, all or none of them. */
    static void migrate(Sql sql, List<List<String>> steps) throws SQLException {
        int from = version(sql);
        if (from == steps.size()) {
            return;
        }
        sql.run("BEGIN IMMEDIATE");
        try {
            for (List<String> step : steps.subList(from, steps.size())) {
                sql.run(step.toArray(String[]::new));
            }
            sql.run("PRAGMA user_version = " + steps.size(), "COMMIT");
        } catch (SQLException e) {
            sql.run("ROLLBACK");
            throw e;
        }
    }
}
