package easel.ui.widget;

import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/**
 * A component that paints itself and is known to screen readers, as Swing's plain one is not: by a role, and by the name and
 * description that its accessible context is given.
 */
public abstract class SpokenComponent extends JComponent implements Accessible {

    private static final long serialVersionUID = 1;

    private final transient AccessibleRole role;

    protected SpokenComponent(AccessibleRole role) {
        this.role = role;
    }

    @Override
    public final AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new Spoken();
        }
        return accessibleContext;
    }

    private final class Spoken extends AccessibleJComponent {
        private static final long serialVersionUID = 1;

        @Override
        public AccessibleRole getAccessibleRole() {
            return role;
        }
    }
}
