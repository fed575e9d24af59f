package easel.ui.action;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Optional;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** Keys as text: as they are written in code and settings, and as they are printed on the keyboard. */
public final class Strokes {

    private Strokes() {}

    /** Ctrl, or Command on a Mac; a machine without a display is asked in tests only. */
    public static int menuMask() {
        return GraphicsEnvironment.isHeadless() ? InputEvent.CTRL_DOWN_MASK : Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
    }

    /** The keys of a text such as {@code menu shift Z}; {@code menu} comes first and is Ctrl, or Command on a Mac. */
    public static KeyStroke of(String text) {
        return read(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** The same, for a text that people may have written; empty if there are no such keys. */
    public static Optional<KeyStroke> read(String text) {
        boolean menu = text.startsWith("menu ");
        KeyStroke stroke = KeyStroke.getKeyStroke(menu ? text.substring(5) : text);
        return Optional.ofNullable(stroke == null || !menu ? stroke : KeyStroke.getKeyStroke(stroke.getKeyCode(), stroke.getModifiers() | menuMask()));
    }

    /** A text that {@link #read} reads. */
    public static String text(KeyStroke keys) {
        int mask = menuMask();
        boolean menu = (keys.getModifiers() & mask) == mask;
        KeyStroke rest = menu ? KeyStroke.getKeyStroke(keys.getKeyCode(), keys.getModifiers() & ~mask & ~old(mask)) : keys;
        return (menu ? "menu " : "") + rest.toString().replace("pressed ", "");
    }

    /** The modifier's bit of earlier days, which Swing sets beside the one of now. */
    private static int old(int mask) {
        return mask == InputEvent.META_DOWN_MASK ? 1 << 2 : 1 << 1;
    }

    /** The keys as they are printed on the keyboard: {@code Ctrl+Enter}; empty for none. */
    public static String printed(@Nullable KeyStroke key) {
        if (key == null) {
            return "";
        }
        String modifiers = InputEvent.getModifiersExText(key.getModifiers());
        String name = switch (key.getKeyCode()) {
            case KeyEvent.VK_ESCAPE -> "Esc";
            case KeyEvent.VK_ENTER -> "Enter";
            case KeyEvent.VK_COMMA -> ",";
            case KeyEvent.VK_PERIOD -> ".";
            case KeyEvent.VK_PLUS -> "+";
            case KeyEvent.VK_MINUS -> "-";
            case KeyEvent.VK_CONTEXT_MENU -> "Menu";
            case KeyEvent.VK_PAGE_UP -> "PgUp";
            case KeyEvent.VK_PAGE_DOWN -> "PgDn";
            default -> KeyEvent.getKeyText(key.getKeyCode());
        };
        return modifiers.isEmpty() ? name : modifiers + "+" + name;
    }
}
