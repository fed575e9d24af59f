package easel.run.store;

/** A database that has no room to grow, as on a full disk: SQLite's own answer, from SQLite itself. */
public final class FullDisk {

    private FullDisk() {}

    /** No page more than there are. */
    public static void fill(JobHistory history) throws StoreException {
        history.database().write(sql -> sql.number("PRAGMA max_page_count = 1"));
    }

    /** Room again. */
    public static void free(JobHistory history) throws StoreException {
        history.database().write(sql -> sql.number("PRAGMA max_page_count = 1000000000"));
    }
}
