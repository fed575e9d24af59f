package easel.run.store;

import easel.platform.SystemWord;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One SQLite file with two connections, one that writes and one that reads, so that a search never waits for a job's
 * end. Everything is a short transaction, and another process that writes at the same time is waited for. A file found
 * damaged is renamed and a new one takes its place, at opening or later. For any thread.
 */
final class Database implements AutoCloseable {

    // https://sqlite.org/rescode.html: the low byte is the primary result code
    private static final int PRIMARY = 0xFF;
    // What opening a database asks for: the file, its log, 32 KB of shared memory.
    private static final long ROOM = 1 << 20;

    private static final int BUSY_MS = 10_000;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    /** Opening in this process; other processes are kept out by a lock on a file. */
    private static final Object OPENING = new Object();

    private final Path cache;
    private final List<List<String>> steps;
    private final Consumer<StoreFailure> met;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private Path file;
    private Sql writer;
    private Sql reader;

    /** Something done to the database. */
    @FunctionalInterface
    interface Work<T> {
        T on(Sql sql) throws SQLException;
    }

    /**
     * Opens the file, or makes it.
     *
     * @param cache where the native library may be unpacked
     * @param met   hears what was found amiss although it goes on
     */
    static Database open(Path file, Path cache, List<List<String>> steps, Consumer<StoreFailure> met) throws StoreException {
        Database database = new Database(file, cache, steps, met);
        database.open(false);
        return database;
    }

    @SuppressWarnings("NullAway")   // open() fills the connections in
    private Database(Path file, Path cache, List<List<String>> steps, Consumer<StoreFailure> met) {
        this.file = file;
        this.cache = cache;
        this.steps = steps;
        this.met = met;
    }

    /** The file in use. */
    Path file() {
        return file;
    }

    private void open(boolean thoroughly) throws StoreException {
        synchronized (OPENING) {
            try {
                Files.createDirectories(file.getParent());
                SqliteLibrary.load(cache);
            } catch (IOException e) {
                throw new StoreException(new StoreFailure.NotOpened(file, word(e)), e);
            }
            try (FileChannel channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                openLocked(thoroughly);
            } catch (IOException e) {
                throw new StoreException(new StoreFailure.NotOpened(file, word(e)), e);
            }
        }
    }

    private void openLocked(boolean thoroughly) throws StoreException {
        try {
            connect(thoroughly);
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw new StoreException(new StoreFailure.NotOpened(file, word(e)), e);
            }
            try {
                putAside();
                connect(false);
            } catch (SQLException | IOException again) {
                again.addSuppressed(e);
                throw new StoreException(new StoreFailure.NotOpened(file, word(again)), again);
            }
        }
    }

    private void connect(boolean thoroughly) throws SQLException {
        Sql first = connection(false);
        try {
            if (Schema.version(first) > steps.size()) {
                // What a newer Easel made is not for us to read, and not to be lost.
                first.close();
                Path other = file.resolveSibling(file.getFileName().toString().replace(".db", "-" + steps.size() + ".db"));
                met.accept(new StoreFailure.Newer(file, other));
                file = other;
                first = connection(false);
            }
            Schema.migrate(first, steps);
            if (thoroughly) {
                check(first);
            }
            writer = first;
            reader = connection(true);
        } catch (SQLException e) {
            first.close();
            throw e;
        }
    }

    /** Reads all of it, which takes seconds for a gigabyte: only once something was found amiss. */
    private static void check(Sql sql) throws SQLException {
        String found = sql.first("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("");
        if (!found.equals("ok")) {
            throw new SQLiteException(found, SQLiteErrorCode.SQLITE_CORRUPT);
        }
        sql.run("INSERT INTO words (words) VALUES ('integrity-check')");
    }

    private Sql connection(boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // A killed process loses nothing with this; a power cut may lose the last moments, never the rest.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.enforceForeignKeys(!readOnly);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri());   // as an address: a question mark in a folder's name stays one
        Sql sql = new Sql(connection);
        if (readOnly) {
            sql.run("PRAGMA query_only = 1");
        }
        return sql;
    }

    private void putAside() throws IOException {
        Path kept = file.resolveSibling(file.getFileName() + ".damaged-" + STAMP.format(LocalDateTime.now()));
        for (int i = 2; Files.exists(kept); i++) {
            kept = kept.resolveSibling(file.getFileName() + ".damaged-" + STAMP.format(LocalDateTime.now()) + "-" + i);
        }
        Files.move(file, kept);
        for (String part : List.of("-wal", "-shm")) {
            Path beside = file.resolveSibling(file.getFileName() + part);
            if (Files.exists(beside)) {
                Files.move(beside, kept.resolveSibling(kept.getFileName() + part));
            }
        }
        met.accept(new StoreFailure.PutAside(file, kept));
    }

    /** Does something as one transaction: all of it or nothing. */
    <T> T write(Work<T> work) throws StoreException {
        writing.lock();
        try {
            return transaction(work);
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw new StoreException(new StoreFailure.NotWritten(file, word(e)), e);
            }
            replace();
            try {
                return transaction(work);
            } catch (SQLException again) {
                throw new StoreException(new StoreFailure.NotWritten(file, word(again)), again);
            }
        } finally {
            writing.unlock();
        }
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        writer.run("BEGIN IMMEDIATE");
        try {
            T answer = work.on(writer);
            writer.run("COMMIT");
            return answer;
        } catch (SQLException | RuntimeException e) {
            try {
                writer.run("ROLLBACK");
            } catch (SQLException rolledBackAlready) {
                e.addSuppressed(rolledBackAlready);
            }
            throw e;
        }
    }

    /** Asks something. */
    <T> T read(Work<T> work) throws StoreException {
        reading.lock();
        try {
            return work.on(reader);
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw new StoreException(new StoreFailure.NotOpened(file, word(e)), e);
            }
        } finally {
            reading.unlock();
        }
        return readAgain(work);
    }

    private <T> T readAgain(Work<T> work) throws StoreException {
        writing.lock();
        reading.lock();
        try {
            try {
                return work.on(reader);   // somebody else may have replaced it meanwhile
            } catch (SQLException e) {
                replace();
            }
            return work.on(reader);
        } catch (SQLException e) {
            throw new StoreException(new StoreFailure.NotOpened(file, word(e)), e);
        } finally {
            reading.unlock();
            writing.unlock();
        }
    }

    /** Opens it anew: what another process has put in its place, or, if that is damaged too, a new one. */
    private void replace() throws StoreException {
        reading.lock();
        try {
            close();
            open(true);
        } finally {
            reading.unlock();
        }
    }

    private static boolean isDamage(SQLException e) {
        return e instanceof SQLiteException sqlite && switch (sqlite.getResultCode()) {
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CORRUPT_VTAB, SQLITE_CORRUPT_INDEX, SQLITE_CORRUPT_SEQUENCE -> true;
            default -> false;
        };
    }

    /** SQLite's own words for a full disk are many, and none says so: it maps files, grows them, shares them. */
    private SystemWord word(Exception e) {
        int code = e instanceof SQLException sql ? sql.getErrorCode() & PRIMARY : 0;
        return code == SQLiteErrorCode.SQLITE_FULL.code || code == SQLiteErrorCode.SQLITE_IOERR.code && isFull() ? SystemWord.of(SystemWord.Why.FULL) : SystemWord.of(e);
    }

    private boolean isFull() {
        try {
            return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace() < ROOM;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        for (Sql sql : new Sql[] {reader, writer}) {
            try {
                sql.close();
            } catch (SQLException nothingIsOpenThen) {
                // What was committed is on the disk.
            }
        }
    }
}
