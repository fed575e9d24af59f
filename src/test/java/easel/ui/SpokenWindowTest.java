package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_ENTER;

import java.util.ArrayList;
import java.util.List;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** What a screen reader finds that walks through the window from its frame down. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class SpokenWindowTest extends WindowJourney {

    private static void collect(Accessible of, AccessibleRole role, List<String> names) {
        AccessibleContext context = of.getAccessibleContext();
        if (context.getAccessibleRole() == role && context.getAccessibleName() != null) {
            names.add(context.getAccessibleName());
        }
        for (int i = 0; i < context.getAccessibleChildrenCount(); i++) {
            collect(context.getAccessibleChild(i), role, names);
        }
    }

    private List<String> spoken(AccessibleRole role) {
        return onEdt(() -> {
            List<String> names = new ArrayList<>();
            collect(window.frame(), role, names);
            return names;
        });
    }

    @Test
    void the_picture_and_what_lies_beside_it_are_there_though_they_paint_themselves() throws Exception {
        open(ScriptedEngine.quick());
        window.keys(VK_CONTROL, VK_ENTER);
        until("the picture is spoken of", () -> spoken(AccessibleRole.ICON).contains("Picture"));
        until("and those of the strip", () -> spoken(AccessibleRole.ICON).stream().anyMatch(name -> name.endsWith(".png")));
    }
}
