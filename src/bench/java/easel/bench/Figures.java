package easel.bench;

import java.util.List;

/** Every figure, in the order they are measured. */
final class Figures {

    private Figures() {}

    static List<Figure> all() {
        return List.of(new VersionTime(), new FirstKey(), new UnchangedRun(), new UnchangedPlan(), new HistorySearch(), new QueuePlan(),
                new WarmPicture(), new BusyNeighbour(), new ColdGenerate(), new PresetTimes(), new PreviewCost(128, 20, 16), new PreviewCost(512, 3, 5),
                new CancelButton(), new Typing(), new CancelIdle(), new ForceStop(), new WindowMemory(0), new WindowMemory(1000), new WorkerMemory(),
                new RequestTime(), new EditTime(), new UndoMemory(), new PlacementTime(), new PictureWork(), new CanvasFrames(), LargeScreen.ofTwice(), LargeScreen.filled());
    }
}
