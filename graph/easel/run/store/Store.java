package easel.run.store;

import easel.platform.Folders;
import java.util.function.Consumer;

/** The database of queue and history, open. For any thread. */
public final class Store implements AutoCloseable {

    private final Database database;
    private final Owners owners;
    private final JobHistory history;
    private final JobQueue queue;

    private Store(Database database, Owners owners) {
        this.database = database;
        this.owners = owners;
        this.history = new JobHistory(database);
        this.queue = new JobQueue(database, owners);
    }

    /**
     * Opens it, or makes it. The first time in a process the driver is loaded, which takes some tenths of a second.
     *
     * @param met hears what was found amiss although it goes on, now and later: a damaged file put aside, one of a newer Easel
     * @throws StoreException if it cannot be opened at all
     */
    public static Store open(Folders folders, Consumer<StoreFailure> met) throws StoreException {
        return new Store(Database.open(folders.data().resolve("easel.db"), folders.cache(), Schema.STEPS, met), new Owners(folders.state().resolve("queue")));
    }

    /** Jobs that are over. */
    public JobHistory history() {
        return history;
    }

    /** Jobs that wait or run. */
    public JobQueue queue() {
        return queue;
    }

    /** Lets go of the database and of the jobs leased. */
    @Override
    public void close() {
        database.close();
        owners.close();
    }
}
