package easel.engine;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose face a picture shows (PhotoMaker). The prompt names what the person is and then says {@code img}: "a man img".
 *
 * @param pictures  of one person, three channels each
 * @param embedding what a face recogniser made of the same pictures, for PhotoMaker v2; null for v1
 * @param style     how many hundredths of the steps go by before the face counts: more lets the prompt's style through
 */
public record PhotoId(List<Picture> pictures, @Nullable Path embedding, double style) {

    /** The word that stands behind the person's in the prompt. */
    public static final String WORD = "img";

    public PhotoId {
        pictures = List.copyOf(pictures);
    }
}
