package easel.ui.canvas;

import easel.graph.Clipping;
import easel.graph.Document;
import easel.graph.Level;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.run.Key;
import easel.run.Trouble;
import easel.ui.closer.Subject;
import easel.ui.search.Uses;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who shows a canvas, and does for it what reaches beyond one document. */
public interface CanvasHost {

    /** What the person uses: searches put it first. */
    Uses uses();

    /** A node of a type was added. */
    void added(String type);

    /** A type is a favourite now, or is none any more. */
    void mark(String type, boolean favourite);

    /** Puts nodes on the clipboard. */
    void copy(Clipping nodes);

    /** Tells {@code then} what nodes are on the clipboard, on the EDT; if there are none, it tells the person. */
    void paste(Consumer<Clipping> then);

    /**
     * Says what is wrong with a node, and how it is mended.
     *
     * @param failed why it failed when it ran last; null if it did not
     * @param at     where its badge is, on the canvas
     */
    void showProblems(NodeId node, String title, List<Problem> problems, @Nullable Trouble failed, Rectangle at);

    /** Whether anything runs here at all. */
    boolean canRun();

    /** Runs to these nodes and no further. */
    void runTo(Set<NodeId> nodes);

    /**
     * Has nodes give what they gave last, whatever feeds them from now on.
     *
     * @param shown under which keys results are shown on nodes, those inside subgraphs too
     */
    void freeze(Set<NodeId> nodes, Map<NodeId, Key> shown);

    /** What is shown with all subgraphs besides that can be added to it. */
    default Document offered(Document shown) {
        return shown;
    }

    /** What is to be pasted for a node of a type that what is shown does not have itself; empty if it has. */
    default Optional<Clipping> bringing(String type) {
        return Optional.empty();
    }

    /** Keeps what a node stands for, to be used in any workflow. */
    default void keep(NodeId node, String title) {}

    /** The document that is looked at, and where in it what is shown is. */
    record Whole(Document document, Level level) {}

    /** All of the document; empty where what is shown is all there is. */
    default Optional<Whole> whole() {
        return Optional.empty();
    }

    /** Shows a node of the whole document that has some words, and goes on looking for them there. */
    default void find(NodeId node, String words) {}

    /** Whether something is wrong with any node of the whole document. */
    default boolean hasProblems() {
        return false;
    }

    /**
     * Goes to the next node of the whole document that something is wrong with, or to the one before, wherever that is.
     *
     * @param from the node from which one goes, or null
     * @return false where what is shown is all there is
     */
    default boolean goToProblem(@Nullable NodeId from, int by) {
        return false;
    }

    /** Something was asked for that a locked canvas does not do; it tells the person. */
    default void refused() {}

    /** Whether what is shown is the inside of a subgraph. */
    boolean isInside();

    /** Shows the inside of a node that stands for a subgraph. */
    void enter(NodeId node);

    /** Shows what the node is in whose inside is shown. */
    void leave();

    /** Shows a node's pictures as large as the canvas. */
    void lookCloser(Subject subject);

    /** Shows all the words that a node gave, beside a place of the canvas. */
    default void read(String title, String words, Rectangle at) {}

    /** What is done with pictures outside. */
    default PicturesOut pictures() {
        return PicturesOut.NONE;
    }

    /** Whether a small picture of the whole canvas can be shown. */
    boolean hasMap();

    /** Shows or hides it. */
    void toggleMap();

    /** A canvas of its own, as long as nobody shows it: what is copied stays here, and nothing runs. */
    static CanvasHost alone() {
        return new CanvasHost() {
            private Uses uses = Uses.NONE;
            private @Nullable Clipping copied;

            @Override
            public Uses uses() {
                return uses;
            }

            @Override
            public void added(String type) {
                uses = uses.with(type);
            }

            @Override
            public void mark(String type, boolean favourite) {
                uses = uses.marked(type, favourite);
            }

            @Override
            public void copy(Clipping nodes) {
                copied = nodes;
            }

            @Override
            public void paste(Consumer<Clipping> then) {
                if (copied != null) {
                    then.accept(copied);
                }
            }

            @Override
            public void showProblems(NodeId node, String title, List<Problem> problems, @Nullable Trouble failed, Rectangle at) {}

            @Override
            public boolean canRun() {
                return false;
            }

            @Override
            public void lookCloser(Subject subject) {}

            @Override
            public boolean isInside() {
                return false;
            }

            @Override
            public void enter(NodeId node) {}

            @Override
            public void leave() {
                throw new IllegalStateException("nothing is entered here");
            }

            @Override
            public boolean hasMap() {
                return false;
            }

            @Override
            public void toggleMap() {
                throw new IllegalStateException("there is no place for it here");
            }

            @Override
            public void runTo(Set<NodeId> nodes) {
                throw new IllegalStateException("nothing runs here");
            }

            @Override
            public void freeze(Set<NodeId> nodes, Map<NodeId, Key> shown) {
                throw new IllegalStateException("nothing ran here");
            }
        };
    }
}
