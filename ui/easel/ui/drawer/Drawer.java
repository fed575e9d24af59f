package easel.ui.drawer;

import easel.platform.Words;
import easel.ui.theme.Hairline;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/** Queue, problems and log in one place at the lower edge, one of them in front. */
public final class Drawer extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int HEAD = 28;
    private static final int TALL = 168;
    private static final int LOW = 44;

    private final transient Words words;
    private final CardLayout pages = new CardLayout();
    private final JPanel body = new JPanel(pages);
    private final CardLayout toolPages = new CardLayout();
    private final JPanel toolBody = new JPanel(toolPages);
    private final Map<Page, JToggleButton> tabs = new EnumMap<>(Page.class);
    private final Map<Page, JComponent> contents = new EnumMap<>(Page.class);
    private Page page;
    /** As high as what it held when it was opened, or came after: what goes away moves nothing. */
    private int height;

    /** What stands on a page, and what can be done with it in the drawer's head. */
    public record Content(JComponent body, JComponent tools) {}

    /**
     * @param turned told when the person has turned to another page
     * @param hidden told when the person wants it out of the way
     */
    public Drawer(Words words, Map<Page, Content> contents, Page first, Consumer<Page> turned, Runnable hidden) {
        super(new BorderLayout());
        this.words = words;
        this.page = first;
        setName("drawer");
        setBorder(new Hairline(1, 0, 0, 0));
        JPanel head = new JPanel(new MigLayout("insets 0 4 0 4, gap 0, novisualpadding, fill", "[][][]8[grow,fill]4[]", "["
                + HEAD + "!,center]"));
        ButtonGroup group = new ButtonGroup();
        for (Page each : Page.values()) {
            JToggleButton tab = new JToggleButton(words.say(each.code()));
            tab.setName(each.code());
            tab.putClientProperty("JButton.buttonType", "toolBarButton");
            tab.addActionListener(_ -> {
                turn(each);
                turned.accept(each);
            });
            group.add(tab);
            tabs.put(each, tab);
            head.add(tab, "h 24!");
            this.contents.put(each, contents.get(each).body());
            body.add(contents.get(each).body(), each.name());
            contents.get(each).tools().setOpaque(false);
            toolBody.add(contents.get(each).tools(), each.name());
        }
        toolBody.setOpaque(false);
        body.setOpaque(false);
        JButton hide = new JButton(Icons.CHEVRON_DOWN.at(12));
        hide.putClientProperty("JButton.buttonType", "toolBarButton");
        hide.setName("drawer.hide");
        hide.setToolTipText(words.say("drawer.hide"));
        hide.getAccessibleContext().setAccessibleName(words.say("drawer.hide"));
        hide.addActionListener(_ -> hidden.run());
        head.add(toolBody, "wmin 0");
        head.add(hide, "w 24!, h 24!");
        add(head, BorderLayout.NORTH);
        add(body, BorderLayout.CENTER);
        turn(first);
    }

    /** Shows a page. */
    public void turn(Page to) {
        page = to;
        height = wanted();
        pages.show(body, to.name());
        toolPages.show(toolBody, to.name());
        tabs.forEach((each, tab) -> {
            tab.setSelected(each == to);
            tab.putClientProperty("FlatLaf.style", "margin: 2,8,2,8; toolbar.selectedBackground: $" + Tone.PANEL.key()
                    + "; font: "
                    + (each == to ? "bold $dense.font; selectedForeground: $" + Tone.TEXT.key() : "$dense.font; foreground: $"
                            + Tone.LABEL.key()));
        });
        revalidate();
    }

    /** The page in front. */
    public Page page() {
        return page;
    }

    /** Gives the keys to what stands on the page in front. */
    public void focus() {
        tabs.get(page).requestFocusInWindow();
    }

    /** Shows how many things a page has to say; none is no number. */
    public void count(Page of, int things) {
        String name = words.say(of.code());
        height = Math.max(height, wanted());
        revalidate();
        tabs.get(of).setText(things == 0 ? name : words.say("drawer.count", name, things));
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(200, 1 + HEAD + (page == Page.QUEUE ? wanted() : height));
    }

    private int wanted() {
        int content = contents.get(page).getPreferredSize().height;
        return page == Page.LOG ? TALL : page == Page.QUEUE ? content : Math.clamp(content, LOW, TALL);
    }
}
