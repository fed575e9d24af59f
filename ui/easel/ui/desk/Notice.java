package easel.ui.desk;

import java.util.List;

/**
 * One calm line for the status bar.
 *
 * @param inEngineRoom whether {@code code} has its words in {@code easel.engine} rather than in {@code easel.ui}
 */
public record Notice(String code, List<Object> arguments, boolean inEngineRoom) {

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /** A line of the window's own. */
    public static Notice of(String code, Object... arguments) {
        return new Notice(code, List.of(arguments), false);
    }
}
