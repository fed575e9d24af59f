package easel.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.graph.Document;
import easel.graph.NodeId;
import easel.nodes.Image;
import easel.run.JobId;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.RunEvent;
import java.awt.EventQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Pictures let go of, and read again. */
class GivenPicturesTest {

    private static final Key KEY = new Key("aa");

    private final BlockingQueue<List<RunEvent.NodeChanged>> told = new LinkedBlockingQueue<>();
    private final Tab tab = new Tab(1, "", Document.EMPTY, Document.EMPTY, List.of());
    private final GivenPictures pictures = new GivenPictures(new GivenPictures.Store() {
        @Override
        public List<Image> given(Key key) {
            assertThat(EventQueue.isDispatchThread()).isFalse();
            return key.equals(KEY) ? List.of(image()) : List.of();
        }

        @Override
        public void lasting(Set<Key> keys, Consumer<Set<Key>> then) {
            then.accept(keys);
        }
    }, (_, news) -> told.add(news));

    private static Image image() {
        return new Image(Picture.of(64, 64, 3, new byte[64 * 64 * 3]), null);
    }

    private WeakReference<Picture> tell(String node, Key key) {
        Image image = image();
        tab.tell(new RunEvent.NodeChanged(new JobId(1), new NodeId(node), key, new NodeState.Done(1, false, List.of(image), null)));
        return new WeakReference<>(image.picture());
    }

    @Test
    void what_lies_on_the_disk_is_let_go_of_and_told_again_where_it_is_wanted() throws Exception {
        List<WeakReference<Picture>> given = List.of(tell("a", KEY), tell("gone", new Key("bb")), tell("b", KEY));
        EventQueue.invokeAndWait(() -> pictures.letGo(List.of(tab)));
        EventQueue.invokeAndWait(() -> { });
        for (int tried = 0; tried < 50 && !given.stream().allMatch(p -> p.refersTo(null)); tried++) {
            System.gc();
        }
        assertThat(given).allMatch(p -> p.refersTo(null));
        EventQueue.invokeAndWait(() -> pictures.recall(tab, node -> !node.text().equals("a")));
        List<RunEvent.NodeChanged> news = told.poll(10, TimeUnit.SECONDS);
        assertThat(news).hasSize(1).first().matches(c -> c.node().text().equals("b") && c.state() instanceof NodeState.Done done && done.images().size() == 1);
        assertThat(told).as("nobody has the one before it any more").isEmpty();
    }
}
