package easel.ui.canvas;

import easel.platform.Language;
import java.util.Locale;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;
import org.jspecify.annotations.Nullable;

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

    /** None, as long as a part does not say otherwise. */
    @Override
    public int getAccessibleChildrenCount() {
        return 0;
    }

    @Override
    public @Nullable Accessible getAccessibleChild(int i) {
        return null;
    }

    /** The states of a part that is seen and can be selected. */
    static AccessibleStateSet selectable(boolean selected) {
        AccessibleStateSet states = new AccessibleStateSet();
        states.add(AccessibleState.SELECTABLE);
        states.add(AccessibleState.VISIBLE);
        if (selected) {
            states.add(AccessibleState.SELECTED);
        }
        return states;
    }
}
