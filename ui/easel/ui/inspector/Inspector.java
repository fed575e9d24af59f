package easel.ui.inspector;

import easel.graph.About;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.GroupId;
import easel.graph.Mode;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Note;
import easel.graph.OutputRef;
import easel.graph.Phrase;
import easel.graph.Reroute;
import easel.graph.Rim;
import easel.graph.Schema;
import easel.graph.SubgraphId;
import easel.graph.Types;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.run.Progress;
import easel.ui.canvas.CanvasView;
import easel.ui.form.FieldView;
import easel.ui.form.FormContext;
import easel.ui.form.NodeFields;
import easel.ui.search.KindLook;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.Column;
import easel.ui.widget.Fold;
import easel.ui.widget.Segments;
import easel.ui.widget.SlimScroll;
import easel.ui.widget.Typed;
import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JSeparator;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Everything there is to set about the selected nodes; with nothing selected, what the workflow is and what is in it. */
public final class Inspector extends JPanel {

    private static final long serialVersionUID = 1;

    private final transient FormContext context;
    private final transient Groups groups;
    private final transient Consumer<Collection<NodeId>> goTo;
    private @Nullable GroupPart group;
    private final Column body = new Column(
            new MigLayout("insets 0, gap 0, novisualpadding, fillx, hidemode 3", "[grow,fill]"), 24, 48);
    private final transient List<Line> lines = new ArrayList<>();
    private final transient List<PortList> ports = new ArrayList<>();
    private final transient Set<String> folded = new HashSet<>(Set.of("inspector.advanced"));
    private transient @Nullable Shared shown;
    private transient @Nullable Document of;
    private transient @Nullable JTextField title;
    private transient @Nullable JTextField subgraphName;
    private transient @Nullable Typed titleTyped;
    private transient @Nullable Segments<Mode> modes;
    private final JLabel step = label("");
    private final JLabel left = label("");
    private final JProgressBar bar = new JProgressBar();
    private final JPanel progressBox = new JPanel(new MigLayout("insets 4 12 8 12, gap 4 4, novisualpadding, fillx", "[]push[]",
            ""));

    /**
     * @param groups who shows groups
     * @param goTo   selects nodes and brings them into view
     */
    public Inspector(FormContext context, Groups groups, Consumer<Collection<NodeId>> goTo) {
        super(new BorderLayout());
        this.context = context.dense();
        this.groups = groups;
        this.goTo = goTo;
        setName("inspector");
        progressBox.setName("inspector.progress");
        progressBox.setOpaque(false);
        progressBox.setVisible(false);
        progressBox.add(step);
        progressBox.add(left, "wrap");
        progressBox.add(bar, "span 2, growx, h 4!");
        bar.getAccessibleContext().setAccessibleName(say("inspector.progress"));
        add(new SlimScroll(body));
    }

    /** Shows how far the selected node is; null where nothing runs. */
    public void show(@Nullable Progress progress) {
        boolean counts = progress != null && progress.steps() > 0;
        progressBox.setVisible(progress != null);
        if (progress != null) {
            step.setText(counts ? say("stage.step", progress.step(), progress.steps()) : say("inspector.busy"));
            double seconds = progress.secondsLeft();
            left.setText(!counts || seconds <= 0 ? "" : seconds < 60 ? say("stage.left.seconds", Math.max(1, Math.round(seconds)))
                    : say("stage.left.minutes", Math.round(seconds / 60)));
            bar.setMaximum(Math.max(1, progress.steps()));
            bar.setValue(counts ? progress.step() : 0);
        }
    }

