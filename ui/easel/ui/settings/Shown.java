package easel.ui.settings;

/**
 * What a person was shown once and need not be again.
 *
 * @param tour the tour of the nodes, or that it was sent away
 */
public record Shown(boolean tour) {

    static final Shown DEFAULT = new Shown(false);
}
