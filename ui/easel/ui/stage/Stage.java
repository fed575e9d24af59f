package easel.ui.stage;

import easel.engine.Phase;
import easel.engine.Picture;
import easel.format.Infotext;
import easel.format.PictureException;
import easel.format.PictureFile;
import easel.graph.Document;
import easel.graph.Field;
import easel.graph.Value;
import easel.platform.Words;
import easel.run.Progress;
import easel.ui.action.Actions;
import easel.ui.action.UserAction;
import easel.ui.desk.Desk;
import easel.ui.desk.FormFields;
import easel.ui.desk.Mend;
import easel.ui.desk.RunView;
import easel.ui.desk.Shot;
import easel.ui.image.Pixels;
import easel.ui.task.Task;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import easel.ui.widget.KeyButton;
import easel.ui.widget.Tip;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The stage: the picture with its progress bar and one line of words, or a sentence where there is no picture. */
public final class Stage extends JPanel {

    private static final long serialVersionUID = 1;

    /** Air around the picture. */
    private static final int AIR = 24;
    private static final int BAR = 4;
    private static final int LINE = 28;
    private static final int LONGEST_WORDS = 600;
    /** The line of words is never narrower than this, however narrow the picture. */
    private static final int LEAST_LINE = 480;

    private final transient Desk desk;
    private final transient Words words;
    private final transient Actions actions;
    private final transient Consumer<Mend> mending;
    private final PicturePane pane = new PicturePane();
    private final Message message;
    private final JPanel line = new JPanel(new MigLayout("insets 0, gap 12, novisualpadding, hidemode 3", "[][][]push[]", "[" + LINE + "!]"));
    private final JLabel lead = new JLabel();
    private final JLabel left = new JLabel();
    private final JLabel which = new JLabel();
    private final JPanel deeds = new JPanel(new MigLayout("insets 0, gap 0, novisualpadding, hidemode 3", "", "[" + LINE + "!]"));
    private final JButton cancel;
    private final JButton forceStop;
    private final List<JButton> pictureDeeds = new ArrayList<>();

    private Dimension shape = new Dimension(1, 1);
    /** Part done, 0 to 1; negative paints no bar. */
    private double done = -1;
    private transient @Nullable Picture previewOf;
    private transient @Nullable BufferedImage preview;
    private transient @Nullable Shot loading;
    private transient @Nullable Object said;

    /** @param mending does what the button under a failure says */
    public Stage(Desk desk, Words words, Actions actions, Consumer<Mend> mending) {
        super(null);
        this.desk = desk;
        this.words = words;
        this.actions = actions;
        this.mending = mending;
        message = new Message(words.say("stage.details"));
        putClientProperty("FlatLaf.style", "background: $" + Tone.STAGE.key());
        pane.setName("picture");
        lead.putClientProperty("FlatLaf.styleClass", "semibold");
        left.putClientProperty("FlatLaf.styleClass", "quiet");
        which.putClientProperty("FlatLaf.styleClass", "quiet");
        cancel = new KeyButton(actions.of(UserAction.CANCEL), words.say("action.cancel"), actions.keyText(UserAction.CANCEL), false);
        cancel.setName("cancel");
        cancel.setToolTipText(actions.tooltip(UserAction.CANCEL));
        forceStop = actions.textButton(UserAction.FORCE_STOP);
        line.setOpaque(false);
        deeds.setOpaque(false);
        for (UserAction action : List.of(UserAction.USE_SETTINGS, UserAction.USE_AS_START, UserAction.COPY_PICTURE,
                UserAction.SAVE_PICTURE_AS, UserAction.SHOW_IN_FOLDER)) {
            JButton button = actions.iconButton(action);
            pictureDeeds.add(button);
            deeds.add(button, "w 28!, h 28!");
        }
        deeds.add(forceStop, "h 28!");
        deeds.add(cancel, "h 28!, gapleft 8");
        line.add(lead, "cell 0 0");
        line.add(left, "cell 1 0");
        line.add(which, "cell 2 0, wmin 0");
        line.add(deeds, "cell 3 0");
        add(pane);
        add(line);
        add(message);
        pane.addPropertyChangeListener("actual", _ -> revalidate());
        refresh();
    }

    /** Shows the picture pixel for pixel, or filling the stage again. */
    public void zoom() {
        pane.toggleActual();
    }

    /** Looks at the desk anew. */
    public void refresh() {
        Shot shot = desk.results().selected();
        if (shot != null) {
            showShot(shot);
        } else {
            switch (desk.jobs().run()) {
                case RunView.Idle _ -> showEmpty();
                case RunView.Preparing(boolean cancelling, int ahead) -> {
                    shape = sizeOf(desk.document());
                    showPicture(null, false, 0);
                    say(words.say(cancelling ? "stage.cancelling" : ahead > 0 ? "stage.in-line" : "stage.preparing"),
                            !cancelling && ahead > 0 ? words.say("stage.ahead", ahead) : "", "", true);
                }
                case RunView.Working working -> showWorking(working);
                case RunView.Cancelled cancelled -> showCancelled(cancelled);
                case RunView.Failed failed -> showFailed(failed);
            }
        }
        revalidate();
        repaint();
    }

