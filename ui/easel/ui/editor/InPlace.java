package easel.ui.editor;

import com.formdev.flatlaf.ui.FlatDropShadowBorder;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.Schema;
import easel.graph.Types;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.ui.canvas.CanvasView;
import easel.ui.canvas.FieldHost;
import easel.ui.form.FormContext;
import easel.ui.widget.OpeningKey;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.Rectangle2D;
import java.beans.PropertyChangeListener;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/**
 * The one control that lies over the canvas where a parameter is edited. It is as large as the field on the screen, and
 * at least as large as can be read. Enter, Tab and a click elsewhere take what was typed, Esc takes it back.
 */
final class InPlace implements FieldHost {

    private static final int SHADOW = 6;
    private static final int AIR = 4;

    private final JComponent face;
    private final Supplier<@Nullable CanvasView> canvas;
    private final FormContext context;
    private @Nullable Open open;

    InPlace(JComponent face, Supplier<@Nullable CanvasView> canvas, FormContext context) {
        this.face = face;
        this.canvas = canvas;
        this.context = context;
    }

    /** What is open: the parameter, what it held before, and the control over it. */
    private final class Open {
        private final InputRef parameter;
        private final Optional<Value> before;
        private final FieldEditor editor;
        private final JPanel frame = new JPanel(new BorderLayout());
        private final PropertyChangeListener keys = e -> keysAt(this, e.getNewValue());
        private boolean closing;

        Open(InputRef parameter, Optional<Value> before, FieldEditor editor) {
            this.parameter = parameter;
            this.before = before;
            this.editor = editor;
            frame.setName("in-place");
            frame.setOpaque(false);
            if (editor.hangsUnder()) {
                frame.setBorder(new FlatDropShadowBorder(java.awt.Color.BLACK, SHADOW, 0.25f));
            }
            frame.add(editor.component());
        }
    }

    /** Whether a parameter is being edited. */
    boolean isOpen() {
        return open != null;
    }

    @Override
    public void drawSeed(InputRef seed) {
        context.seeds().draw(seed);
    }

    @Override
    public void edit(InputRef parameter) {
        close(true, false);
        CanvasView over = canvas.get();
        Optional<FieldEditor> editor = over == null || over.fieldBounds(parameter).isEmpty() ? Optional.empty()
                : editor(parameter);
        if (editor.isEmpty()) {
            return;
        }
        Open now = new Open(parameter, context.document().value(parameter), editor.get());
        open = now;
        bind(now);
        face.add(now.frame, 0);
        place(now);
        now.frame.validate();
        editor.get().opened();
        editor.get().focus().requestFocusInWindow();
        face.repaint();
    }

    private Optional<FieldEditor> editor(InputRef ref) {
        Document document = context.document();
        Optional<Node> node = document.node(ref.node()).filter(n -> n.input(ref.input()).isEmpty());
        Optional<Schema> schema = node.flatMap(n -> new Types(document, Catalogue::schema).apply(n.type()));
        return schema.flatMap(s -> s.parameter(ref.input())).map(parameter -> {
            Value now = node.get().value(ref.input()).orElse(parameter.standard());
            FieldEditor.Frame frame = new FieldEditor.Frame() {
                @Override
                public void set(Value value) {
                    InPlace.this.set(ref, value);
                }

                @Override
                public void done() {
                    close(true, true);
                }

                @Override
                public JComponent over() {
                    return face;
                }
            };
            return FieldEditor.of(ref, node.get().type(), parameter, now,
                    easel.ui.form.NodeFields.label(document, node.get().type(), ref.input()).in(context.language()), context,
                    frame);
        });
    }

    private void set(InputRef ref, Value value) {
        Open now = open;
        if (now != null && now.parameter.equals(ref)) {
            // What is typed into one field without a pause is one step; another opening of it is another.
            context.change(new Edit.SetParameter(ref, value), now);
        }
    }

