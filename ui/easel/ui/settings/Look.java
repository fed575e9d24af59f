package easel.ui.settings;

import easel.platform.Language;
import easel.ui.theme.Appearance;
import org.jspecify.annotations.Nullable;

/**
 * How the window looks and speaks.
 *
 * @param language   null follows the system
 * @param appearance light, dark or as the system
 * @param systemDark what the system preferred when it was last asked: shown until it has answered again
 */
public record Look(@Nullable Language language, Appearance appearance, boolean systemDark) {

    static final Look DEFAULT = new Look(null, Appearance.SYSTEM, false);

    @SuppressWarnings("ConstantValue")
    public Look {
        appearance = appearance == null ? Appearance.SYSTEM : appearance;
    }

    /** The language that is really spoken. */
    public Language spoken() {
        return language == null ? Language.ofUser() : language;
    }

    /** Whether it is really dark. */
    public boolean isDark() {
        return appearance.isDark(systemDark);
    }

    /** The same in another language; null follows the system. */
    public Look with(@Nullable Language other) {
        return new Look(other, appearance, systemDark);
    }

    /** The same in another appearance. */
    public Look with(Appearance other) {
        return new Look(language, other, systemDark);
    }

    /** The same after the system has said what it prefers. */
    public Look withSystemDark(boolean dark) {
        return new Look(language, appearance, dark);
    }
}
