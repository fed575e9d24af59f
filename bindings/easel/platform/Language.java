package easel.platform;

import java.util.Locale;

/** The languages Easel speaks. */
public enum Language {
    ENGLISH("en"),
    CHINESE("zh");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language's BCP 47 tag, which also ends the names of the files that hold its words. */
    public String tag() {
        return tag;
    }

    /** The language that suits a locale: Chinese for any Chinese one, else English. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /** The language of the system's user; {@code EASEL_LANG} ({@code en} or {@code zh}) goes before the locale. */
    public static Language ofUser() {
        String asked = System.getenv("EASEL_LANG");
        return of(asked == null || asked.isBlank() ? Locale.getDefault(Locale.Category.DISPLAY) : Locale.forLanguageTag(asked));
    }
}
