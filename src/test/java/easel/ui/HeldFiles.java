package easel.ui;

import static easel.ui.OpenWindow.onEdt;
import static easel.ui.OpenWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Point;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetDragEvent;
import java.awt.dnd.DropTargetDropEvent;
import java.nio.file.Path;
import java.util.List;

/** Files held over the canvas of a window and let go, as the system tells of it. */
final class HeldFiles {

    private final OpenWindow window;

    private HeldFiles(OpenWindow window) {
        this.window = window;
    }

    static HeldFiles over(OpenWindow window) {
        return new HeldFiles(window);
    }

    private Component face() {
        return window.named("graph", Component.class);
    }

    private Component sign() {
        return window.named("drop-sign", Component.class);
    }

    private Point at(double x) {
        return new Point((int) (face().getWidth() * x), face().getHeight() / 2);
    }

    private static Files files(Path file) {
        return new Files(List.of(file));
    }

    /** Holds a file over a place, until the sign over the canvas says something. */
    void hold(Path file, double x, String says) {
        onEdt(() -> {
            DropTarget target = face().getDropTarget();
            target.dragEnter(new Held(target, at(x), files(file)));
            target.dragOver(new Held(target, at(x), files(file)));
            assertThat(sign().isVisible()).isTrue();
            return null;
        });
        until("it says " + says, () -> onEdt(() -> sign().getAccessibleContext().getAccessibleName().equals(says)));
    }

    /** Moves what is held to another place; what the sign says there. */
    String move(Path file, double x) {
        return onEdt(() -> {
            DropTarget target = face().getDropTarget();
            target.dragOver(new Held(target, at(x), files(file)));
            return sign().getAccessibleContext().getAccessibleName();
        });
    }

    /** Lets go at a place what was held before. */
    void let(Path file, double x) {
        onEdt(() -> {
            DropTarget target = face().getDropTarget();
            target.drop(new Dropped(target, at(x), files(file)));
            assertThat(sign().isVisible()).isFalse();
            return null;
        });
    }

    /** Holds what tells which files it is only when it is let go, and lets it go. */
    void letUnknown(Path file, double x) {
        onEdt(() -> {
            DropTarget target = face().getDropTarget();
            Transferable untold = new Untold();
            target.dragEnter(new Held(target, at(x), untold));
            target.dragOver(new Held(target, at(x), untold));
            assertThat(sign().getAccessibleContext().getAccessibleName()).isEqualTo("Add here");
            target.drop(new Dropped(target, at(x), files(file)));
            return null;
        });
    }

    /** Something handed over that comes in one flavor. */
    private interface OfOneFlavor extends Transferable {

        DataFlavor flavor();

        @Override
        default DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {flavor()};
        }

        @Override
        default boolean isDataFlavorSupported(DataFlavor asked) {
            return flavor().equals(asked);
        }
    }

    /** Files of which the system tells nothing yet. */
    private static final class Untold implements OfOneFlavor {
        @Override
        public DataFlavor flavor() {
            return DataFlavor.javaFileListFlavor;
        }

        @Override
        public Object getTransferData(DataFlavor flavor) throws java.io.IOException {
            throw new java.io.IOException("not before it is let go");
        }
    }

    record Files(List<Path> files) implements OfOneFlavor {
        @Override
        public DataFlavor flavor() {
            return DataFlavor.javaFileListFlavor;
        }

        @Override
        public Object getTransferData(DataFlavor flavor) {
            return files.stream().map(Path::toFile).toList();
        }
    }

    /** What the system tells while files are held over the canvas, and when they are let go. */
    static final class Held extends DropTargetDragEvent {
        private static final long serialVersionUID = 1;
        private final transient Transferable files;

        Held(DropTarget target, Point at, Transferable files) {
            super(target.getDropTargetContext(), at, DnDConstants.ACTION_COPY, DnDConstants.ACTION_COPY);
            this.files = files;
        }

        @Override
        public DataFlavor[] getCurrentDataFlavors() {
            return files.getTransferDataFlavors();
        }

        @Override
        public Transferable getTransferable() {
            return files;
        }

        @Override
        public void acceptDrag(int action) {}
    }

    static final class Dropped extends DropTargetDropEvent {
        private static final long serialVersionUID = 1;
        private final transient Transferable files;

        Dropped(DropTarget target, Point at, Transferable files) {
            super(target.getDropTargetContext(), at, DnDConstants.ACTION_COPY, DnDConstants.ACTION_COPY);
            this.files = files;
        }

        @Override
        public Transferable getTransferable() {
            return files;
        }

        @Override
        public void acceptDrop(int action) {}

        @Override
        public void dropComplete(boolean success) {}
    }

    /** What a browser hands over for a link. */
    record Address(String page) implements OfOneFlavor {
        private static final DataFlavor URIS = new DataFlavor("text/uri-list;class=java.lang.String", null);

        @Override
        public DataFlavor flavor() {
            return URIS;
        }

        @Override
        public Object getTransferData(DataFlavor flavor) {
            return page + "\r\n";
        }
    }
}
