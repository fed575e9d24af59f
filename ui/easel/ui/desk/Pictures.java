package easel.ui.desk;

import easel.nodes.Image;
import easel.run.JobId;
import easel.ui.image.Thumbs;
import easel.ui.settings.Work;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The pictures of one tab, and which of them is looked at. On the EDT. */
final class Pictures {

    private final List<Shot> shots;
    private @Nullable Shot selected;
    private @Nullable BufferedImage pixels;
    private @Nullable Latest latest;
    /** Of a run that ended well while more of it seemed to come. */
    private @Nullable Latest ended;

    /** The newest picture of the run that is being followed: shown once the run has ended. */
    private record Latest(Shot shot, @Nullable BufferedImage pixels) {}

    Pictures(List<Shot> shots) {
        this.shots = new ArrayList<>(shots);
        selected = shots.isEmpty() ? null : shots.getFirst();
    }

    /** The newest first. */
    List<Shot> all() {
        return List.copyOf(shots);
    }

    @Nullable Shot selected() {
        return selected;
    }

    @Nullable BufferedImage selectedPixels() {
        return pixels;
    }

    /** Whether another one is looked at now. */
    boolean select(@Nullable Shot shot) {
        if (shot != null && shot.equals(selected)) {
            return false;
        }
        selected = shot;
        pixels = null;
        latest = null;
        ended = null;
        return true;
    }

    /** A picture has come. */
    void take(RunLog.Happening.Finished finished, Thumbs thumbs) {
        Image image = finished.image();
        Optional<Shot> known = shots.stream().filter(s -> s.file().equals(finished.file())).findFirst();
        Shot shot = image == null ? known.orElseGet(() -> shot(finished, 0, 0, OptionalLong.empty(), finished.seconds()))
                : shot(finished, image.picture().width(), image.picture().height(),
                        image.made() == null ? OptionalLong.empty() : OptionalLong.of(image.made().seed()),
                        image.made() == null ? finished.seconds() : image.made().timings().total());
        known.ifPresent(shots::remove);
        shots.addFirst(shot);
        while (shots.size() > Work.RESULTS) {
            shots.removeLast();
        }
        RunLog.Drawable drawable = finished.drawable();
        if (drawable != null) {
            thumbs.put(shot.file(), drawable.small());
        }
        if (selected == null) {
            latest = new Latest(shot, drawable == null ? null : drawable.whole());   // without pixels it was known already, and is read from its file
        }
    }

    private static Shot shot(RunLog.Happening.Finished finished, int width, int height, OptionalLong seed, double seconds) {
        return new Shot(finished.file(), width, height, seed, seconds, finished.job().document(),
                new JobId(finished.job().id().number() - finished.job().index()));
    }

    /** A job has ended. */
    void ended(boolean well) {
        ended = well ? latest : null;
        latest = null;
    }

    /**
     * No more of the run is coming, which may be known only after its last job has ended: a result that was known already
     * is quicker than the answer to who asked for it. The newest picture is looked at if the run was followed.
     *
     * @return whether another one is looked at now
     */
    boolean settle() {
        Latest done = ended;
        ended = null;
        if (done == null || selected != null) {
            return false;
        }
        selected = done.shot();
        pixels = done.pixels();
        return true;
    }

    /** Takes one off; a neighbour is looked at instead unless a run is followed. */
    boolean remove(Shot shot, boolean busy) {
        int at = shots.indexOf(shot);
        if (at < 0) {
            return false;
        }
        shots.remove(at);
        if (shot.equals(selected)) {
            selected = shots.isEmpty() || busy ? null : shots.get(Math.min(at, shots.size() - 1));
            pixels = null;
        }
        return true;
    }

    /** Lets go of the pixels that are at hand; they are in their files. */
    void forgetPixels() {
        pixels = null;
        latest = latest == null ? null : new Latest(latest.shot, null);
        ended = ended == null ? null : new Latest(ended.shot, null);
    }

    boolean forget(Collection<Path> files) {
        return shots.removeIf(s -> files.contains(s.file()));
    }
}
