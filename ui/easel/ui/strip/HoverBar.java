package easel.ui.strip;

import easel.ui.action.Actions;
import easel.ui.action.UserAction;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;

/** The few buttons over the picture that the pointer is on. */
final class HoverBar extends JPanel {

    private static final long serialVersionUID = 1;
    private static final int BUTTON = 24;

    private final List<JButton> buttons = new ArrayList<>();
    private int index = -1;

    /** @param pressed told what was pressed; {@link UserAction#MENU} asks for everything that can be done */
    HoverBar(Actions actions, Consumer<UserAction> pressed) {
        super(null);
        setOpaque(false);
        for (UserAction action : List.of(UserAction.USE_SETTINGS, UserAction.USE_AS_START, UserAction.MENU)) {
            JButton button = new JButton((action == UserAction.MENU ? Icons.MORE : action.icon()).at(14));
            button.putClientProperty("JButton.buttonType", "toolBarButton");
            button.putClientProperty("FlatLaf.style", "margin: 5,5,5,5");
            button.setFocusable(false);
            button.setToolTipText(actions.tooltip(action));
            button.addActionListener(_ -> pressed.accept(action));
            buttons.add(button);
            add(button);
        }
        setVisible(false);
    }

    int index() {
        return index;
    }

    /** Lies over the picture in a cell. */
    void over(int cell, Rectangle bounds) {
        index = cell;
        int fits = Math.clamp((bounds.width - 24) / BUTTON, 1, buttons.size());
        for (int i = 0; i < buttons.size(); i++) {
            // The last one opens the menu with all the rest: it is the one that always fits.
            int place = i - (buttons.size() - fits);
            buttons.get(i).setVisible(place >= 0);
            buttons.get(i).setBounds(2 + Math.max(0, place) * BUTTON, 2, BUTTON, BUTTON);
        }
        int width = fits * BUTTON + 4;
        setBounds(bounds.x + bounds.width - width - 8, bounds.y + bounds.height - BUTTON - 12, width, BUTTON + 4);
        setVisible(true);
    }

    @Override
    protected void paintComponent(Graphics g) {
        Graphics2D g2 = (Graphics2D) g.create();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setColor(Tone.POPUP.color());
        g2.fillRoundRect(0, 0, getWidth(), getHeight(), 12, 12);
        g2.dispose();
    }
}
