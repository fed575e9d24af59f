package easel.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.graph.NodeId;
import easel.nodes.Image;
import easel.run.JobId;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.RunEvent;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a tab holds of its nodes' results. */
class TabNodesTest {

    private final TabNodes nodes = new TabNodes();

    private static Image image() {
        return new Image(Picture.of(64, 64, 3, new byte[64 * 64 * 3]), null);
    }

    private static RunEvent.NodeChanged done(String node, String key, @Nullable Path file, List<Image> images) {
        return new RunEvent.NodeChanged(new JobId(1), new NodeId(node), new Key(key), new NodeState.Done(1, false, images, file));
    }

    /** Tells of a result of which nobody else holds the picture. */
    private WeakReference<Picture> told(@Nullable Path file, String... nodesAndKeys) {
        Image image = image();
        for (int i = 0; i < nodesAndKeys.length; i += 2) {
            nodes.tell(done(nodesAndKeys[i], nodesAndKeys[i + 1], file, List.of(image)));
        }
        return new WeakReference<>(image.picture());
    }

    private List<Image> images(String node) {
        return nodes.all().stream().filter(c -> c.node().equals(new NodeId(node))).findFirst().map(c -> ((NodeState.Done) c.state()).images()).orElseThrow();
    }

    private static boolean collected(WeakReference<Picture> picture) {
        for (int tried = 0; tried < 50 && !picture.refersTo(null); tried++) {
            System.gc();
        }
        return picture.refersTo(null);
    }

    @Test
    void a_picture_that_lies_on_the_disk_is_let_go_of_and_seen_again_once_it_is_read() {
        WeakReference<Picture> picture = told(null, "decode", "aa");
        assertThat(nodes.toBeSought()).containsExactly(new Key("aa"));
        assertThat(nodes.toBeSought()).as("asked once").isEmpty();
        assertThat(images("decode")).hasSize(1);
        nodes.found(Set.of(new Key("aa")));
        assertThat(collected(picture)).isTrue();
        assertThat(images("decode")).isEmpty();
        List<TabNodes.Gone> gone = nodes.gone(_ -> true);
        assertThat(gone).containsExactly(new TabNodes.Gone(new NodeId("decode"), new Key("aa"), new Key("aa")));
        List<Image> read = List.of(image());
        assertThat(nodes.again(gone.getFirst(), read)).map(c -> ((NodeState.Done) c.state()).images()).contains(read);
        assertThat(images("decode")).isEqualTo(read);
        assertThat(nodes.gone(_ -> true)).isEmpty();
        nodes.tell(done("decode", "bb", null, List.of()));
        assertThat(nodes.again(gone.getFirst(), read)).as("it has another result").isEmpty();
    }

    @Test
    void one_that_lies_nowhere_is_held() {
        WeakReference<Picture> picture = told(null, "preview", "aa");
        nodes.toBeSought();
        nodes.found(Set.of(new Key("bb")));
        assertThat(collected(picture)).isFalse();
        assertThat(images("preview")).hasSize(1);
    }

    @Test
    void one_in_a_file_of_its_own_is_not_held_at_all() {
        WeakReference<Picture> picture = told(Path.of("a.png"), "save", "aa");
        assertThat(collected(picture)).isTrue();
        assertThat(nodes.toBeSought()).isEmpty();
        assertThat(nodes.gone(_ -> true)).as("the file is read").isEmpty();
    }

    @Test
    void what_a_sampler_shows_is_found_where_the_decoder_s_lies_and_moves_along_into_a_subgraph() {
        WeakReference<Picture> picture = told(null, "sampler", "aa", "decode", "bb");
        nodes.toBeSought();
        nodes.found(Set.of(new Key("bb")));
        assertThat(collected(picture)).isTrue();
        nodes.tellMoved(done("sub/sampler", "aa", null, List.of()));
        assertThat(nodes.gone(n -> n.text().endsWith("sampler"))).extracting(TabNodes.Gone::under).containsExactly(new Key("bb"), new Key("bb"));
    }
}
