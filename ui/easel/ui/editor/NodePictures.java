package easel.ui.editor;

import easel.platform.SystemWord;
import easel.ui.canvas.PicturesOut;
import easel.ui.desk.Notice;
import easel.ui.form.FormContext;
import easel.ui.image.FullPicture;
import easel.ui.image.SavedCopy;
import easel.ui.task.Lane;
import easel.ui.task.Task;
import easel.ui.widget.Choosing;
import easel.ui.widget.ImageOut;
import easel.ui.widget.Outgoing;
import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DragGestureRecognizer;
import java.awt.dnd.DragSource;
import java.awt.dnd.InvalidDnDOperationException;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pictures of nodes on the clipboard, in files, and in the system's hand. One that is in no file is given one first. */
final class NodePictures implements PicturesOut {

    private static final String ENDING = ".png";

    private final FormContext context;
    private final Component over;

    NodePictures(FormContext context, Component over) {
        this.context = context;
        this.over = over;
    }

    @Override
    public void copy(FullPicture picture) {
        Task.of(picture::pixels).whenFailed(_ -> gone()).whenDone(pixels -> pixels.ifPresentOrElse(image -> {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new ImageOut(image), null);
            context.desk().tell(Notice.of("notice.copied"));
        }, this::gone));
    }

    @Override
    public void saveAs(FullPicture picture, String title) {
        file(picture, from -> {
            Path folder = context.desk().jobs().folder();
            Path suggestion = picture.file().orElseGet(() -> folder.resolve(title.replaceAll("[^\\p{L}\\p{N} _-]", "_") + ENDING));
            Choosing.save(over, context.say("save.title"), suggestion, ENDING, SavedCopy.ENDINGS).ifPresent(target ->
                    Task.of(Lane.SAVING, () -> SavedCopy.write(from, target))
                            .whenFailed(e -> context.desk().tell(Notice.of("notice.not-written", target, SystemWord.of(e))))
                            .whenDone(saved -> context.desk().tell(Notice.of("notice.saved", saved))));
        });
    }

    @Override
    public Carrying carry(FullPicture picture, String title) {
        InHand hand = new InHand();
        if (!GraphicsEnvironment.isHeadless()) {
            file(picture, hand::is);
        }
        return hand;
    }

    /** Tells in which file a picture is. */
    private void file(FullPicture picture, Consumer<Path> then) {
        if (picture.file().isPresent()) {
            then.accept(picture.file().get());
            return;
        }
        Task.of(picture::pixels).whenFailed(_ -> gone()).whenDone(pixels -> pixels.ifPresentOrElse(image -> context.desk().sources().keep(image, then), this::gone));
    }

    private void gone() {
        context.desk().tell(Notice.of("notice.picture-gone"));
    }

    /** A picture that is dragged; it can leave once it is in a file. */
    private static final class InHand implements Carrying {

        private @Nullable Path file;

        void is(Path now) {
            file = now;
        }

        @Override
        public boolean leave(MouseEvent e) {
            return file != null && new Pull(e.getComponent()).begin(e, file);
        }
    }

    /** Hands a drag that Easel began over to the system. */
    private static final class Pull extends DragGestureRecognizer {

        private static final long serialVersionUID = 1;

        private boolean begun;

        Pull(Component from) {
            super(DragSource.getDefaultDragSource(), from, DnDConstants.ACTION_COPY);
        }

        boolean begin(MouseEvent e, Path file) {
            try {
                addDragGestureListener(dragged -> {
                    dragged.startDrag(DragSource.DefaultCopyDrop, new Outgoing(file));
                    begun = true;
                });
                appendEvent(e);
                fireDragGestureRecognized(DnDConstants.ACTION_COPY, e.getPoint());
            } catch (InvalidDnDOperationException | java.util.TooManyListenersException underWay) {
                return false;   // the last one has not ended yet on this system
            }
            return begun;
        }

        @Override
        protected void registerListeners() {
            // The canvas hears the mouse itself.
        }

        @Override
        protected void unregisterListeners() {
            // There are none.
        }
    }
}
