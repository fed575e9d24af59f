package easel.ui.canvas;

import easel.format.PictureException;
import easel.graph.Clipping;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.run.Key;
import easel.run.Trouble;
import easel.ui.closer.Subject;
import easel.ui.image.FullPicture;
import easel.ui.search.Uses;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A window that notes what it is asked for. */
class NotingHost implements CanvasHost {

    private final List<String> asked = new ArrayList<>();

    @Override
    public Uses uses() {
        return Uses.NONE;
    }

    @Override
    public void added(String type) {
        asked.add("added " + type);
    }

    @Override
    public void mark(String type, boolean favourite) {
        asked.add("mark " + type);
    }

    @Override
    public void copy(Clipping nodes) {
        asked.add("copy " + nodes.document().size());
    }

    @Override
    public void paste(Consumer<Clipping> then) {
        asked.add("paste");
    }

    @Override
    public boolean canRun() {
        return true;
    }

    @Override
    public void runTo(Set<NodeId> nodes) {
        asked.add("run " + nodes);
    }

    @Override
    public void freeze(Set<NodeId> nodes, Map<NodeId, Key> shown) {
        asked.add("freeze " + nodes);
    }

    @Override
    public void showProblems(NodeId node, String title, List<Problem> problems, Trouble failed, Rectangle at) {
        asked.add("problems of " + node + ": " + problems.stream().map(Problem::code).toList() + (failed == null ? "" : ", failed"));
    }

    @Override
    public void read(String title, String words, Rectangle at) {
        asked.add("read " + title + ": " + words);
    }

    @Override
    public void lookCloser(Subject subject) {
        asked.add("closer " + subject.title() + ", " + subject.now().size() + " and " + subject.before().size() + ", " + subject.first());
    }

    @Override
    public PicturesOut pictures() {
        return new PicturesOut() {
            @Override
            public void copy(FullPicture picture) {
                asked.add("copy picture " + sides(picture));
            }

            @Override
            public void saveAs(FullPicture picture, String title) {
                asked.add("save picture " + sides(picture) + " of " + title);
            }

            @Override
            public Carrying carry(FullPicture picture, String title) {
                asked.add("carry picture " + sides(picture) + " of " + title);
                return e -> asked.add("leave at " + e.getX());
            }
        };
    }

    private static String sides(FullPicture picture) {
        try {
            return picture.pixels().map(p -> p.getWidth() + "x" + p.getHeight()).orElse("gone");
        } catch (PictureException e) {
            return "gone";
        }
    }

    @Override
    public boolean hasMap() {
        return true;
    }

    @Override
    public void toggleMap() {
        asked.add("map");
    }

    @Override
    public void keep(NodeId node, String title) {
        asked.add("keep " + node + " as " + title);
    }

    @Override
    public void refused() {
        asked.add("refused");
    }

    @Override
    public boolean isInside() {
        return false;
    }

    @Override
    public void enter(NodeId node) {
        asked.add("enter " + node);
    }

    @Override
    public void leave() {
        asked.add("leave");
    }

    List<String> asked() {
        return asked;
    }
}