    private void showShot(Shot shot) {
        BufferedImage pixels = desk.results().selectedPixels() != null ? desk.results().selectedPixels() : loaded != null && loaded.of == shot ? loaded.pixels : null;
        if (pixels == null) {
            load(shot);
            if (shot.width() > 0) {
                shape = new Dimension(shot.width(), shot.height());
            }
        } else {
            shape = new Dimension(pixels.getWidth(), pixels.getHeight());
        }
        if (pixels == null && desk.results().thumbs().isUnreadable(shot.file())) {
            showMessage(shot, Icons.PROBLEM, Tone.PROBLEM, words.say("stage.gone.title"), words.say("stage.gone", shot.file()),
                    List.of(actions.textButton(UserAction.REMOVE_FROM_STRIP)), "");
            return;
        }
        BufferedImage soon = pixels == null ? desk.results().thumbs().of(shot.file()).orElse(null) : pixels;
        showPicture(soon, false, -1);
        pane.setFile(shot.file());
        List<String> facts = new ArrayList<>();
        Optional<String> read = loaded != null && loaded.of == shot ? loaded.seed : Optional.empty();
        (shot.seed().isPresent() ? Optional.of(Long.toString(shot.seed().getAsLong())) : read)
                .ifPresent(s -> facts.add(words.say("stage.seed", s)));
        if (shot.seconds() > 0) {
            facts.add(words.say("stage.seconds", decimal(shot.seconds())));
        }
        java.nio.file.Path name = shot.file().getFileName();
        say(shape.width + " \u00D7 " + shape.height, String.join("   ", facts), name == null ? "" : name.toString(), false);
        which.setToolTipText(shot.file().toString());
        showWords(shot);
    }

    /** What a picture was painted from, as it stands in its file: the words that were drawn, not those that were written. */
    private void showWords(Shot shot) {
        if (shot == told) {
            return;
        }
        told = shot;
        pane.setToolTipText(null);
        Task.of(() -> PictureFile.head(shot.file()).texts().infotext().map(Infotext::prompt).orElse("")).whenFailed(_ -> { }).whenDone(prompt -> {
            if (shot == told && !prompt.isBlank()) {
                pane.setToolTipText(Tip.of(List.of(prompt.length() > LONGEST_WORDS ? prompt.substring(0, LONGEST_WORDS) + "\u2026" : prompt)));
            }
        });
    }

    /** What the file of a picture says, its seed as well, which a picture of an earlier session is not remembered with. */
    private record Loaded(Shot of, BufferedImage pixels, Optional<String> seed) {

        static Loaded of(Shot shot) throws PictureException {
            PictureFile file = PictureFile.read(shot.file());
            return new Loaded(shot, Pixels.of(file.picture()), file.texts().infotext().map(t -> t.settings().get("Seed")));
        }
    }

    private transient @Nullable Loaded loaded;
    /** Whose words stand in the tip. */
    private transient @Nullable Shot told;

    private void load(Shot shot) {
        if (shot == loading) {
            return;
        }
        loading = shot;
        Task.of(() -> Loaded.of(shot)).whenFailed(_ -> {
            loading = null;
            // The strip finds the same and says so; here the stage is asked again.
            desk.results().thumbs().markUnreadable(shot.file());
            refresh();
        }).whenDone(read -> {
            loading = null;
            loaded = read;
            if (shot == desk.results().selected()) {
                refresh();
            }
        });
    }

    private void showWorking(RunView.Working working) {
        shape = sizeOf(working.job().document());
        Progress progress = working.progress();
        double part = progress.phase() == Phase.SAMPLING && progress.steps() > 0 ? (double) progress.step() / progress.steps()
                : progress.phase() == Phase.DECODING ? 1 : 0;
        showPicture(image(working.preview()), false, part);
        String head = working.cancelling() ? words.say("stage.cancelling")
                : working.retrying() && progress.phase() == null ? words.say("stage.retrying") : head(progress);
        String time = working.cancelling() ? ""
                : working.silent() >= 20 ? words.say("stage.silent", (long) working.silent())
                : progress.phase() == Phase.SAMPLING ? timeLeft(working.secondsLeft()) : "";
        String count = progress.pictures() > 1 ? words.say("stage.picture-of", progress.picture(), progress.pictures())
                : working.job().count() > 1 ? words.say("stage.picture-of", working.job().index() + 1, working.job().count()) : "";
        say(head, time, count, true);
    }

    private String head(Progress progress) {
        Phase phase = progress.phase();
        if (phase == null) {
            return words.say("stage.preparing");
        }
        return phase == Phase.SAMPLING && progress.steps() > 0
                ? words.say("stage.step", Math.min(progress.steps(), progress.step()), progress.steps())
                : words.say("stage.phase." + phase.name().toLowerCase(Locale.ROOT));
    }

    private String timeLeft(OptionalDouble seconds) {
        if (seconds.isEmpty()) {
            return "";
        }
        double s = seconds.getAsDouble();
        if (s >= 90) {
            return words.say("stage.left.minutes", Math.round(s / 60));
        }
        // Above ten seconds nobody wants every second of it.
        long rounded = s > 10 ? Math.round(s / 5) * 5 : Math.max(1, Math.round(s));
        return words.say("stage.left.seconds", rounded);
    }

