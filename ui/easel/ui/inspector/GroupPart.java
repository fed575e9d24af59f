package easel.ui.inspector;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Group;
import easel.graph.GroupEdit;
import easel.graph.GroupId;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.ui.form.FormContext;
import easel.ui.theme.Icons;
import easel.ui.theme.Swatch;
import easel.ui.theme.Tone;
import easel.ui.widget.Segments;
import easel.ui.widget.Typed;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** What there is to set about a selected group: its title and colour, and how all that lies in it stands. */
final class GroupPart extends JPanel {

    private static final long serialVersionUID = 1;

    private final transient FormContext context;
    private final transient Groups groups;
    private final transient GroupId id;
    private final JTextField title = new JTextField();
    private final transient Typed typed;
    private final transient List<JToggleButton> swatches = new ArrayList<>();
    private final JCheckBox folded = new JCheckBox();
    private final Segments<Mode> modes;
    private final JButton content = new JButton();
    private boolean showing;

    /** @param goTo selects nodes and brings them into view */
    GroupPart(FormContext context, Groups groups, GroupId id, Consumer<Collection<NodeId>> goTo) {
        super(new MigLayout("insets 8 12 8 12, gap 4, novisualpadding, fillx, hidemode 3", "[84!][grow,fill]", ""));
        this.context = context;
        this.groups = groups;
        this.id = id;
        setName("inspector.group");
        setOpaque(false);
        title.setName("inspector.group.title");
        title.putClientProperty("FlatLaf.style", "font: $semibold.font; margin: 1,6,1,6");
        title.getAccessibleContext().setAccessibleName(context.say("inspector.title"));
        typed = Typed.hear(title, () -> {
            if (context.document().body().group(id).filter(g -> !g.title().equals(title.getText())).isPresent()) {
                context.edit(new GroupEdit.RenameGroup(id, title.getText()), List.of("title", id));
            }
        });
        add(new JLabel(Icons.GROUP.at(16)), "split 2, span 2, gapright 4");
        add(title, "h 24!, wmin 40, growx, wrap");
        row("inspector.colour", colours());
        modes = new Segments<>(List.of(new Segments.Choice<>(Mode.ON, Icons.CHECK.at(14), null, context.say("mode.on")),
                new Segments.Choice<>(Mode.MUTED, Icons.MUTED.at(14), null, context.say("mode.muted")),
                new Segments.Choice<>(Mode.BYPASSED, Icons.BYPASSED.at(14), null, context.say("mode.bypassed"))),
                mode -> context.edit(new Edit.SetMode(groups.nodesIn(id), mode), null));
        modes.setName("inspector.group.mode");
        row("inspector.mode", modes);
        folded.setName("inspector.group.folded");
        folded.setText(context.say("inspector.folded"));
        folded.setToolTipText(context.say("inspector.folded.help"));
        folded.setOpaque(false);
        folded.putClientProperty("FlatLaf.style", "font: $dense.font");
        folded.addActionListener(_ -> groups.fold(id));
        add(folded, "skip 1, h 24!, wrap");
        content.setName("inspector.group.content");
        content.putClientProperty("JButton.buttonType", "toolBarButton");
        content.putClientProperty("FlatLaf.style", "font: $dense.font; margin: 1,6,1,6; minimumHeight: 22");
        content.addActionListener(_ -> goTo.accept(groups.nodesIn(id)));
        row("inspector.inside", content);
    }

    private void row(String code, JComponent control) {
        JLabel name = new JLabel(context.say(code));
        name.putClientProperty("FlatLaf.style", "font: $dense.font; foreground: $" + Tone.LABEL.key());
        add(name, "h 24!");
        add(control, "h 24!, growx 0, alignx left, wrap");
    }

    private JPanel colours() {
        JPanel all = new JPanel(new MigLayout("insets 0, gap 0, novisualpadding", "", "[24!]"));
        all.setName("inspector.group.colours");
        all.setOpaque(false);
        List<Groups.Colour> some = new ArrayList<>(List.of(new Groups.Colour(context.say("inspector.colour.none"), "")));
        some.addAll(groups.colours());
        for (Groups.Colour colour : some) {
            JToggleButton button = new JToggleButton(colour.code().isEmpty() ? Icons.REMOVE.at(14) : new Swatch(Color.decode(colour.code()), 14));
            button.setName("colour " + colour.code());
            button.putClientProperty("JButton.buttonType", "toolBarButton");
            button.putClientProperty("FlatLaf.style", "margin: 1,1,1,1; minimumWidth: 18");
            button.setToolTipText(colour.name());
            button.getAccessibleContext().setAccessibleName(colour.name());
            button.addActionListener(_ -> give(colour.code().isEmpty() ? null : colour.code()));
            swatches.add(button);
            all.add(button, "w 18!, h 24!");
        }
        return all;
    }

    private void give(@Nullable String colour) {
        if (!showing) {
            context.edit(new GroupEdit.ColourGroups(Set.of(id), colour), null);
        }
    }

    /** Whether it is about that group. */
    boolean isOf(GroupId other) {
        return id.equals(other);
    }

    /** Shows the group as the document has it. */
    void show(Document document) {
        Group group = document.body().group(id).orElse(null);
        if (group == null) {
            return;
        }
        showing = true;
        if (!typed.isComposing() && !title.getText().equals(group.title())) {
            title.setText(group.title());
        }
        String colour = group.colour() == null ? "" : group.colour();
        swatches.forEach(s -> s.setSelected(s.getName().equalsIgnoreCase("colour " + colour)));
        List<Node> inside = groups.nodesIn(id).stream().flatMap(n -> document.node(n).stream()).toList();
        Set<Mode> all = inside.stream().map(Node::mode).collect(Collectors.toSet());
        modes.showValue(all.size() == 1 ? all.iterator().next() : null);
        folded.setSelected(!inside.isEmpty() && inside.stream().allMatch(Node::collapsed));
        folded.setEnabled(!inside.isEmpty());
        content.setText(context.say("inspector.to", inside.size()));
        content.setEnabled(!inside.isEmpty());
        showing = false;
    }
}
