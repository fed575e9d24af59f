package easel.ui;

import easel.engine.Device;
import easel.engine.Engine;
import easel.ui.task.Edt;
import easel.ui.task.Lane;
import easel.ui.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the engine can work on. It answers between two pictures at the earliest, so it is asked once, by however many want to
 * know, and what it said is kept. On the EDT.
 */
final class Devices {

    private final Engine engine;
    private final List<Consumer<List<Device>>> waiting = new ArrayList<>();
    private List<Device> known = List.of();

    Devices(Engine engine) {
        this.engine = engine;
    }

    /** What it said; empty if it has not, or could not. */
    List<Device> known() {
        return known;
    }

    /** Tells {@code there} what it says, empty if it cannot; may take as long as a picture. One that could not is asked again. */
    void ask(Consumer<List<Device>> there) {
        Edt.mustBeOn();
        if (!known.isEmpty()) {
            there.accept(known);
            return;
        }
        waiting.add(there);
        if (waiting.size() == 1) {
            Task.of(Lane.ENGINE, engine::devices).whenFailed(_ -> answered(List.of())).whenDone(this::answered);
        }
    }

    private void answered(List<Device> devices) {
        known = List.copyOf(devices);
        List<Consumer<List<Device>>> told = List.copyOf(waiting);
        waiting.clear();
        told.forEach(t -> t.accept(known));
    }
}
