package easel.ui.widget;

import java.awt.Image;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.InputEvent;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.TransferHandler;
import org.jspecify.annotations.Nullable;

/**
 * What was dropped or pasted, as far as it concerns pictures.
 *
 * @param files files, in their order
 * @param image a picture without a file, or null
 */
public record Incoming(List<Path> files, @Nullable Image image) {

    public Incoming {
        files = List.copyOf(files);
    }

    /** Nothing of the kind. */
    public static final Incoming NOTHING = new Incoming(List.of(), null);

    private static final DataFlavor URIS = new DataFlavor("text/uri-list;class=java.lang.String", null);

    /** Whether there may be files or a picture in it. */
    public static boolean isThere(DataFlavor[] flavors) {
        return Stream.of(flavors).anyMatch(f -> f.equals(DataFlavor.javaFileListFlavor) || f.equals(DataFlavor.imageFlavor) || f.equals(URIS));
    }

    /** What is in it; nothing if it cannot be had. */
    public static Incoming of(Transferable from) {
        try {
            if (from.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
                List<?> files = (List<?>) from.getTransferData(DataFlavor.javaFileListFlavor);
                return new Incoming(files.stream().map(f -> ((File) f).toPath()).toList(), null);
            }
            if (from.isDataFlavorSupported(URIS)) {
                // RFC 2483: one address a line, lines that begin with # are remarks.
                String lines = (String) from.getTransferData(URIS);
                List<Path> files = lines.lines().filter(l -> l.startsWith("file:")).map(l -> Path.of(URI.create(l.strip()))).toList();
                if (!files.isEmpty()) {
                    return new Incoming(files, null);
                }
            }
            if (from.isDataFlavorSupported(DataFlavor.imageFlavor)) {
                return new Incoming(List.of(), (Image) from.getTransferData(DataFlavor.imageFlavor));
            }
        } catch (UnsupportedFlavorException | IOException | RuntimeException gone) {
            // The other program took it back, or sent an address that is none.
        }
        return NOTHING;
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return files.isEmpty() && image == null;
    }

    /** Takes what is dropped on a component, and what is pasted there; {@code taken} answers whether it was of use. */
    public static TransferHandler handler(Predicate<Incoming> taken) {
        return new TransferHandler() {
            private static final long serialVersionUID = 1;

            @Override
            public boolean canImport(TransferSupport support) {
                if (support.isDrop() && (support.getSourceDropActions() & COPY) == COPY) {
                    support.setDropAction(COPY);
                }
                return isThere(support.getDataFlavors());
            }

            @Override
            public boolean importData(TransferSupport support) {
                return taken.test(of(support.getTransferable()));
            }

            @Override
            public int getSourceActions(JComponent c) {
                return NONE;
            }
        };
    }

    /** Takes pictures as {@link #handler} does, and leaves everything else to {@code others}: a text field's own handler. */
    public static TransferHandler beside(TransferHandler others, Predicate<Incoming> taken) {
        return new TransferHandler() {
            private static final long serialVersionUID = 1;

            private boolean isOurs(TransferSupport support) {
                return isThere(support.getDataFlavors()) && !support.isDataFlavorSupported(DataFlavor.stringFlavor)
                        || support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
            }

            @Override
            public boolean canImport(TransferSupport support) {
                return isOurs(support) || others.canImport(support);
            }

            @Override
            public boolean importData(TransferSupport support) {
                return isOurs(support) ? taken.test(of(support.getTransferable())) : others.importData(support);
            }

            @Override
            public int getSourceActions(JComponent c) {
                return others.getSourceActions(c);
            }

            @Override
            public void exportAsDrag(JComponent c, InputEvent e, int action) {
                others.exportAsDrag(c, e, action);
            }

            @Override
            public void exportToClipboard(JComponent c, Clipboard clipboard, int action) {
                others.exportToClipboard(c, clipboard, action);
            }
        };
    }
}