    /** Shows what is selected as the document has it. */
    public void show(Document document, Set<NodeId> selected, Set<GroupId> frames) {
        Shared now = Shared.of(document, selected);
        GroupId frame = now.nodes().isEmpty() && frames.size() == 1 ? frames.iterator().next() : null;
        if (frame != null) {
            show(document, frame);
            return;
        }
        if (group != null) {
            group = null;
            shown = null;
        }
        if (shown == null || !now.looksLike(shown) || now.nodes().isEmpty() && document != of && !isTyped()) {
            build(document, now);
        }
        shown = now;
        of = document;
        lines.forEach(line -> line.show(document, now));
        ports.forEach(list -> list.show(document));
        if (title != null && titleTyped != null && now.nodes().size() == 1) {
            String called = now.nodes().getFirst().title();
            title.putClientProperty("JTextField.placeholderText", typeTitle(document, now.type()));
            if (!titleTyped.isComposing() && !title.getText().equals(called)) {
                title.setText(called);
            }
        }
        if (modes != null) {
            Set<Mode> all = now.nodes().stream().map(Node::mode).collect(Collectors.toSet());
            modes.showValue(all.size() == 1 ? all.iterator().next() : null);
        }
    }

    private void show(Document document, GroupId frame) {
        GroupPart part = group;
        if (part == null || !part.isOf(frame)) {
            lines.clear();
            body.removeAll();
            title = null;
            modes = null;
            part = new GroupPart(context, groups, frame, goTo);
            group = part;
            body.add(part, "growx, wmin 0, wrap");
            body.revalidate();
            body.repaint();
        }
        part.show(document);
        of = document;
    }

    private void build(Document document, Shared now) {
        shown = now;
        lines.clear();
        ports.clear();
        subgraphName = null;
        body.removeAll();
        title = null;
        modes = null;
        if (now.nodes().isEmpty()) {
            workflow(document);
        } else if (now.nodes().stream().allMatch(Rim::is)) {
            now.nodes().forEach(n -> ports(document, n.type().equals(Rim.OUT)));
        } else {
            head(document, now);
            sections(document, now);
            if (now.nodes().size() == 1) {
                links(document, now.nodes().getFirst());
            }
        }
        body.revalidate();
        body.repaint();
    }

    private String say(String code, Object... arguments) {
        return context.say(code, arguments);
    }

    // ---- what is selected

    private String typeTitle(Document document, String type) {
        return new Types(document, Catalogue::schema).title(type, context.language())
                .orElseGet(() -> Catalogue.title(type, context.language()));
    }

    private void head(Document document, Shared now) {
        boolean one = now.nodes().size() == 1;
        String typeTitle = typeTitle(document, now.type());
        JPanel head = new JPanel(new MigLayout("insets 8 12 8 12, gap 4, novisualpadding, fillx, hidemode 3", "[][grow,fill]",
                ""));
        head.setOpaque(false);
        JLabel icon = new JLabel(icon(now).at(16));
        head.add(icon, "gapright 4");
        if (one) {
            NodeId id = now.nodes().getFirst().id();
            JTextField field = new JTextField(now.nodes().getFirst().title());
            field.setName("inspector.title");
            field.putClientProperty("JTextField.placeholderText", typeTitle);
            field.putClientProperty("FlatLaf.style", "font: $semibold.font; margin: 1,6,1,6");
            field.getAccessibleContext().setAccessibleName(say("inspector.title"));
            field.setToolTipText(say("inspector.title.help", typeTitle));
            titleTyped = Typed.hear(field, () -> {
                boolean changed = context.document().node(id).filter(n -> !n.title().equals(field.getText())).isPresent();
                if (changed) {
                    context.edit(new Edit.Rename(id, field.getText()), List.of("title", id));
                }
            });
            title = field;
            head.add(field, "h 24!, wmin 40, wrap");
        } else {
            JLabel name = new JLabel(now.isOneType() ? say("inspector.several.of", now.nodes().size(), typeTitle)
                    : say("inspector.several", now.nodes().size()));
            name.putClientProperty("FlatLaf.styleClass", "semibold");
            name.setName("inspector.several");
            head.add(name, "h 24!, wmin 0, wrap");
        }
        String help = now.isOneType() ? Catalogue.help(now.type(), context.language()) : say("inspector.several.help");
        if (!help.isEmpty()) {
            head.add(words(help, Tone.HINT), "span 2, growx, wmin 0, wrap");
        }
        modes = new Segments<>(List.of(
                new Segments.Choice<>(Mode.ON, Icons.CHECK.at(14), null, say("mode.on")),
                new Segments.Choice<>(Mode.MUTED, Icons.MUTED.at(14), null, say("mode.muted")),
                new Segments.Choice<>(Mode.BYPASSED, Icons.BYPASSED.at(14), null, say("mode.bypassed")),
                new Segments.Choice<>(Mode.FROZEN, Icons.FROZEN.at(14), null, say("mode.frozen"))),
                mode -> {
                    Shared all = shown;
                    if (all != null) {
                        context.edit(new Edit.SetMode(Set.copyOf(all.ids()), mode), null);
                    }
                });
        modes.setName("inspector.mode");
        boolean runs = now.nodes().stream().noneMatch(n -> Note.is(n) || Reroute.is(n) || Rim.is(n));
        if (runs) {
            JLabel mode = label(say("inspector.mode"));
            head.add(mode, "split 2, span 2, gaptop 8, w 102!, h 24!");
            head.add(modes, "h 24!, w 128!, gaptop 8");
        }
        body.add(head, "growx, wmin 0, wrap");
        if (one) {
            body.add(progressBox, "growx, wmin 0, wrap");
        }
    }

