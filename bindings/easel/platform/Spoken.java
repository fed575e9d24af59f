package easel.platform;

/** What has a sentence of its own, and can so be part of another room's. */
public interface Spoken {

    /** It, for people. */
    String sentence(Language language);
}
