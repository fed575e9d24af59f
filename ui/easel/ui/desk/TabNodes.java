package easel.ui.desk;

import easel.engine.Picture;
import easel.graph.NodeId;
import easel.nodes.Image;
import easel.nodes.Made;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.RunEvent;
import java.lang.ref.WeakReference;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a tab's nodes. Pictures are large: those that lie on the disk are held only as long as somebody else
 * holds them, and are read again where they are wanted. Those that lie nowhere, the disk being full or more of them coming
 * than could be written, are held here, since nobody else has them. On the EDT.
 */
final class TabNodes {

    /** A picture that may go. */
    private record Faint(WeakReference<Picture> picture, @Nullable Made made) {

        static Faint of(Image image) {
            return new Faint(new WeakReference<>(image.picture()), image.made());
        }

        @Nullable Image image() {
            Picture there = picture.get();
            return there == null ? null : new Image(there, made);
        }
    }

    /** One node's latest. */
    private static final class Kept {
        /** Without pictures that may go. */
        private final RunEvent.NodeChanged plain;
        private List<Faint> faint;
        /** The same pictures, as long as nobody has found them on the disk. */
        private List<Image> held;
        private boolean sought;
        /** Under which key they were found there: a sampler shows what was painted for another node. */
        private @Nullable Key under;

        Kept(RunEvent.NodeChanged plain, List<Image> images, List<Image> held) {
            this.plain = plain;
            this.faint = images.stream().map(Faint::of).toList();
            this.held = held;
        }

        static Kept of(RunEvent.NodeChanged changed) {
            if (!(changed.state() instanceof NodeState.Done done) || done.images().isEmpty()) {
                return new Kept(changed, List.of(), List.of());
            }
            // Each in a file of its own: whoever wants them reads that.
            boolean inFiles = done.files().size() == done.images().size();
            return new Kept(with(changed, done, List.of()), done.images(), inFiles ? List.of() : done.images());
        }

        private static RunEvent.NodeChanged with(RunEvent.NodeChanged changed, NodeState.Done done, List<Image> images) {
            return new RunEvent.NodeChanged(changed.job(), changed.node(), changed.key(),
                    new NodeState.Done(done.seconds(), done.fromCache(), images, done.file(), done.more(), done.told()));
        }

        /** With its pictures, if all of them are still there. */
        RunEvent.NodeChanged whole() {
            List<Image> there = faint.stream().map(Faint::image).filter(Objects::nonNull).toList();
            return there.isEmpty() || there.size() < faint.size() || !(plain.state() instanceof NodeState.Done done) ? plain
                    : with(plain, done, there);
        }

        boolean isGone() {
            return under != null && faint.stream().anyMatch(f -> f.picture.refersTo(null));
        }

        Optional<Picture> first() {
            return faint.stream().findFirst().map(f -> f.picture.get());
        }

        boolean shows(List<Image> images) {
            return faint.size() == images.size() && faint.stream().allMatch(f -> images.stream().anyMatch(i -> f.picture.refersTo(i.picture())));
        }

        void foundUnder(Key key) {
            under = key;
            held = List.of();
        }
    }

    /** A result whose pictures are held by nobody any more, and the key under which they can be read again. */
    record Gone(NodeId node, Key key, Key under) {}

    private final Map<NodeId, Kept> all = new LinkedHashMap<>();

    void tell(RunEvent.NodeChanged changed) {
        all.put(changed.node(), Kept.of(changed));
    }

    /** The same for a result that another node had until now: its pictures are to be found where they were. */
    void tellMoved(RunEvent.NodeChanged changed) {
        Optional<Kept> before = all.values().stream().filter(k -> k.plain.key().equals(changed.key()) && k.under != null).findFirst();
        tell(changed);
        before.ifPresent(known -> {
            Kept now = Objects.requireNonNull(all.get(changed.node()));
            now.faint = known.faint;
            now.foundUnder(Objects.requireNonNull(known.under));
        });
    }

    /** The latest of each, with its pictures where somebody holds them. */
    List<RunEvent.NodeChanged> all() {
        return all.values().stream().map(Kept::whole).toList();
    }

    Set<NodeId> ids() {
        return Set.copyOf(all.keySet());
    }

    /** Under which keys results are shown. */
    Map<NodeId, Key> shown() {
        return all.values().stream().map(k -> k.plain).filter(c -> c.state() instanceof NodeState.Done)
                .collect(Collectors.toMap(RunEvent.NodeChanged::node, RunEvent.NodeChanged::key));
    }

    /** The nodes whose state is not of a job under way. */
    Set<NodeId> settled() {
        return all.values().stream().map(k -> k.plain).filter(c -> !(c.state() instanceof NodeState.Waiting || c.state() instanceof NodeState.Running))
                .map(RunEvent.NodeChanged::node).collect(Collectors.toUnmodifiableSet());
    }

    void clear() {
        all.clear();
    }

    /** The keys of results that nobody has looked for on the disk; asked once for each. */
    Set<Key> toBeSought() {
        List<Kept> fresh = all.values().stream().filter(k -> !k.held.isEmpty() && !k.sought).toList();
        fresh.forEach(k -> k.sought = true);
        return fresh.stream().map(k -> k.plain.key()).collect(Collectors.toUnmodifiableSet());
    }

    /** Results under these keys lie on the disk. */
    void found(Set<Key> there) {
        all.values().stream().filter(k -> !k.held.isEmpty() && there.contains(k.plain.key())).forEach(k -> k.foundUnder(k.plain.key()));
        Map<Picture, Kept> safe = new IdentityHashMap<>();
        all.values().stream().filter(k -> k.under != null).forEach(k -> k.first().ifPresent(picture -> safe.put(picture, k)));
        for (Kept kept : all.values()) {
            Kept same = kept.held.isEmpty() ? null : safe.get(kept.held.getFirst().picture());
            if (same != null && same.shows(kept.held)) {
                kept.foundUnder(Objects.requireNonNull(same.under));
            }
        }
    }

    /** The results of some nodes whose pictures have to be read if they are to be seen. */
    List<Gone> gone(Predicate<NodeId> wanted) {
        return all.values().stream().filter(k -> wanted.test(k.plain.node()) && k.isGone())
                .map(k -> new Gone(k.plain.node(), k.plain.key(), Objects.requireNonNull(k.under))).toList();
    }

    /** Its pictures were read again; empty if it has another result by now, or they are others. */
    Optional<RunEvent.NodeChanged> again(Gone result, List<Image> images) {
        Kept kept = all.get(result.node);
        if (kept == null || !kept.plain.key().equals(result.key) || images.size() != kept.faint.size()
                || !(kept.plain.state() instanceof NodeState.Done done)) {
            return Optional.empty();
        }
        kept.faint = images.stream().map(Faint::of).toList();
        return Optional.of(Kept.with(kept.plain, done, images));
    }
}
