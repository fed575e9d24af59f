package easel.ui.widget;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A control that tells what was typed into it only once the keys are elsewhere: who wants to know it earlier asks. */
public interface HoldsTyped {

    /** Tells what was typed so far, if it is any good; the control stays as it is. */
    void takeTyped();

    /** Asks the one that has the keys, or has them again once a dialog of its window is gone. */
    static void takeIn(Window window) {
        // Not the window's own word alone: that is the next owner as soon as the keys are asked for, before this one has lost them.
        Stream.<@Nullable Component>of(KeyboardFocusManager.getCurrentKeyboardFocusManager().getPermanentFocusOwner(), window.getMostRecentFocusOwner())
                .distinct().forEach(owner -> {
                    if (owner instanceof HoldsTyped holds) {
                        holds.takeTyped();
                    }
                });
    }
}
