package easel.ui.canvas;

import easel.platform.Language;
import java.util.stream.Collectors;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;

/** A socket for people who do not see it: "Model, input, Model, from Load Checkpoint". */
final class SpokenSocket extends SpokenPart {

    private final Say say;
    private final Plug plug;

    SpokenSocket(SpokenNode node, Say say, Plug plug, int index) {
        super(node, index);
        this.say = say;
        this.plug = plug;
    }

    @Override
    public String getAccessibleName() {
        String others = plug.node().wires().stream().filter(w -> plug.input() ? w.input().equals(plug.asInput()) : w.output().equals(plug.asOutput()))
                .map(w -> (plug.input() ? w.from() : w.to()).title()).sorted().collect(Collectors.joining(say.words("spoken.comma")));
        String linked = others.isEmpty() ? say.words("spoken.free") : say.words(plug.input() ? "spoken.from" : "spoken.to", others);
        return String.join(say.words("spoken.comma"), plug.label(), say.words(plug.input() ? "spoken.input" : "spoken.output"), say.type(plug.type()), linked);
    }

    @Override
    public AccessibleRole getAccessibleRole() {
        return AccessibleRole.LABEL;
    }

    @Override
    public AccessibleStateSet getAccessibleStateSet() {
        return new AccessibleStateSet(new AccessibleState[] {AccessibleState.VISIBLE});
    }

    @Override
    Language language() {
        return say.language();
    }
}
