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
import java.util.function.Function;
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
    private @Nullable Function<@Nullable String, Optional<Edit>> renames;
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
        String title = of.node().title();
        Optional<About> own = view.subgraphs().own(of.node()).map(Subgraph::about);
        open(of.box(), NodeLayout.HEAD, of.title(), "rename.name", typed -> {
            Optional<Subgraph> now = view.scene().node(of.id()).flatMap(n -> view.subgraphs().own(n.node()));
            if (now.isPresent()) {
                About about = now.get().about();
                return Optional.of(new SubgraphEdit.RenameSubgraph(now.get().id(), typed == null ? own.orElse(about)
                        : new About(about.name(), Phrase.of(typed, typed), about.help())));
            }
            return view.scene().node(of.id()).map(_ -> new Edit.Rename(of.id(),
                    typed == null ? title : typed.equals(view.scene().say().title(of.node().type())) ? "" : typed));
        });
    }

    /** For a port of a subgraph, seen from inside or outside; nothing typed shows what it stands for again. */
    void open(Port port) {
        Phrase label = view.subgraphs().label(port);
        open(port.box(), NodeLayout.ROW, port.label(), "rename.port", typed -> view.subgraphs().renaming(port,
                typed == null ? label : typed.isBlank() ? Phrase.NONE : Phrase.of(typed, typed)));
    }

    /** For a group. */
    void open(GroupView of) {
        String title = of.group().title();
        open(of.box(), (int) Group.HEAD, title, "rename.group", typed -> view.scene().group(of.id())
                .map(_ -> new GroupEdit.RenameGroup(of.id(), typed == null ? title : typed)));
    }

    /** Begins with the title that is shown, all of it selected; {@code then} is given null for what it was before. */
    private void open(Rectangle2D box, int head, String title, String code, Function<@Nullable String, Optional<Edit>> then) {
        close(true);
        renames = then;
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
        Function<@Nullable String, Optional<Edit>> then = renames;
        if (open == null || then == null) {
            return false;
        }
        field = null;
        renames = null;
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
            if (of == field && renames != null && typed != null && !typed.isComposing()) {
                tell(of.getText().strip(), renames);
            }
        });
        typed = Typed.hear(of, pause::typed);
    }

    private void tell(String typed, Function<@Nullable String, Optional<Edit>> then) {
        if (!typed.equals(told)) {
            told = typed;
            // As long as it says the same, what stood there is more than that: nothing, or a name in two languages.
            then.apply(typed.equals(before) ? null : typed).ifPresent(view::edit);
        }
    }
}
