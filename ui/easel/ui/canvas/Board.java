package easel.ui.canvas;

import com.mxgraph.swing.handler.mxGraphHandler;
import com.mxgraph.swing.mxGraphComponent;
import com.mxgraph.swing.view.mxICellEditor;
import com.mxgraph.view.mxGraph;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.MouseEvent;
import java.util.EventObject;
import java.util.List;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * JGraphX's component with everything taken out that paints or listens: what stays is the model, its geometry and the
 * selection. Its own scrolling and scale stay at their beginning; how the canvas is looked at is the {@link Camera}'s.
 */
final class Board extends mxGraphComponent {

    private static final long serialVersionUID = 1;

    /** What is done with the sheet. */
    interface Sheet {
        void paint(Graphics g);

        @Nullable String toolTip(MouseEvent e);

        /** The nodes, for people who do not see them. */
        List<? extends Accessible> spoken();
    }

    private transient @Nullable Sheet sheet;

    Board(mxGraph graph, Sheet sheet) {
        super(graph);
        this.sheet = sheet;
        setBorder(BorderFactory.createEmptyBorder());
        setViewportBorder(null);
        setHorizontalScrollBarPolicy(HORIZONTAL_SCROLLBAR_NEVER);
        setVerticalScrollBarPolicy(VERTICAL_SCROLLBAR_NEVER);
        setWheelScrollingEnabled(false);
        setFocusable(false);
        JComponent control = getGraphControl();
        control.setFocusable(true);
        control.setOpaque(true);
        control.setToolTipText("");
    }

    @Override
    protected mxGraphControl createGraphControl() {
        return new Control();
    }

    @Override
    protected void createHandlers() {
        // Our own gestures.
    }

    @Override
    protected mxGraphHandler createGraphHandler() {
        throw new IllegalStateException("it needs a display, and nobody asks for it");
    }

    @Override
    protected void installFocusHandler() {
        // The sheet takes the keys, not this.
    }

    @Override
    protected void installKeyHandler() {
        // Our own keys.
    }

    @Override
    protected void installResizeHandler() {
        // The camera stays where it is.
    }

    @Override
    protected void installDoubleClickHandler() {
        // Nothing is edited by JGraphX.
    }

    @Override
    protected mxICellEditor createCellEditor() {
        return new mxICellEditor() {
            @Override
            public @Nullable Object getEditingCell() {
                return null;
            }

            @Override
            public void startEditing(Object cell, EventObject trigger) {
                // Values are edited in the document.
            }

            @Override
            public void stopEditing(boolean cancel) {
                // Nothing was begun.
            }
        };
    }

    private final class Control extends mxGraphControl implements Accessible {

        private static final long serialVersionUID = 1;

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(1, 1);   // the viewport makes it as large as itself
        }

        @Override
        public void updatePreferredSize() {
            // Where cells are says nothing about this component's size.
        }

        @Override
        public void paint(Graphics g) {
            if (sheet != null) {
                sheet.paint(g);
            }
            paintChildren(g);
        }

        @Override
        public @Nullable String getToolTipText(MouseEvent e) {
            return sheet == null ? null : sheet.toolTip(e);
        }

        @Override
        public AccessibleContext getAccessibleContext() {
            if (accessibleContext == null) {
                accessibleContext = new Spoken();
            }
            return accessibleContext;
        }

        private final class Spoken extends AccessibleJComponent {

            private static final long serialVersionUID = 1;

            @Override
            public AccessibleRole getAccessibleRole() {
                return AccessibleRole.CANVAS;
            }

            @Override
            public int getAccessibleChildrenCount() {
                return painted().size() + super.getAccessibleChildrenCount();
            }

            /** What is painted, and after it what is opened over it: a search, a title that is typed. */
            @Override
            public @Nullable Accessible getAccessibleChild(int i) {
                List<? extends Accessible> painted = painted();
                return i < 0 ? null : i < painted.size() ? painted.get(i) : super.getAccessibleChild(i - painted.size());
            }

            private List<? extends Accessible> painted() {
                return sheet == null ? List.of() : sheet.spoken();
            }
        }
    }
}
