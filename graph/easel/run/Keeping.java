package easel.run;

import easel.platform.Folders;
import easel.platform.SystemWord;
import easel.run.store.Store;
import easel.run.store.StoreException;
import easel.run.store.StoreFailure;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way to the store: opened when it is first needed and never before, since that loads a driver; what goes wrong is
 * told and stops nothing. For any thread.
 */
final class Keeping implements AutoCloseable {

    private final Folders folders;
    private final Consumer<StoreFailure> told;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("easel-store").daemon().factory());
    private @Nullable CompletableFuture<Optional<Store>> opening;

    /** Something asked of the store. */
    @FunctionalInterface
    interface Asking<T> {
        T of(Store store) throws StoreException;
    }

    /** Something done to the store. */
    @FunctionalInterface
    interface Deed {
        void with(Store store) throws StoreException;
    }

    Keeping(Folders folders, Consumer<StoreFailure> told) {
        this.folders = folders;
        this.told = told;
    }

    /** Begins to open the store and returns at once. */
    synchronized CompletableFuture<Optional<Store>> open() {
        CompletableFuture<Optional<Store>> known = opening;
        if (known == null) {
            known = CompletableFuture.supplyAsync(this::opened, thread);
            opening = known;
        }
        return known;
    }

    private Optional<Store> opened() {
        try {
            return Optional.of(Store.open(folders, told));
        } catch (StoreException e) {
            told.accept(e.failure());
        } catch (RuntimeException | LinkageError e) {
            // A system for which the driver has no library.
            told.accept(new StoreFailure.NotOpened(folders.data(), SystemWord.said(e.toString())));
        }
        return Optional.empty();
    }

    /** The store; empty if it could not be opened. Waits. */
    Optional<Store> store() {
        return open().join();
    }

    /** Asks the store, and waits for it; empty if it cannot answer. */
    <T> Optional<T> now(Asking<T> asking) {
        Optional<Store> store = store();
        if (store.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(asking.of(store.get()));
        } catch (StoreException e) {
            told.accept(e.failure());
            return Optional.empty();
        }
    }

    /** Does something to the store after everything that was said to be done later before. */
    void later(Deed deed) {
        open();
        try {
            thread.execute(() -> now(store -> {
                deed.with(store);
                return true;
            }));
        } catch (RejectedExecutionException closed) {
            // Said after the end.
        }
    }

    /** Does what is left to be done, and closes the store. */
    @Override
    public void close() {
        CompletableFuture<Optional<Store>> known;
        synchronized (this) {
            known = opening;
        }
        thread.shutdown();
        boolean interrupted = false;
        try {
            thread.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (known != null) {
            known.getNow(Optional.empty()).ifPresent(Store::close);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
