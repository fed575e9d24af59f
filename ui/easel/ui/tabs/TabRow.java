package easel.ui.tabs;

import easel.platform.Words;
import easel.ui.action.Actions;
import easel.ui.action.UserAction;
import easel.ui.desk.Desk;
import easel.ui.desk.Tab;
import easel.ui.theme.Hairline;
import easel.ui.theme.Icons;
import java.awt.Dimension;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** The open workflows in a row. Where there are too many some are out of sight, and a list has them all. */
public final class TabRow extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int BUTTON = 28;

    private final transient Desk desk;
    private final transient Words words;
    private final transient Actions actions;
    private final transient Map<Tab, TabButton> buttons = new LinkedHashMap<>();
    private final JButton fresh;
    private final JButton all = new JButton(Icons.CHEVRON_DOWN.at(12));
    private int firstSeen;
    private transient @Nullable Tab front;

    public TabRow(Desk desk, Words words, Actions actions) {
        super(null);
        this.desk = desk;
        this.words = words;
        this.actions = actions;
        setName("tabs");
        setBorder(new Hairline(0, 0, 1, 0));
        fresh = actions.iconButton(UserAction.NEW);
        fresh.setName("tab.new");
        all.putClientProperty("JButton.buttonType", "toolBarButton");
        all.setToolTipText(words.say("tabs.all"));
        all.getAccessibleContext().setAccessibleName(words.say("tabs.all"));
        all.setName("tab.all");
        all.addActionListener(_ -> listAll());
        add(fresh);
        add(all);
        getAccessibleContext().setAccessibleName(words.say("tabs.name"));
        refresh();
    }

    /** Looks at the desk anew. */
    public void refresh() {
        List<Tab> tabs = desk.tabs();
        boolean other = desk.front() != front;
        front = desk.front();
        if (!List.copyOf(buttons.keySet()).equals(tabs)) {
            boolean focused = buttons.values().stream().anyMatch(TabButton::isFocusOwner);
            buttons.keySet().stream().filter(t -> !tabs.contains(t)).toList().forEach(t -> remove(buttons.remove(t)));
            Map<Tab, TabButton> kept = new LinkedHashMap<>(buttons);
            buttons.clear();
            tabs.forEach(t -> buttons.put(t, kept.containsKey(t) ? kept.get(t) : button(t)));
            if (focused && buttons.get(front) instanceof TabButton button) {
                button.requestFocusInWindow();
            }
            other = true;
        }
        buttons.forEach((tab, button) -> {
            String title = desk.title(tab);
            button.show(title, tab.isEdited(), tab == desk.front(), tab.isEdited() ? words.say("tabs.edited", title) : title);
            button.setToolTipText(tab.file() == null ? title : tab.file().toString());
        });
        if (other) {
            revalidate();
            repaint();
        }
    }

    private TabButton button(Tab tab) {
        TabButton button = new TabButton(words.say("action.close-tab"), () -> desk.close(tab));
        button.addActionListener(_ -> desk.raise(tab));
        button.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                popup(e);
            }

            @Override
            public void mouseReleased(MouseEvent e) {
                if (e.getButton() == MouseEvent.BUTTON2 && button.contains(e.getPoint())) {
                    desk.close(tab);
                } else {
                    popup(e);
                }
            }

            private void popup(MouseEvent e) {
                if (e.isPopupTrigger()) {
                    desk.raise(tab);
                    menu().show(button, e.getX(), e.getY());
                }
            }
        });
        onKey(button, "LEFT", () -> beside(-1));
        onKey(button, "RIGHT", () -> beside(1));
        onKey(button, "DELETE", () -> desk.close(tab));
        onKey(button, "shift F10", () -> menu().show(button, 8, button.getHeight()));
        add(button);
        return button;
    }

    private static void onKey(JComponent component, String key, Runnable deed) {
        component.getInputMap().put(KeyStroke.getKeyStroke(key), key);
        component.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                deed.run();
            }
        });
    }

    private void beside(int by) {
        desk.raiseBeside(by);
        TabButton now = buttons.get(desk.front());
        if (now != null) {
            now.requestFocusInWindow();
        }
    }

    private JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        menu.add(actions.menuItem(UserAction.SAVE));
        menu.add(actions.menuItem(UserAction.SAVE_AS));
        menu.addSeparator();
        menu.add(actions.menuItem(UserAction.CLOSE_TAB));
        menu.add(actions.menuItem(UserAction.REOPEN_TAB));
        return menu;
    }

    private void listAll() {
        JPopupMenu menu = new JPopupMenu();
        for (Tab tab : desk.tabs()) {
            JRadioButtonMenuItem item = new JRadioButtonMenuItem(desk.title(tab), tab == desk.front());
            item.addActionListener(_ -> desk.raise(tab));
            menu.add(item);
        }
        menu.show(all, all.getWidth() - menu.getPreferredSize().width, all.getHeight());
    }

    @Override
    public void doLayout() {
        List<TabButton> row = List.copyOf(buttons.values());
        int height = getHeight() - 1;
        int room = getWidth() - BUTTON - 12;
        int[] widths = row.stream().mapToInt(b -> b.getPreferredSize().width).toArray();
        int wanted = java.util.Arrays.stream(widths).sum();
        if (wanted > room && !row.isEmpty()) {
            int least = row.getFirst().getMinimumSize().width;
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(least, (int) ((long) widths[i] * room / wanted));
            }
            wanted = java.util.Arrays.stream(widths).sum();
        }
        boolean tooMany = wanted > room;
        room -= tooMany ? BUTTON : 0;
        firstSeen = tooMany ? firstSeen(widths, row.indexOf(buttons.get(desk.front())), room) : 0;
        int x = 0;
        for (int i = 0; i < row.size(); i++) {
            boolean seen = i >= firstSeen && x + widths[i] <= room;
            row.get(i).setVisible(seen);
            if (seen) {
                row.get(i).setBounds(x, 0, widths[i], height);
                x += widths[i];
            } else if (i >= firstSeen) {
                room = 0;
            }
        }
        fresh.setBounds(x + 4, (height - BUTTON) / 2, BUTTON, BUTTON);
        all.setVisible(tooMany);
        all.setBounds(getWidth() - BUTTON - 4, (height - BUTTON) / 2, BUTTON, BUTTON);
    }

    /** As far left as it was, moved only so far that the front tab is seen. */
    private int firstSeen(int[] widths, int wanted, int room) {
        int first = Math.min(firstSeen, wanted);
        while (first < wanted && java.util.Arrays.stream(widths, first, wanted + 1).sum() > room) {
            first++;
        }
        return Math.max(0, first);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(100, TabButton.HEIGHT + 1);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(120, TabButton.HEIGHT + 1);
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJPanel() {
                private static final long serialVersionUID = 1;

                @Override
                public AccessibleRole getAccessibleRole() {
                    return AccessibleRole.PAGE_TAB_LIST;
                }
            };
        }
        return accessibleContext;
    }
}
