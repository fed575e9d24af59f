package easel.ui.action;

import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done now, as the list of commands shows it.
 *
 * @param key its key as it is printed on the keyboard; empty if it has none
 */
public record Command(String name, String key, @Nullable Icon icon, Runnable deed) {}
