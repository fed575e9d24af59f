package easel.ui.desk;

import easel.run.RunEvent;
import java.util.List;

/**
 * Hears what changes on the desk, on the EDT; what it does not care for it leaves out. What is told is about the tab in
 * front unless it says otherwise.
 */
public interface DeskListener {

    /**
     * What is being typed is to be handed over, for the tab and level where it is typed: the document is wanted as it is, or
     * something else is about to be seen.
     */
    default void typedWanted() {}

    /** Another document, or another tab or form altogether. */
    default void documentChanged(boolean otherForm) {}

    /** The run went on, began or ended; that of any tab. */
    default void runChanged() {}

    /** The strip has other pictures, or another one is looked at. */
    default void shotsChanged() {}

    /** Other tabs, another one in front, or something else to be said of one. */
    default void tabsChanged() {}

    /** Nodes of a tab, not only of the one in front, are in other states. */
    default void nodesChanged(Tab tab, List<RunEvent.NodeChanged> nodes) {}

    /** One calm line is to be said: a code of the window's words with arguments. */
    default void said(Notice notice) {}
}
