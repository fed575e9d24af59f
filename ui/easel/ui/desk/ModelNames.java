package easel.ui.desk;

import easel.graph.Rule;
import easel.models.ModelFolders;
import easel.ui.task.Task;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The short names of the models there are, as they were when the disk was last looked at: asking waits for nothing. On the EDT. */
public final class ModelNames {

    private final ModelFolders models;
    private final Runnable changed;
    private Map<Rule.File.Of, List<String>> names = Map.of();
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
        return names.getOrDefault(of, List.of());
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

    private Map<Rule.File.Of, List<String>> onDisk() {
        Map<Rule.File.Of, List<String>> all = new EnumMap<>(Rule.File.Of.class);
        models.all().forEach((of, named) -> all.put(of, List.copyOf(named.keySet())));
        return all;
    }

    private void looked(Map<Rule.File.Of, List<String>> now) {
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
