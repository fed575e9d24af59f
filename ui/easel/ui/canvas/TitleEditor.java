package easel.ui.canvas;

import easel.graph.About;
import easel.graph.Edit;
import easel.graph.Group;
import easel.graph.GroupEdit;
import easel.graph.Phrase;
import easel.graph.Subgraph;
import easel.graph.SubgraphEdit;
import easel.ui.widget.OpeningKey;
import easel.ui.widget.Typed;
import easel.ui.widget.TypingPause;
import java.awt.Font;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;

/** A node's or a group's title, or a port's name, typed where it stands; at a size that can be read however far the canvas is. */
final class TitleEditor {

    private static final int LEAST = 160;

    private final CanvasView view;
    private final JComponent sheet;
    private @Nullable JTextField field;
    private @Nullable Consumer<String> taken;
    private String before = "";
    /** What the document has of it: what was there before, or what was typed up to a pause. */
    private String told = "";
    private @Nullable Typed typed;

    TitleEditor(CanvasView view, JComponent sheet) {
        this.view = view;
        this.sheet = sheet;
    }

    boolean isOpen() {
        return field != null;
    }

    @Nullable JTextField field() {
        return field;
    }

    /** For a node; nothing typed shows its kind's own title again. The only one that stands for a subgraph lends it its name. */
    void open(NodeView of) {
        open(of.box(), NodeLayout.HEAD, of.title(), "rename.name", typed -> {
            Optional<Subgraph> own = view.scene().node(of.id()).flatMap(n -> view.subgraphs().own(n.node()));
            if (own.isPresent()) {
                About about = own.get().about();
                view.edit(new SubgraphEdit.RenameSubgraph(own.get().id(), new About(about.name(), Phrase.of(typed, typed), about.help())));
            } else if (view.scene().node(of.id()).isPresent()) {
                view.edit(new Edit.Rename(of.id(), typed.equals(view.scene().say().title(of.node().type())) ? "" : typed));
            }
        });
    }

    /** For a port of a subgraph, seen from inside or outside; nothing typed shows what it stands for again. */
    void open(Port port) {
        open(port.box(), NodeLayout.ROW, port.label(), "rename.port", typed -> view.subgraphs().rename(port, typed));
    }

    /** For a group. */
    void open(GroupView of) {
        open(of.box(), (int) Group.HEAD, of.group().title(), "rename.group", typed -> {
            if (view.scene().group(of.id()).isPresent()) {
                view.edit(new GroupEdit.RenameGroup(of.id(), typed));
            }
        });
    }

    /** Begins with the title that is shown, all of it selected. */
    private void open(Rectangle2D box, int head, String title, String code, Consumer<String> then) {
        close(true);
        taken = then;
        before = title;
        told = title;
        JTextField made = new JTextField(title);
        made.setName("node-title");
        made.getAccessibleContext().setAccessibleName(view.scene().say().words(code));
        double zoom = Math.max(1, Math.min(view.camera().zoom(), 1.5));
        Font font = UIManager.getFont("semibold.font");
        made.setFont((font == null ? made.getFont() : font).deriveFont((float) (13 * zoom)));
        int height = (int) Math.round(NodeLayout.HEAD * zoom);
        Camera camera = view.camera();
        int x = (int) Math.round(camera.x() + box.getX() * camera.zoom());
        int y = (int) Math.round(camera.y() + box.getY() * camera.zoom() - (height - head * camera.zoom()) / 2);
        int width = (int) Math.max(LEAST, Math.round(box.getWidth() * camera.zoom()));
        made.setBounds(Math.clamp(x, 0, Math.max(0, sheet.getWidth() - width)), Math.clamp(y, 0, Math.max(0, sheet.getHeight() - height)), width, height);
        key(made, "ENTER", () -> close(true));
        key(made, "ESCAPE", () -> close(false));
        made.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                if (!e.isTemporary()) {
                    close(true);
                }
            }
        });
        OpeningKey.keepOut(made);
        pauses(made);
        made.selectAll();
        field = made;
        sheet.add(made);
        sheet.repaint(made.getBounds());
        made.requestFocusInWindow();
    }

    private static void key(JTextField of, String key, Runnable deed) {
        of.getInputMap().put(KeyStroke.getKeyStroke(key), key);
        of.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                deed.run();
            }
        });
    }

    /** Ends it; with {@code takes} what was typed is told. Whether it was open. */
    boolean close(boolean takes) {
        JTextField open = field;
        Consumer<String> then = taken;
        if (open == null || then == null) {
            return false;
        }
        field = null;
        taken = null;
        boolean had = open.isFocusOwner();
        sheet.remove(open);
        sheet.repaint(open.getBounds());
        if (had) {
            sheet.requestFocusInWindow();
        }
        tell(takes ? open.getText().strip() : before, then);
        return true;
    }

    private void pauses(JTextField of) {
        TypingPause pause = new TypingPause(of, () -> {
            if (of == field && taken != null && typed != null && !typed.isComposing()) {
                tell(of.getText().strip(), taken);
            }
        });
        typed = Typed.hear(of, pause::typed);
    }

    private void tell(String typed, Consumer<String> then) {
        if (!typed.equals(told)) {
            told = typed;
            then.accept(typed);
        }
    }
}
