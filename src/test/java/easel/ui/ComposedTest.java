package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static java.awt.event.KeyEvent.VK_CONTROL;
import static java.awt.event.KeyEvent.VK_END;
import static java.awt.event.KeyEvent.VK_ENTER;
import static java.awt.event.KeyEvent.VK_G;
import static java.awt.event.KeyEvent.VK_P;
import static java.awt.event.KeyEvent.VK_SHIFT;
import static java.awt.event.KeyEvent.VK_SPACE;
import static java.awt.event.KeyEvent.VK_Z;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.event.InputMethodEvent;
import java.awt.font.TextHitInfo;
import java.text.AttributedString;
import javax.swing.JList;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;

/** Chinese composed from its sounds, as input methods do it, wherever words are typed: sounds under way mean nothing yet. */
@Tag("display")
@DisabledIf("java.awt.GraphicsEnvironment#isHeadless")
class ComposedTest extends GraphJourney {

    private JTextComponent field(String name) {
        until(name + " has the keys", () -> onEdt(() -> window.named(name, Component.class) instanceof Component c && c.isShowing() && c.isFocusOwner()));
        return onEdt(() -> window.named(name, JTextComponent.class));
    }

    /** So much of {@code text} is meant; the rest is still being composed. */
    private static void compose(JTextComponent field, String text, int meant) {
        onEdt(() -> {
            field.dispatchEvent(new InputMethodEvent(field, InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, new AttributedString(text).getIterator(), meant,
                    TextHitInfo.leading(text.length() - meant), null));
            return null;
        });
    }

    private int found(String list) {
        return onEdt(() -> window.named(list, JList.class).getModel().getSize());
    }

    @Test
    void the_prompt_of_the_form_takes_what_is_meant_and_one_undo_takes_it_back() throws Exception {
        open(ScriptedEngine.quick());
        JTextComponent prompt = field("prompt");
        window.keys(VK_CONTROL, VK_END);
        String before = prompt();
        for (String sounds : new String[] {"y", "yu", "yue"}) {
            compose(prompt, sounds, 0);
            assertThat(prompt()).isEqualTo(before + sounds);
        }
        compose(prompt, "\u6708\u4eae", 2);
        until("the characters are there", () -> prompt().equals(before + "\u6708\u4eae"));
        window.keys(VK_CONTROL, VK_Z);
        until("one step takes them back", () -> prompt().equals(before));
    }

    @Test
    void a_node_is_searched_for_in_chinese_and_added() throws Exception {
        window = new OpenWindow(home, ScriptedEngine.quick(), "CHINESE");
        window.keys(VK_CONTROL, VK_SHIFT, VK_G);
        focused();
        int nodes = document().size();
        window.keys(VK_SPACE);
        JTextComponent field = field("node-search.field");
        int all = found("node-search.found");
        compose(field, "caiyang", 0);
        assertThat(found("node-search.found")).as("sounds find nothing and hide nothing").isEqualTo(all);
        compose(field, "\u91c7\u6837\u5668", 3);
        until("it is found", () -> found("node-search.found") < all);
        until("it is the text", () -> onEdt(field::getText).equals("\u91c7\u6837\u5668"));
        window.keys(VK_ENTER);
        until("it is added", () -> document().size() == nodes + 1);
        assertThat(document().nodes()).filteredOn(n -> n.type().equals("sampler")).hasSize(2);
    }

    @Test
    void a_command_is_searched_for_in_chinese() throws Exception {
        window = new OpenWindow(home, ScriptedEngine.quick(), "CHINESE");
        window.keys(VK_CONTROL, VK_SHIFT, VK_P);
        JTextComponent field = field("search-list");
        int all = found("search-list.found");
        compose(field, "zhuangtailan", 0);
        assertThat(found("search-list.found")).isEqualTo(all);
        compose(field, "\u72b6\u6001\u680f", 3);
        until("one is found", () -> found("search-list.found") == 1);
    }
}
