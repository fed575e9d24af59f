package easel.ui.canvas;

import easel.platform.Language;
import java.util.Locale;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;

/** What is painted and is no component, for people who do not see it. */
abstract class SpokenPart extends AccessibleContext implements Accessible {

    private final Accessible parent;
    private final int index;

    /** @param index among the parent's children */
    SpokenPart(Accessible parent, int index) {
        this.parent = parent;
        this.index = index;
    }

    /** The language it is spoken in. */
    abstract Language language();

    @Override
    public final AccessibleContext getAccessibleContext() {
        return this;
    }

    @Override
    public final Accessible getAccessibleParent() {
        return parent;
    }

    @Override
    public final int getAccessibleIndexInParent() {
        return index;
    }

    @Override
    public final Locale getLocale() {
        return Locale.forLanguageTag(language().tag());
    }
}
