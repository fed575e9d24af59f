package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.nodes.Conditioning;
import easel.nodes.Image;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheTest {

    private final Cache cache = new Cache(250, null, null);

    @Test
    void the_least_lately_used_picture_goes_first() {
        put("a", 100);
        put("b", 100);
        cache.get(new Key("a"));
        put("c", 100);
        assertThat(cache.get(new Key("a"))).isPresent();
        assertThat(cache.get(new Key("b"))).isEmpty();
        assertThat(cache.get(new Key("c"))).isPresent();
    }

    @Test
    void a_picture_larger_than_all_room_stays_until_the_next() {
        put("large", 1_000);
        assertThat(cache.get(new Key("large"))).isPresent();
        put("next", 100);
        assertThat(cache.get(new Key("large"))).isEmpty();
    }

    @Test
    void what_holds_no_picture_stays_and_where_one_was_saved_too() {
        cache.put(new Key("words"), new Outputs(Map.of("prompt", new Conditioning("sea")), null, null));
        cache.put(new Key("save"), new Outputs(Map.of(), image(1), Path.of("x.png")));
        put("a", 200);
        put("b", 200);
        assertThat(cache.get(new Key("words"))).isPresent();
        assertThat(cache.get(new Key("save")).orElseThrow().file()).isEqualTo(Path.of("x.png"));
        assertThat(cache.get(new Key("save")).orElseThrow().written()).isNull();
    }

    @Test
    void the_same_key_again_counts_once() {
        put("a", 200);
        put("a", 200);
        put("b", 50);
        assertThat(cache.get(new Key("a"))).isPresent();
    }

    private void put(String key, int bytes) {
        cache.put(new Key(key), new Outputs(Map.of("picture", image(bytes)), null, null));
    }

    private static Image image(int bytes) {
        return new Image(Picture.of(bytes, 1, 1, new byte[bytes]), null);
    }
}