    private static Icons icon(Shared now) {
        if (!now.isOneType() || now.schema().isEmpty()) {
            return now.nodes().size() > 1 ? Icons.GRAPH : Icons.UNKNOWN;
        }
        return SubgraphId.isInstance(now.type()) ? Icons.GRAPH : Note.is(now.nodes().getFirst()) ? Icons.NOTE : KindLook.icon(now.schema().get().kind());
    }

    /** Words that wrap. */
    private static JTextArea words(String text, Tone tone) {
        JTextArea area = new JTextArea(text);
        area.setEditable(false);
        area.setFocusable(false);
        area.setOpaque(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setBorder(javax.swing.BorderFactory.createEmptyBorder());
        area.putClientProperty("FlatLaf.style", "font: $dense.font; margin: 0,0,0,0; foreground: $" + tone.key());
        area.getAccessibleContext().setAccessibleName(text);
        return area;
    }

    private static JLabel label(String text) {
        JLabel label = new JLabel(text);
        label.putClientProperty("FlatLaf.style", "font: $dense.font; foreground: $" + Tone.LABEL.key());
        return label;
    }

    private void sections(Document document, Shared now) {
        List<Schema.Parameter> advanced = now.parameters().stream().filter(Schema.Parameter::advanced).toList();
        List<Schema.Parameter> plain = now.parameters().stream().filter(p -> !p.advanced()).toList();
        List<Schema.Parameter> sizes = plain.stream().filter(p -> Line.SIZES.contains(p.name())).toList();
        List<Schema.Parameter> rest = plain.stream().filter(p -> !sizes.contains(p)).toList();
        section("inspector.values", rest, document, now);
        section("inspector.size", sizes, document, now);
        section("inspector.advanced", advanced, document, now);
        if (now.parameters().isEmpty() && now.nodes().size() > 1) {
            body.add(words(say("inspector.nothing-shared"), Tone.HINT), "growx, wmin 0, gapleft 12, gapright 12, gaptop 8, wrap");
        }
    }

    private void section(String code, List<Schema.Parameter> parameters, Document document, Shared now) {
        if (parameters.isEmpty()) {
            return;
        }
        JPanel rows = new JPanel(new MigLayout("insets 0 12 8 12, gap 0 4, novisualpadding, fillx, hidemode 2",
                "[84:pref:128,shrink 0][18!][grow,fill]", ""));
        rows.setOpaque(false);
        fold(code, rows);
        for (Schema.Parameter parameter : parameters) {
            Line line = new Line(context, document, now, parameter);
            lines.add(line);
            FieldView view = line.view();
            if (view.isWide()) {
                rows.add(line.label(), "split 2, span 3, gaptop 2");
                rows.add(line.reset(), "w 18!, h 18!, wrap");
                rows.add(view.component(), "span 3, growx, wmin 0, wrap");
            } else {
                rows.add(line.label(), "wmin 0, wmax 128");
                rows.add(line.reset(), "w 18!, h 18!");
                rows.add(view.component(), "wmin 0, wrap");
            }
        }
    }

    private void fold(String code, JComponent inside) {
        boolean open = !folded.contains(code);
        Fold fold = new Fold(say(code), open, nowOpen -> {
            inside.setVisible(nowOpen);
            if (nowOpen) {
                folded.remove(code);
            } else {
                folded.add(code);
            }
            body.revalidate();
        });
        fold.setName(code);
        body.add(new JSeparator(), "growx, wrap");
        body.add(fold, "growx, gapleft 12, gapright 12, gaptop 2, gapbottom 2, wrap");
        inside.setVisible(open);
        body.add(inside, "growx, wmin 0, wrap");
    }

    private void links(Document document, Node node) {
        Optional<Schema> schema = new Types(document, Catalogue::schema).apply(node.type());
        Set<String> inputs = new LinkedHashSet<>();
        schema.ifPresent(s -> s.inputs().forEach(i -> inputs.add(i.name())));
        inputs.addAll(node.inputs().keySet());
        List<Schema.Output> outputs = schema.map(Schema::outputs).orElse(List.of());
        if (inputs.isEmpty() && outputs.isEmpty()) {
            return;
        }
        JPanel rows = new JPanel(new MigLayout("insets 0 12 8 12, gap 0 2, novisualpadding, fillx", "[102:pref:128][grow,fill]", ""));
        rows.setOpaque(false);
        fold("inspector.links", rows);
        for (String input : inputs) {
            rows.add(label(NodeFields.label(document, node.type(), input).in(context.language())), "wmin 0, wmax 128, h 22!");
            OutputRef from = node.input(input).orElse(null);
            rows.add(from == null ? nothing() : way(title(document, from.node()), List.of(from.node())), "wmin 0, h 22!, wrap");
        }
        for (Schema.Output output : outputs) {
            rows.add(label(NodeFields.label(document, node.type(), output.name()).in(context.language())),
                    "wmin 0, wmax 128, h 22!");
            OutputRef ref = new OutputRef(node.id(), output.name());
            List<NodeId> to = document.links().filter(l -> l.from().equals(ref)).map(l -> l.to().node()).distinct().toList();
            rows.add(to.isEmpty() ? nothing() : way(to.size() == 1 ? title(document, to.getFirst())
                    : say("inspector.to", to.size()), to), "wmin 0, h 22!, wrap");
        }
    }

    private JLabel nothing() {
        JLabel nothing = new JLabel(say("inspector.unlinked"));
        nothing.setBorder(javax.swing.BorderFactory.createEmptyBorder(0, 8, 0, 0));   // in line with the buttons
        nothing.putClientProperty("FlatLaf.style", "font: $dense.font; foreground: $" + Tone.HINT.key());
        return nothing;
    }

    private String title(Document document, NodeId id) {
        return document.node(id).map(n -> n.title().isEmpty() ? typeTitle(document, n.type()) : n.title()).orElse(id.text());
    }

    /** A button that goes to nodes. */
    private JButton way(String text, Collection<NodeId> nodes) {
        JButton button = new JButton(text);
        button.setHorizontalAlignment(SwingConstants.LEADING);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.putClientProperty("FlatLaf.style", "font: $dense.font; margin: 1,6,1,6; minimumHeight: 22");
        button.setToolTipText(say("inspector.go", text));
        button.addActionListener(_ -> goTo.accept(nodes));
        return button;
    }

    // ---- the ports of a subgraph, seen from inside

    /** Whether something of what is shown with nothing selected is being typed. */
    private boolean isTyped() {
        return ports.stream().anyMatch(PortList::hasKeys) || subgraphName != null && subgraphName.isFocusOwner();
    }

    private void subgraphName(Document document) {
        JTextField field = new JTextField(document.about().title().in(context.language()));
        field.setName("inspector.subgraph");
        field.putClientProperty("FlatLaf.style", "font: $semibold.font; margin: 1,6,1,6");
        field.putClientProperty("JTextField.leadingIcon", Icons.GRAPH.at(16));
        field.getAccessibleContext().setAccessibleName(say("inspector.subgraph"));
        field.setToolTipText(say("inspector.subgraph"));
        Typed.hear(field, () -> {
            About about = context.document().about();
            if (!about.title().in(context.language()).equals(field.getText())) {
                context.edit(new Edit.SetAbout(new About(about.name(), Phrase.of(field.getText(), field.getText()), about.help())), "subgraph's name");
            }
        });
        subgraphName = field;
        body.add(field, "h 24!, growx, gaptop 8, gapleft 12, gapright 12, gapbottom 8, wmin 0, wrap");
    }

    private void ports(Document document, boolean outputs) {
        PortList list = new PortList(context, outputs);
        list.show(document);
        ports.add(list);
        fold(outputs ? "inspector.outputs" : "inspector.inputs", list);
        body.add(words(say(outputs ? "ports.outputs.help" : "ports.inputs.help"), Tone.HINT), "growx, wmin 0, gapleft 12, gapright 12, gapbottom 8, wrap");
    }

    // ---- nothing is selected

    private void workflow(Document document) {
        JLabel name = new JLabel(context.desk().title(context.desk().front()));
        name.setName("inspector.workflow");
        name.putClientProperty("FlatLaf.styleClass", "semibold");
        name.setIcon(Icons.GRAPH.at(16));
        name.setIconTextGap(8);
        body.add(name, "h 24!, gaptop 8, gapleft 12, gapright 12, wmin 0, wrap");
        if (document.nodes().stream().anyMatch(Rim::is)) {
            body.remove(name);
            subgraphName(document);
            ports(document, false);
            ports(document, true);
        }
        String help = document.about().help().in(context.language());
        if (!help.isEmpty()) {
            body.add(words(help, Tone.HINT), "growx, wmin 0, gapleft 12, gapright 12, gaptop 4, gapbottom 8, wrap");
        }
        Map<Schema.Kind, Integer> kinds = new TreeMap<>();
        List<Node> notes = new ArrayList<>();
        Types types = new Types(document, Catalogue::schema);
        for (Node node : document.nodes()) {
            if (Note.is(node)) {
                notes.add(node);
            } else if (!Reroute.is(node) && !Rim.is(node)) {
                types.apply(node.type()).ifPresent(s -> kinds.merge(s.kind(), 1, Integer::sum));
            }
        }
        if (kinds.isEmpty() && notes.isEmpty()) {
            body.add(words(say("inspector.empty"), Tone.HINT), "growx, wmin 0, gapleft 12, gapright 12, gaptop 8, wrap");
            return;
        }
        JPanel rows = new JPanel(new MigLayout("insets 0 12 8 12, gap 8 2, novisualpadding, fillx", "[16!][grow,fill][]", ""));
        rows.setOpaque(false);
        fold("inspector.inside", rows);
        kinds.forEach((kind, count) -> {
            rows.add(new JLabel(KindLook.icon(kind).at(14)), "h 22!");
            rows.add(label(say("kind." + kind.name().toLowerCase(java.util.Locale.ROOT))));
            rows.add(label(String.valueOf(count)), "wrap");
        });
        if (!notes.isEmpty()) {
            JPanel all = new JPanel(new MigLayout("insets 0 12 8 12, gap 0 8, novisualpadding, fillx", "[grow,fill]", ""));
            all.setOpaque(false);
            fold("inspector.notes", all);
            for (Node note : notes) {
                String text = CanvasView.words(note);
                all.add(words(text.length() > 2000 ? text.substring(0, 2000) : text, Tone.LABEL), "growx, wmin 0, wrap");
            }
        }
        body.add(words(say("inspector.select"), Tone.HINT), "growx, wmin 0, gapleft 12, gapright 12, gaptop 12, wrap");
    }
}
