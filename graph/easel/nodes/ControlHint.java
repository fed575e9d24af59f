package easel.nodes;

import easel.engine.Picture;
import easel.graph.NodeId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What should be followed, and how strongly; the same whichever node says so.
 *
 * @param origin the node that says so
 * @param net    the ControlNet that follows it, or null for a model that does so itself
 */
public record ControlHint(NodeId origin, @Nullable ControlNet net, Picture picture, double strength) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ControlHint hint && Objects.equals(net, hint.net) && picture.equals(hint.picture) && strength == hint.strength;
    }

    @Override
    public int hashCode() {
        return Objects.hash(net, picture, strength);
    }
}
