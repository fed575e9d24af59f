package easel.ui.form;

import java.awt.Dimension;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;
import org.jspecify.annotations.Nullable;

/** A drop-down that tells what the person chose, and not what the program did. */
final class Dropdown<T> extends JComboBox<T> {

    private static final long serialVersionUID = 1;

    private final int row;
    private boolean showing;

    Dropdown(FormContext context, Consumer<T> chosen) {
        row = context.row();
        if (context.isDense()) {
            putClientProperty("FlatLaf.style", "font: $dense.font; padding: 2,8,2,8");
        }
        setMaximumRowCount(16);
        addActionListener(_ -> {
            int at = getSelectedIndex();
            if (!showing && at >= 0) {
                chosen.accept(getItemAt(at));
            }
        });
    }

    /** What is done when it is opened. */
    void whenOpened(Runnable deed) {
        addPopupMenuListener(new PopupMenuListener() {
            @Override
            public void popupMenuWillBecomeVisible(PopupMenuEvent e) {
                deed.run();
            }

            @Override
            public void popupMenuWillBecomeInvisible(PopupMenuEvent e) {
                // Only opening counts.
            }

            @Override
            public void popupMenuCanceled(PopupMenuEvent e) {
                // Only opening counts.
            }
        });
    }

    /** Shows these choices with one of them, or none, as chosen. */
    void showChoices(List<T> choices, @Nullable T chosen) {
        showing = true;
        boolean same = getItemCount() == choices.size();
        for (int i = 0; same && i < choices.size(); i++) {
            same = choices.get(i).equals(getItemAt(i));
        }
        if (!same) {
            DefaultComboBoxModel<T> model = new DefaultComboBoxModel<>();
            choices.forEach(model::addElement);
            setModel(model);
        }
        if (chosen == null ? getSelectedIndex() >= 0 : !chosen.equals(getSelectedItem())) {
            setSelectedItem(chosen);
        }
        showing = false;
    }

    // The form gives the width; a long name must not ask for more.
    @Override
    public Dimension getPreferredSize() {
        return new Dimension(Math.min(160, super.getPreferredSize().width), row);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(40, row);
    }
}
