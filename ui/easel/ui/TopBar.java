package easel.ui;

import com.formdev.flatlaf.FlatClientProperties;
import easel.graph.Edit;
import easel.platform.Language;
import easel.platform.Words;
import easel.run.Preset;
import easel.ui.action.Actions;
import easel.ui.action.UserAction;
import easel.ui.desk.Desk;
import easel.ui.desk.Face;
import easel.ui.presets.PresetThumbs;
import easel.ui.settings.Memory;
import easel.ui.theme.Appearance;
import easel.ui.theme.Hairline;
import easel.ui.theme.Icons;
import easel.ui.widget.KeyButton;
import easel.ui.widget.Segments;
import java.awt.Component;
import java.awt.Dimension;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JSeparator;
import javax.swing.JToggleButton;
import javax.swing.ListCellRenderer;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The bar along the upper edge, which is the window's title row where the system lets it: menu, preset, history, theme, settings. */
final class TopBar extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int NARROW = 1000;
    private static final int THUMB = 28;
    private static final int[] COUNTS = {1, 2, 4, 8, 16};

    private final transient Desk desk;
    private final transient Memory memory;
    private final transient Words words;
    private final transient Consumer<Path> opened;
    private final transient Language language;
    private final transient Actions actions;
    private final JButton menu;
    private final JButton theme;
    private final JButton settings;
    private final JToggleButton editForm;
    private final Segments<Face> faces;
    private final JButton count = new JButton();
    /** What nodes need up here; made when nodes are first shown. */
    private @Nullable JComponent deeds;
    private @Nullable LiveSwitch live;
    /** The panels' buttons; in a narrow window rails stand in the panels' place. */
    private @Nullable JComponent rails;
    private final JLabel name = new JLabel("Easel");
    private final JComboBox<Choice> presets = new JComboBox<>();
    private final transient PresetThumbs thumbs;
    private boolean showing;

    /** A line of the drop-down: a preset, or the workflow that is none. */
    private record Choice(String title, @Nullable Preset preset) {
        @Override
        public String toString() {
            return title;
        }
    }

    TopBar(Desk desk, Memory memory, Words words, Language language, Actions actions, Consumer<Path> opened, Consumer<Face> turn) {
        super(new MigLayout("insets 0 8 0 0, gap 4, novisualpadding, hidemode 3, filly", "", "[center]"));
        this.desk = desk;
        this.memory = memory;
        this.words = words;
        this.opened = opened;
        this.language = language;
        this.actions = actions;
        setBorder(new Hairline(0, 0, 1, 0));
        putClientProperty(FlatClientProperties.COMPONENT_TITLE_BAR_CAPTION, true);
        menu = actions.iconButton(UserAction.MENU);
        menu.setName("menu");
        theme = actions.iconButton(UserAction.TOGGLE_THEME);
        settings = actions.iconButton(UserAction.SETTINGS);
        name.putClientProperty("FlatLaf.styleClass", "semibold");
        presets.setName("preset");
        presets.getAccessibleContext().setAccessibleName(words.say("preset.name"));
        presets.addActionListener(_ -> {
            if (!showing && presets.getSelectedItem() instanceof Choice(String _, Preset preset) && preset != null) {
                desk.open(preset);
            }
        });
        thumbs = new PresetThumbs(desk.ownPresets(), presets::repaint);
        ListCellRenderer<? super Choice> plain = presets.getRenderer();
        presets.setRenderer((list, choice, at, chosen, focus) -> line(plain.getListCellRendererComponent(list, choice, at, chosen, focus), choice, at));
        presets.setMaximumRowCount(12);
        add(menu, "w 28!, h 28!");
        add(name, "gapleft 8");
        faces = new Segments<>(List.of(
                new Segments.Choice<>(Face.SIMPLE, Icons.SLIDERS.at(16), words.say("face.simple"), words.say("face.simple")),
                new Segments.Choice<>(Face.GRAPH, Icons.GRAPH.at(16), words.say("face.graph"), words.say("face.graph"))), turn);
        faces.setName("faces");
        faces.setToolTipText(actions.tooltip(UserAction.TURN));
        add(faces, "h 28!, gapleft 8");
        add(hairline(), "h 20!, gapleft 8, gapright 8");
        editForm = actions.switchButton(UserAction.EDIT_FORM);
        add(presets, "w 200!, h 28!");
        add(editForm, "w 28!, h 28!, gapright 8");
        add(actions.iconButton(UserAction.UNDO), "w 28!, h 28!");
        add(actions.iconButton(UserAction.REDO), "w 28!, h 28!");
        JPanel between = new JPanel();
        between.setOpaque(false);
        add(between, "pushx, growx, wmin 0, h 1!");
        add(theme, "w 28!, h 28!");
        add(settings, "w 28!, h 28!");
        JPanel captionButtons = new JPanel();
        captionButtons.setOpaque(false);
        captionButtons.putClientProperty(FlatClientProperties.FULL_WINDOW_CONTENT_BUTTONS_PLACEHOLDER, "win");
        add(captionButtons, "gapleft 8, hmax 28");
        showPresets();
        showTheme();
        showFace(false);
        showCount();
    }

    /** In the open list each has what it paints before its title, and what it does in its tip. */
    private Component line(Component line, @Nullable Choice choice, int at) {
        if (line instanceof JLabel label) {
            Preset preset = choice == null ? null : choice.preset;
            boolean inList = at >= 0;
            label.setIcon(inList && preset != null ? thumbs.icon(preset, THUMB) : null);
            label.setIconTextGap(8);
            String help = inList && preset != null ? preset.document().about().help().in(language) : "";
            label.setToolTipText(help.isEmpty() ? null : help);
        }
        return line;
    }

    private static JComponent hairline() {
        return new JSeparator(SwingConstants.VERTICAL);
    }

    /** Shows the presets there are and the one that is open; a workflow that is none stands above them. */
    void showPresets() {
        showing = true;
        presets.removeAllItems();
        Optional<Preset> open = desk.preset();
        if (open.isEmpty()) {
            presets.addItem(new Choice(desk.title(desk.front()), null));
        }
        for (Preset preset : desk.presets()) {
            String title = preset.document().about().title().in(language);
            presets.addItem(new Choice(title.isEmpty() ? preset.name() : title, preset));
        }
        presets.setSelectedIndex(open.map(p -> desk.presets().indexOf(p)).orElse(0));
        String help = desk.document().about().help().in(language);
        presets.setToolTipText(help.isEmpty() ? null : help);
        showing = false;
    }

    /** The form brings its own button and is chosen by preset; nodes need both here. */
    void showFace(boolean nodes) {
        faces.showValue(nodes ? Face.GRAPH : Face.SIMPLE);
        presets.setVisible(!nodes);
        editForm.setVisible(!nodes);
        if (nodes && deeds == null) {
            deeds = deeds();
            add(deeds, "", getComponentZOrder(theme));
        }
        if (deeds != null) {
            deeds.setVisible(nodes);
        }
    }

    private JComponent deeds() {
        JButton generate = new KeyButton(actions.of(UserAction.GENERATE), words.say("action.generate"), "", true);
        generate.setName("generate.graph");
        generate.setToolTipText(actions.tooltip(UserAction.GENERATE));
        count.updateUI();   // it was made under the theme of then
        count.setName("count");
        count.setToolTipText(words.say("count.help"));
        count.getAccessibleContext().setAccessibleName(words.say("count.help"));
        count.setIcon(Icons.CHEVRON_DOWN.at(12));
        count.setHorizontalTextPosition(SwingConstants.LEADING);
        count.addActionListener(_ -> chooseCount());
        JButton stop = actions.textButton(UserAction.STOP);
        stop.setName("stop");
        live = new LiveSwitch(desk, words, actions);
        JButton keep = actions.textButton(UserAction.KEEP);
        keep.setName("keep");
        keep.addPropertyChangeListener("enabled", _ -> keep.setVisible(keep.isEnabled()));
        keep.setVisible(keep.isEnabled());
        JPanel panel = new JPanel(new MigLayout("insets 0, gap 4, novisualpadding, hidemode 3", "", "[28!]"));
        panel.setOpaque(false);
        panel.add(keep, "h 28!");
        panel.add(live, "h 28!, gapright 4");
        panel.add(generate, "h 28!");
        panel.add(count, "h 28!");
        panel.add(stop, "h 28!, gapleft 4");
        JPanel sides = new JPanel(new MigLayout("insets 0, gap 4, novisualpadding", "", "[28!]"));
        sides.setOpaque(false);
        sides.add(hairline(), "h 20!, gapleft 8, gapright 8");
        sides.add(actions.iconButton(UserAction.TOGGLE_LIBRARY), "w 28!, h 28!");
        sides.add(actions.iconButton(UserAction.TOGGLE_INSPECTOR), "w 28!, h 28!");
        panel.add(sides);
        rails = sides;
        fit();
        panel.add(hairline(), "h 20!, gapleft 8, gapright 8");
        return panel;
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        super.setBounds(x, y, width, height);
        fit();
    }

    /** What is dear to nobody gives way in a narrow window, before words are cut. */
    private void fit() {
        boolean narrow = getWidth() > 0 && getWidth() < NARROW;
        if (rails != null) {
            name.setVisible(!narrow);
            rails.setVisible(!narrow);
        }
    }

    /** The run of some tab went on. */
    void runChanged() {
        if (live != null) {
            live.refresh();
        }
    }

    /** Shows how many pictures a run makes. */
    void showCount() {
        count.setText("\u00D7 " + desk.document().count());
    }

    private void chooseCount() {
        JPopupMenu popup = new JPopupMenu();
        for (int n : COUNTS) {
            JRadioButtonMenuItem item = new JRadioButtonMenuItem("\u00D7 " + n, n == desk.document().count());
            item.addActionListener(_ -> desk.edit(new Edit.SetCount(n), null));
            popup.add(item);
        }
        popup.show(count, 0, count.getHeight());
    }

    /** The theme's button shows where it leads. */
    void showTheme() {
        theme.setIcon((Appearance.isDark() ? Icons.SUN : Icons.MOON).at(16));
    }

    JButton settingsButton() {
        return settings;
    }

    /** @param content where the menu opens while this bar is hidden */
    void openMenu(JComponent content) {
        new MainMenu(desk, memory, words, language, actions, opened).open(isShowing() ? menu : content, isShowing() ? menu.getHeight() : 0);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(100, 40);
    }
}
