package easel.ui.form;

import easel.graph.Document;
import easel.graph.Field;
import easel.graph.MaskShape;
import easel.graph.Rule;
import easel.graph.Value;
import easel.ui.desk.FormFields;
import easel.ui.mask.MaskPad;
import easel.ui.task.Task;
import easel.ui.theme.Icons;
import easel.ui.widget.Incoming;
import easel.ui.widget.Segments;
import easel.ui.widget.ToolButton;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Shapes drawn on the picture that they mask, over a bar with what is drawn next. */
public final class MaskView implements FieldView {

    /** As large as a screen shows it with two device pixels to a logical one. */
    private static final int SHARP = 800;
    /** Between the picture and the bar below it. */
    private static final int GAP = 4;
    /** Fine work wants more of it. */
    private static final int SHARPEST = 3000;

    private final Field field;
    private final FormContext context;
    private final MaskPad pad;
    private final JPanel panel = new JPanel(new MigLayout("insets 0, gap 4, novisualpadding, fill", "[][]push[][][]", "[grow]" + GAP + "[]"));
    private final JButton delete = new JButton(Icons.TRASH.at(16));
    private final JButton clear = new JButton(Icons.ERASER.at(16));
    private MaskShape.Kind kind = MaskShape.Kind.RECTANGLE;
    private boolean takesAway;
    private final int sharp;
    private Optional<MaskGround> ground = Optional.empty();
    private @Nullable LargeMask large;

    /** @param field one that sets a parameter with {@link Rule.Shapes} */
    public MaskView(Field field, FormContext context) {
        this(field, context, SHARP);
        JButton enlarge = new JButton(Icons.ENLARGE.at(14));
        ToolButton.dress(enlarge, field.name() + ".enlarge", context.say("mask.enlarge"), this::enlarge);
        panel.add(enlarge, "w 28!, h " + context.row() + "!");
        pad.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (e.getClickCount() == 2 && SwingUtilities.isLeftMouseButton(e)) {
                    enlarge();
                }
            }
        });
    }

    private MaskView(Field field, FormContext context, int sharp) {
        this.field = field;
        this.context = context;
        this.sharp = sharp;
        pad = new MaskPad(field.label().in(context.language()), context.words(), shapes -> context.edit(FormFields.set(field, new Value.Shapes(shapes)), null), this::enable);
        pad.setName(field.name());
        pad.setTransferHandler(Incoming.handler(incoming -> context.taken().test(incoming, context.desk().sources()::startFrom)));
        pad.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                pad.revalidate();
            }
        });
        Segments<MaskShape.Kind> kinds = new Segments<>(List.of(
                new Segments.Choice<>(MaskShape.Kind.RECTANGLE, Icons.RECTANGLE.at(16), null, context.say("mask.rectangle")),
                new Segments.Choice<>(MaskShape.Kind.ELLIPSE, Icons.ELLIPSE.at(16), null, context.say("mask.ellipse"))), chosen -> {
                    kind = chosen;
                    pad.draw(kind, takesAway);
                });
        kinds.setName(field.name() + ".kind");
        kinds.showValue(kind);
        Segments<Boolean> signs = new Segments<>(List.of(
                new Segments.Choice<>(false, Icons.PLUS.at(16), null, context.say("mask.add")),
                new Segments.Choice<>(true, Icons.MINUS.at(16), null, context.say("mask.take"))), chosen -> {
                    takesAway = chosen;
                    pad.draw(kind, takesAway);
                });
        signs.setName(field.name() + ".sign");
        signs.showValue(false);
        ToolButton.dress(delete, field.name() + ".delete", context.say("mask.delete"), pad::removeSelected);
        ToolButton.dress(clear, field.name() + ".clear", context.say("mask.clear"), pad::clear);
        panel.setOpaque(false);
        panel.add(pad, "span, grow, push, wmin 0, wrap");
        panel.add(kinds, "w 56!, h " + context.row() + "!");
        panel.add(signs, "w 56!, h " + context.row() + "!");
        panel.add(delete, "w 28!, h " + context.row() + "!, gapright 2");
        panel.add(clear, "w 28!, h " + context.row() + "!, gapright 2");
        enable();
    }

    /** One of the same that shows any part of the picture as large as wanted. */
    static MaskView magnifying(Field field, FormContext context) {
        MaskView view = new MaskView(field, context, SHARPEST);
        view.pad.magnify();
        return view;
    }

    private void enlarge() {
        if (large == null) {
            large = new LargeMask(field, context, panel, () -> large = null);
        }
    }

    /** Where the shapes are drawn. */
    MaskPad pad() {
        return pad;
    }

    /** How high it is where the picture fills a width. */
    public int heightFor(int width) {
        return pad.heightFor(width, Integer.MAX_VALUE) + GAP + context.row();
    }

    /** More that stands in the bar below. */
    JPanel bar() {
        return panel;
    }

    private void enable() {
        delete.setEnabled(pad.isEnabled() && pad.hasSelected());
        clear.setEnabled(pad.isEnabled() && !pad.isEmpty());
    }

    @Override
    public JComponent component() {
        return panel;
    }

    @Override
    public JComponent focus() {
        return pad;
    }

    @Override
    public boolean isWide() {
        return true;
    }

    @Override
    public void show(Document document) {
        pad.show(FormFields.value(document, field).filter(Value.Shapes.class::isInstance).map(v -> ((Value.Shapes) v).shapes()).orElse(List.of()));
        showPicture(document);
        enable();
    }

    private void showPicture(Document document) {
        Optional<MaskGround> now = field.targets().stream().findFirst().flatMap(target -> MaskGround.of(document, target, context.desk()));
        if (now.equals(ground)) {
            return;
        }
        ground = now;
        if (now.isEmpty()) {
            pad.show(null, null);
        } else {
            Task.of(() -> now.get().seen(sharp)).whenFailed(_ -> arrived(now, null)).whenDone(seen -> arrived(now, seen));
        }
    }

    private void arrived(Optional<MaskGround> asked, MaskGround.@Nullable Seen seen) {
        if (asked.equals(ground)) {
            pad.show(seen == null ? null : seen.picture(), seen == null ? null : seen.white());
        }
    }
}
