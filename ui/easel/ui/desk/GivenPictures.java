package easel.ui.desk;

import easel.graph.NodeId;
import easel.nodes.Image;
import easel.run.Key;
import easel.run.RunEvent;
import easel.run.Studio;
import easel.ui.task.Edt;
import easel.ui.task.Task;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The pictures that nodes of open tabs gave: let go of once they lie on the disk, read from there where they are wanted.
 * On the EDT.
 */
final class GivenPictures {

    /** Where results lie. */
    interface Store {

        /** The pictures of one, none if it is gone; waits for the disk. */
        List<Image> given(Key key);

        /** Tells, on any thread, which of some lie on the disk. */
        void lasting(Set<Key> keys, Consumer<Set<Key>> then);

        static Store of(Studio studio) {
            return new Store() {
                @Override
                public List<Image> given(Key key) {
                    return studio.given(key);
                }

                @Override
                public void lasting(Set<Key> keys, Consumer<Set<Key>> then) {
                    studio.lasting(keys, then);
                }
            };
        }
    }

    private final Store store;
    private final BiConsumer<Tab, List<RunEvent.NodeChanged>> told;

    /** @param told told what was read again */
    GivenPictures(Store store, BiConsumer<Tab, List<RunEvent.NodeChanged>> told) {
        this.store = store;
        this.told = told;
    }

    /** Lets go of what has come since, as far as it is written. */
    void letGo(Collection<Tab> tabs) {
        for (Tab tab : tabs) {
            Set<Key> keys = tab.results().toBeSought();
            if (!keys.isEmpty()) {
                store.lasting(keys, there -> Edt.later(() -> tab.results().found(there)));
            }
        }
    }

    /** Reads again what some nodes gave, one after the other: all at once would be what was let go of. */
    void recall(Tab tab, Predicate<NodeId> wanted) {
        next(tab, new ArrayDeque<>(tab.results().gone(wanted)));
    }

    private void next(Tab tab, Deque<TabNodes.Gone> rest) {
        TabNodes.Gone one = rest.poll();
        if (one != null) {
            // What is gone from the disk meanwhile, where the least lately used goes first, is not seen until it is made again.
            Task.of(() -> store.given(one.under())).whenFailed(_ -> next(tab, rest)).whenDone(images -> {
                tab.results().again(one, images).ifPresent(changed -> told.accept(tab, List.of(changed)));
                next(tab, rest);
            });
        }
    }
}