    private static String decimal(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.1f" : "%.0f", seconds);
    }

    private void showCancelled(RunView.Cancelled cancelled) {
        if (cancelled.preview() == null) {
            showMessage(cancelled, Icons.CANCEL, Tone.HINT, words.say("stage.cancelled"), words.say("stage.cancelled.text"), List.of(), "");
            return;
        }
        showPicture(image(cancelled.preview()), true, -1);
        say(words.say("stage.cancelled"), words.say("stage.step", cancelled.step(), cancelled.steps()), "", false);
        pictureDeeds.forEach(b -> b.setVisible(false));
    }

    private void showFailed(RunView.Failed failed) {
        List<JButton> buttons = new ArrayList<>();
        Mend mend = failed.mend();
        if (mend != null) {
            JButton button = new KeyButton(new AbstractAction() {
                private static final long serialVersionUID = 1;

                @Override
                public void actionPerformed(ActionEvent e) {
                    mending.accept(mend);
                }
            }, words.say(mend.code()), "", true);
            button.setName("mend");
            buttons.add(button);
        }
        showMessage(failed, Icons.PROBLEM, Tone.PROBLEM, words.say("stage.failed"), failed.sentence(), buttons, failed.details());
    }

    private void showEmpty() {
        showMessage("empty", Icons.EASEL, Tone.HINT, words.say("stage.empty.title"),
                words.say("stage.empty", actions.keyText(UserAction.GENERATE)), List.of(), "");
    }

    private void showMessage(Object what, Icons sign, Tone tone, String title, String text, List<JButton> buttons, String details) {
        pane.setVisible(false);
        line.setVisible(false);
        message.setVisible(true);
        done = -1;
        // Said once: building it anew would fold the details and take the focus from its buttons.
        if (!what.equals(said)) {
            said = what;
            message.say(sign, tone, title, text, buttons, details);
        }
    }

    private void showPicture(@Nullable BufferedImage picture, boolean dim, double part) {
        pane.setFile(null);
        said = null;
        message.setVisible(false);
        pane.setVisible(true);
        line.setVisible(true);
        pane.show(picture, dim);
        done = part;
    }

    private void say(String head, String time, String count, boolean busy) {
        setText(lead, head);
        setText(left, time);
        setText(which, count);
        which.setToolTipText(null);
        if (busy) {
            pane.setToolTipText(null);
            told = null;
        }
        cancel.setVisible(busy);
        forceStop.setVisible(busy && actions.of(UserAction.FORCE_STOP).isEnabled());
        pictureDeeds.forEach(b -> b.setVisible(!busy));
        pane.getAccessibleContext().setAccessibleName(words.say("stage.picture"));
        pane.getAccessibleContext().setAccessibleDescription(String.join(", ", head, time, count));
    }

    private static void setText(JLabel label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
    }

    private @Nullable BufferedImage image(@Nullable Picture picture) {
        if (picture == null) {
            return null;
        }
        if (picture != previewOf) {
            previewOf = picture;
            preview = Pixels.of(picture);
        }
        return preview;
    }

    private static Dimension sizeOf(Document document) {
        Optional<Field> field = FormFields.size(document);
        if (field.isEmpty()) {
            return new Dimension(1, 1);
        }
        int[] size = field.get().targets().stream().mapToInt(t -> FormFields.value(document, t).orElse(Value.of(1)) instanceof Value.Number n
                ? (int) Math.clamp(n.asDouble(), 1, 1 << 20) : 1).toArray();
        return new Dimension(size[0], size[1]);
    }

    @Override
    public void doLayout() {
        int width = getWidth();
        int height = getHeight();
        Dimension wanted = message.getPreferredSize();
        message.setBounds(Math.max(AIR, (width - wanted.width) / 2), Math.max(AIR, (int) ((height - wanted.height) * 0.42)),
                Math.min(wanted.width, Math.max(0, width - 2 * AIR)), Math.min(wanted.height, Math.max(0, height - 2 * AIR)));
        int below = BAR + 12 + LINE + 16;
        Dimension room = new Dimension(Math.max(1, width - 2 * AIR), Math.max(1, height - AIR - below));
        Dimension size = pane.sizeWithin(room, shape.width, shape.height);
        int x = (width - size.width) / 2;
        int y = AIR + (room.height - size.height) / 2;
        pane.setBounds(x, y, size.width, size.height);
        int lineWidth = Math.min(room.width, Math.max(LEAST_LINE, size.width));
        line.setBounds((width - lineWidth) / 2, y + size.height + BAR + 12, lineWidth, LINE);
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        if (done >= 0 && pane.isVisible()) {
            int y = pane.getY() + pane.getHeight();
            g.setColor(Tone.STRONG.color());
            g.fillRect(pane.getX(), y, pane.getWidth(), BAR);
            g.setColor(Tone.INK.color());
            g.fillRect(pane.getX(), y, (int) Math.round(pane.getWidth() * done), BAR);
        }
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(320, 240);
    }
}
