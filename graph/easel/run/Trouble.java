package easel.run;

import easel.engine.Failure;
import easel.format.PictureFailure;
import easel.graph.Problem;
import easel.platform.Language;

/** Why something did not run: the document's fault, or what the engine or the disk met. */
public sealed interface Trouble {

    /** Found in the document. */
    record OfDocument(Problem problem) implements Trouble {}

    /** Met while it ran. */
    record OfEngine(Failure failure) implements Trouble {}

    /** A picture file that could not be read or written. */
    record OfPicture(PictureFailure failure) implements Trouble {}

    /** What another process told of a job it ran: code and sentences are all there is. */
    record Told(String told, String english, String chinese) implements Trouble {}

    /** Stable, for JSON output and tests. */
    default String code() {
        return switch (this) {
            case OfDocument d -> d.problem.code().name();
            case OfEngine e -> e.failure.code();
            case OfPicture p -> p.failure.code();
            case Told t -> t.told;
        };
    }

    /** What went wrong and how to mend it, for people. */
    default String sentence(Language language) {
        return switch (this) {
            case OfDocument d -> d.problem.sentence(language) + " " + d.problem.mend(language);
            case OfEngine e -> e.failure.sentence(language);
            case OfPicture p -> p.failure.sentence(language);
            case Told t -> language == Language.CHINESE ? t.chinese : t.english;
        };
    }
}
