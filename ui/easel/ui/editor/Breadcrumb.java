package easel.ui.editor;

import easel.graph.Document;
import easel.graph.Level;
import easel.graph.Node;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.platform.Language;
import easel.platform.Words;
import easel.ui.form.NodeFields;
import easel.ui.theme.Hairline;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.ToolButton;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/** The way from the workflow to the subgraph whose inside is shown: each part of it is a button that goes there. */
final class Breadcrumb extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int HEIGHT = 32;

    /** What one part is called and where it leads. */
    private record Part(Level level, String title) {}

    private final transient Words words;
    private final transient Language language;
    private final transient Consumer<Level> go;
    private final JPanel way = new JPanel(new MigLayout("insets 0, gap 0, novisualpadding, hidemode 3", "", "[28!]"));
    private final JLabel uses = new JLabel();
    private transient List<Part> parts = List.of();

    /**
     * @param leave goes out by one
     * @param key   the key that does so, as it is printed; empty for none
     */
    Breadcrumb(Words words, Language language, Consumer<Level> go, Runnable leave, String key) {
        super(new MigLayout("insets 2 8 1 8, gap 8, novisualpadding", "[28!]4[grow,fill]push[]", "[28!]"));
        this.words = words;
        this.language = language;
        this.go = go;
        setName("way");
        setBorder(new Hairline(0, 0, 1, 0));
        getAccessibleContext().setAccessibleName(words.say("way.name"));
        way.setOpaque(false);
        uses.setName("way.uses");
        uses.putClientProperty("FlatLaf.style", "font: $small.font; foreground: $" + Tone.HINT.key());
        JButton out = new JButton(Icons.PREVIOUS.at(16));
        ToolButton.dress(out, "way.leave", words.say("way.leave"), key, leave);
        add(out);
        add(way, "wmin 0");
        add(uses, "gapright 4");
        setVisible(false);
    }

    /** Shows the way to a level; at the top there is none to show. */
    void show(String workflow, Document document, Level level) {
        List<Part> now = new ArrayList<>();
        for (Level at : level.way()) {
            now.add(new Part(at, at.isTop() ? workflow : title(document, at)));
        }
        int count = level.subgraph(document).map(s -> uses(document, s)).orElse(0);
        uses.setText(count > 1 ? words.say("way.uses", count) : "");
        if (now.equals(parts)) {
            return;
        }
        parts = now;
        boolean had = false;
        for (Component part : way.getComponents()) {
            had |= part.isFocusOwner();
        }
        way.removeAll();
        for (int i = 0; i < now.size(); i++) {
            if (i > 0) {
                way.add(new JLabel(Icons.CHEVRON_RIGHT.at(12, Tone.HINT)), "w 16!");
            }
            way.add(button(now.get(i), i, i == now.size() - 1), "wmin 24");
        }
        boolean shown = now.size() > 1;
        if (shown != isVisible()) {
            setVisible(shown);
            if (getParent() != null) {
                getParent().revalidate();
            }
        }
        if (had && shown) {
            way.getComponent(way.getComponentCount() - 1).requestFocusInWindow();
        }
        revalidate();
        repaint();
    }

    private String title(Document document, Level level) {
        Node node = document.node(level.path()).orElseThrow();
        return node.title().isEmpty() ? NodeFields.title(document, node.type(), language) : node.title();
    }

    private static int uses(Document document, Subgraph subgraph) {
        long count = document.nodes().stream().filter(n -> stands(n, subgraph)).count();
        for (Subgraph each : document.subgraphs()) {
            count += each.body().nodes().stream().filter(n -> stands(n, subgraph)).count();
        }
        return (int) count;
    }

    private static boolean stands(Node node, Subgraph subgraph) {
        return SubgraphId.of(node.type()).filter(subgraph.id()::equals).isPresent();
    }

    private JButton button(Part part, int at, boolean last) {
        JButton button = new JButton(part.title);
        button.setName("way." + at);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.putClientProperty("FlatLaf.style", last ? "font: $semibold.font; margin: 3,6,3,6" : "margin: 3,6,3,6; foreground: $" + Tone.LABEL.key());
        button.setToolTipText(part.title);
        button.getAccessibleContext().setAccessibleName(last ? words.say("way.here", part.title) : words.say("way.to", part.title));
        button.addActionListener(_ -> go.accept(part.level));
        onKey(button, "LEFT", at - 1);
        onKey(button, "RIGHT", at + 1);
        return button;
    }

    private void onKey(JComponent button, String key, int to) {
        button.getInputMap().put(KeyStroke.getKeyStroke(key), key);
        button.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                for (Component part : way.getComponents()) {
                    if (("way." + to).equals(part.getName())) {
                        part.requestFocusInWindow();
                    }
                }
            }
        });
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(super.getPreferredSize().width, HEIGHT);
    }
}
