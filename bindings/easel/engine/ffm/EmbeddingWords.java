package easel.engine.ffm;

import easel.engine.Embedding;
import java.util.List;

/**
 * The words that stand for embeddings between us and the library. It takes a name wherever its letters stand, in
 * {@code party} an {@code art} too, and only in lower case; so it is told words that nobody writes, and where they stand
 * is decided here.
 */
final class EmbeddingWords {

    private EmbeddingWords() {}

    /** The word for the embedding at a place of a context's list. */
    static String word(int place) {
        return "zqemb" + place + "q";
    }

    /** A prompt with these words in the place of the names. */
    static String in(String prompt, List<Embedding> embeddings) {
        return Embedding.replaced(prompt, embeddings, embedding -> word(embeddings.indexOf(embedding)));
    }
}