    private void bind(Open now) {
        JComponent focus = now.editor.focus();
        if (focus instanceof JTextComponent text) {
            OpeningKey.keepOut(text);
        }
        focus.setFocusTraversalKeysEnabled(false);
        key(focus, KeyStroke.getKeyStroke(KeyEvent.VK_TAB, 0), () -> next(now, 1));
        key(focus, KeyStroke.getKeyStroke(KeyEvent.VK_TAB, InputEvent.SHIFT_DOWN_MASK), () -> next(now, -1));
        if (now.editor.isSheet()) {
            // What lies in it has an Esc of its own; what was done in it stays, each a step to undo.
            now.frame.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), "close");
            now.frame.getActionMap().put("close", action(() -> close(false, true)));
            KeyboardFocusManager.getCurrentKeyboardFocusManager().addPropertyChangeListener("permanentFocusOwner", now.keys);
        } else {
            key(focus, KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), () -> takeBack(now));
            focus.addFocusListener(new FocusAdapter() {
                @Override
                public void focusLost(FocusEvent e) {
                    Component to = e.getOppositeComponent();
                    if (!e.isTemporary() && open == now && (to == null || !SwingUtilities.isDescendingFrom(to, now.frame))) {
                        close(true, false);
                    }
                }
            });
        }
        if (now.editor.endsWithEnter()) {
            key(focus, KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), () -> close(true, true));
        }
        now.frame.addMouseWheelListener(this::toCanvas);
        // A press beside the text within the frame is none on the canvas.
        now.frame.addMouseListener(new java.awt.event.MouseAdapter() { });
    }

    private static void key(JComponent focus, KeyStroke key, Runnable deed) {
        focus.getInputMap().put(key, "in-place " + key);
        focus.getActionMap().put("in-place " + key, action(deed));
    }

    private static Action action(Runnable deed) {
        return new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                deed.run();
            }
        };
    }

    /** A sheet has several controls: it is done with once something beside it in the window has the keys, not what lies over it. */
    private void keysAt(Open now, @Nullable Object to) {
        JRootPane root = SwingUtilities.getRootPane(now.frame);
        if (open == now && root != null && to instanceof Component other && SwingUtilities.isDescendingFrom(other, root.getContentPane())
                && !SwingUtilities.isDescendingFrom(other, now.frame)) {
            close(true, false);
        }
    }

    /** What the control itself does not scroll belongs to the canvas. */
    private void toCanvas(MouseWheelEvent e) {
        CanvasView over = canvas.get();
        if (over != null && !e.isConsumed()) {
            over.sheet().dispatchEvent(SwingUtilities.convertMouseEvent(e.getComponent(), e, over.sheet()));
        }
    }

    private void next(Open now, int by) {
        CanvasView over = canvas.get();
        List<InputRef> fields = over == null ? List.of() : over.editableFields(now.parameter.node());
        int at = fields.indexOf(now.parameter) + by;
        if (at >= 0 && at < fields.size()) {
            edit(fields.get(at));
        } else {
            close(true, true);
        }
    }

    private void takeBack(Open now) {
        now.closing = true;
        Optional<Value> holds = context.document().value(now.parameter);
        if (!holds.equals(now.before)) {
            context.edit(now.before.<Edit>map(v -> new Edit.SetParameter(now.parameter, v))
                    .orElseGet(() -> new Edit.ResetParameters(java.util.Set.of(now.parameter))), now);
        }
        close(false, true);
    }

    /**
     * Closes what is open.
     *
     * @param take      whether what was typed is taken
     * @param giveBack  whether the keys go back to the canvas
     */
    void close(boolean take, boolean giveBack) {
        Open now = open;
        if (now == null) {
            return;
        }
        if (take && !now.closing) {
            now.closing = true;
            now.editor.take();
        }
        open = null;
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removePropertyChangeListener("permanentFocusOwner", now.keys);
        face.remove(now.frame);
        face.repaint();
        CanvasView over = canvas.get();
        if (giveBack && over != null) {
            over.sheet().requestFocusInWindow();
        }
    }

    /** Takes what was typed so far; the control stays. */
    void take() {
        if (open != null) {
            open.editor.take();
        }
    }

    /** The document is another, or is seen from elsewhere. */
    void follow() {
        Open now = open;
        CanvasView over = canvas.get();
        if (now == null || now.closing) {
            return;
        }
        Document document = context.document();
        Optional<Node> node = document.node(now.parameter.node());
        if (over == null || over.fieldBounds(now.parameter).isEmpty() || node.isEmpty()
                || node.get().input(now.parameter.input()).isPresent()) {
            now.closing = true;
            close(false, true);
            return;
        }
        node.get().value(now.parameter.input()).or(() -> new Types(document, Catalogue::schema).apply(node.get().type())
                .flatMap(s -> s.parameter(now.parameter.input())).map(Schema.Parameter::standard)).ifPresent(now.editor::show);
        place(now);
    }

    private void place(Open now) {
        CanvasView over = canvas.get();
        Rectangle2D field = over == null ? null : over.fieldBounds(now.parameter).orElse(null);
        if (field == null || over == null) {
            return;
        }
        double zoom = over.camera().zoom();
        Dimension least = now.editor.leastSize(zoom);
        Rectangle bounds;
        if (now.editor.hangsUnder()) {
            int width = Math.max(least.width, (int) Math.round(field.getWidth())) + 2 * SHADOW;
            int height = least.height + 2 * SHADOW;
            int below = (int) Math.round(field.getMaxY()) + AIR - SHADOW;
            int above = (int) Math.round(field.getMinY()) - AIR - height + SHADOW;
            int y = below + height <= face.getHeight() || above < 0 ? below : above;
            bounds = new Rectangle((int) Math.round(field.getX()) - SHADOW, y, width, height);
        } else {
            int width = Math.max(least.width, (int) Math.round(field.getWidth()));
            int height = Math.max(least.height, (int) Math.round(field.getHeight()));
            bounds = new Rectangle((int) Math.round(field.getX()), (int) Math.round(field.getY()), width, height);
        }
        bounds.width = Math.min(bounds.width, face.getWidth());
        bounds.height = Math.min(bounds.height, face.getHeight());
        bounds.x = Math.clamp(bounds.x, 0, Math.max(0, face.getWidth() - bounds.width));
        bounds.y = Math.clamp(bounds.y, 0, Math.max(0, face.getHeight() - bounds.height));
        now.frame.setBounds(bounds);
        now.frame.revalidate();
    }
}
