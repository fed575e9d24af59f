package easel.ui;

import easel.platform.Words;
import easel.ui.action.Actions;
import easel.ui.action.UserAction;
import easel.ui.desk.Desk;
import easel.ui.desk.LiveTab;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import javax.swing.JToggleButton;

/** The switch that lets the workflow in front run by itself; it says why it waits. */
final class LiveSwitch extends JToggleButton {

    private static final long serialVersionUID = 1;

    private final transient Desk desk;
    private final transient Words words;
    private final transient Actions actions;

    LiveSwitch(Desk desk, Words words, Actions actions) {
        super(actions.of(UserAction.LIVE));
        this.desk = desk;
        this.words = words;
        this.actions = actions;
        setName("live");
        putClientProperty("JButton.buttonType", "toolBarButton");
        setIconTextGap(6);
        refresh();
    }

    /** Shows how things stand now. */
    void refresh() {
        boolean waits = false;
        String why = "";
        if (desk.jobs().live().state() instanceof LiveTab.State.Paused(String sentence)) {
            waits = true;
            why = sentence.isEmpty() ? words.say("live.nothing") : sentence;
        }
        setText(words.say(waits ? "live.waits" : "action.live"));
        setIcon(waits ? Icons.PROBLEM.at(16, Tone.WARNING) : Icons.LIVE.at(16));
        setToolTipText(waits ? why : actions.tooltip(UserAction.LIVE));
        getAccessibleContext().setAccessibleDescription(waits ? why : words.say("action.live.help"));
    }
}
