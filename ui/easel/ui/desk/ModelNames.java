package easel.ui.desk;

import easel.graph.Rule;
import easel.models.Kind;
import easel.models.ModelFolders;
import easel.ui.task.Task;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The short names of the models there are, as they were when the disk was last looked at: asking waits for nothing. On the EDT. */
public final class ModelNames {

    private final ModelFolders models;
    private final Runnable changed;
    private Map<Kind, List<String>> names = Map.of();
    private boolean looking;
    private boolean again;

    /** @param changed told when there are others */
    ModelNames(ModelFolders models, Runnable changed) {
        this.models = models;
        this.changed = changed;
    }

    /** Which folders there are; they wait for the disk. */
    public ModelFolders folders() {
        return models;
    }

    /** The names of those that a parameter's file may be; none for pictures. */
    public List<String> of(Rule.File.Of of) {
        return Kind.of(of).map(kind -> names.getOrDefault(kind, List.of())).orElse(List.of());
    }

    /** Looks at the disk again, elsewhere. */
    public void look() {
        if (looking) {
            again = true;
            return;
        }
        looking = true;
        Task.of(this::onDisk).whenFailed(_ -> looked(names)).whenDone(this::looked);
    }

    private Map<Kind, List<String>> onDisk() {
        Map<Kind, List<String>> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            all.put(kind, List.copyOf(models.all(kind).keySet()));
        }
        return all;
    }

    private void looked(Map<Kind, List<String>> now) {
        looking = false;
        if (!now.equals(names)) {
            names = now;
            changed.run();
        }
        if (again) {
            again = false;
            look();
        }
    }
}
