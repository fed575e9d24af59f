package easel.ui.preferences;

import easel.engine.Device;
import easel.platform.Language;
import easel.platform.Words;
import easel.ui.canvas.Habits;
import easel.ui.canvas.WireShape;
import easel.ui.settings.Bounds;
import easel.ui.settings.Hand;
import easel.ui.settings.Machine;
import easel.ui.settings.Memory;
import easel.ui.theme.Appearance;
import easel.ui.theme.Tone;
import easel.ui.widget.Choosing;
import easel.ui.widget.NumberField;
import easel.ui.widget.Segments;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** What a person can set once and for all; every change works at once. */
public final class Preferences extends JPanel {

    private static final long serialVersionUID = 1;

    /** What the window does when something was set. */
    public interface Consequences {

        /** The look is another. */
        void lookChanged();

        /** Pictures go to another folder. */
        void folderChosen(Path folder);

        /** Another device or another number of threads. */
        void machineChanged();

        /** Other bounds on the disk. */
        void boundsChanged();

        /** Other habits on the canvas. */
        void handChanged();

        /** Folders with models are to be chosen. */
        void openModelFolders();

        /** Keys are to be changed. */
        void openKeys();

        /** Asks the engine for its devices and tells {@code there} on the EDT; may take seconds, or never answer. */
        void askDevices(Consumer<List<Device>> there);
    }

    /** A line of the device list; null lets Easel choose. */
    private record Choice(@Nullable String device, String label) {
        @Override
        public String toString() {
            return label;
        }
    }

    private final transient Memory memory;
    private final transient Words words;
    private final transient Consequences consequences;
    private final JComboBox<Choice> devices = new JComboBox<>();
    private boolean showing;

    /** @param pictures where pictures go now */
    public Preferences(Memory memory, Words words, Supplier<Path> pictures, Consequences consequences) {
        super(new MigLayout("insets 0, gap 12 12, novisualpadding", "[][280!,fill]", ""));
        this.memory = memory;
        this.words = words;
        this.consequences = consequences;
        setOpaque(false);
        addLanguage();
        addAppearance();
        addMotion();
        addFolder(pictures);
        addButton("settings.models", consequences::openModelFolders);
        addDevice();
        addThreads();
        addBound("settings.cache", memory.get().bounds().cache(), (b, gigabytes) -> new Bounds(gigabytes, b.pictures()));
        addBound("settings.kept", memory.get().bounds().pictures(), (b, gigabytes) -> new Bounds(b.cache(), gigabytes));
        addHand("settings.drag", "settings.drag.selects", "settings.drag.pans", Hand::dragPans, Hand::withDragPans);
        addHand("settings.wheel", "settings.wheel.zooms", "settings.wheel.pans", Hand::wheelPans, Hand::withWheelPans);
        addWires();
        addSnap();
        addButton("settings.keys", consequences::openKeys);
        consequences.askDevices(this::showDevices);
    }

    private void row(String code, JComponent control, JComponent focus) {
        JLabel label = new JLabel(words.say(code));
        label.putClientProperty("FlatLaf.styleClass", "quiet");
        label.setLabelFor(focus);
        focus.getAccessibleContext().setAccessibleName(words.say(code));
        add(label, getComponentCount() == 0 ? "" : "newline");   // a line before the first one would leave a gap
        add(control, "h 28!");
    }

    private void addLanguage() {
        // Each language calls itself by its own name: who cannot read this one finds theirs.
        Segments<String> segments = new Segments<>(List.of(
                new Segments.Choice<>("system", null, words.say("settings.system"), words.say("settings.system")),
                new Segments.Choice<>(Language.ENGLISH.tag(), null, "English", "English"),
                new Segments.Choice<>(Language.CHINESE.tag(), null, "中文", "中文")), tag -> {
            Language language = tag.equals("system") ? null : tag.equals("zh") ? Language.CHINESE : Language.ENGLISH;
            memory.change(s -> s.with(s.look().with(language)));
            consequences.lookChanged();
        });
        Language now = memory.get().look().language();
        segments.showValue(now == null ? "system" : now.tag());
        row("settings.language", segments, segments);
    }

    private void addAppearance() {
        Segments<Appearance> segments = new Segments<>(List.of(
                new Segments.Choice<>(Appearance.SYSTEM, null, words.say("settings.system"), words.say("settings.system")),
                new Segments.Choice<>(Appearance.LIGHT, null, words.say("settings.light"), words.say("settings.light")),
                new Segments.Choice<>(Appearance.DARK, null, words.say("settings.dark"), words.say("settings.dark"))),
                        appearance -> {
            memory.change(s -> s.with(s.look().with(appearance)));
            consequences.lookChanged();
        });
        segments.showValue(memory.get().look().appearance());
        row("settings.theme", segments, segments);
    }

    private void addMotion() {
        Segments<String> segments = new Segments<>(List.of(
                new Segments.Choice<>("system", null, words.say("settings.system"), words.say("settings.system")),
                new Segments.Choice<>("full", null, words.say("settings.motion.full"), words.say("settings.motion.full")),
                new Segments.Choice<>("reduced", null, words.say("settings.motion.reduced"), words.say("settings.motion.reduced"))), how -> {
            memory.change(s -> s.with(s.hand().withStill(how.equals("system") ? null : how.equals("reduced"))));
            consequences.handChanged();
        });
        Boolean now = memory.get().hand().still();
        segments.showValue(now == null ? "system" : now ? "reduced" : "full");
        row("settings.motion", segments, segments);
    }

    private void addFolder(Supplier<Path> pictures) {
        JTextField path = new JTextField(pictures.get().toString());
        path.setEditable(false);
        path.setToolTipText(path.getText());
        path.setCaretPosition(path.getText().length());
        JButton choose = new JButton(words.say("settings.choose"));
        choose.addActionListener(_ -> Choosing.folder(this, words.say("settings.folder.title"), pictures.get())
                .ifPresent(folder -> {
            consequences.folderChosen(folder);
            path.setText(folder.toString());
            path.setToolTipText(folder.toString());
        }));
        JPanel both = new JPanel(new MigLayout("insets 0, gap 8, novisualpadding", "[grow,fill][]", "[28!]"));
        both.setOpaque(false);
        both.add(path, "wmin 40, h 28!");
        both.add(choose, "h 28!");
        row("settings.folder", both, path);
    }

    private void addDevice() {
        showDevices(List.of());
        devices.addActionListener(_ -> {
            if (!showing && devices.getSelectedItem() instanceof Choice choice) {
                memory.change(s -> s.with(new Machine(choice.device(), s.machine().threads())));
                consequences.machineChanged();
            }
        });
        row("settings.device", devices, devices);
    }

    private void showDevices(List<Device> there) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(null, words.say("settings.automatic")));
        there.forEach(d -> choices.add(new Choice(d.name(), d.description().isBlank() ? d.name() : d.description() + " ("
                + d.name() + ")")));
        String now = memory.get().machine().device();
        if (now != null && there.stream().noneMatch(d -> d.name().equals(now))) {
            choices.add(new Choice(now, now));
        }
        showing = true;
        DefaultComboBoxModel<Choice> model = new DefaultComboBoxModel<>();
        choices.forEach(model::addElement);
        devices.setModel(model);
        devices.setSelectedItem(choices.stream().filter(c -> java.util.Objects.equals(c.device(), now)).findFirst()
                .orElse(choices.getFirst()));
        showing = false;
    }

    private void addThreads() {
        int most = Runtime.getRuntime().availableProcessors();
        int now = memory.get().machine().threads();
        NumberField number = new NumberField(BigDecimal.ONE, BigDecimal.valueOf(Math.max(most, now)), BigDecimal.ONE, 0,
                BigDecimal.valueOf(now == 0 ? most : now), n -> {
            memory.change(s -> s.with(new Machine(s.machine().device(), n.intValue() == most ? 0 : n.intValue())));
            consequences.machineChanged();
        });
        JLabel of = new JLabel(words.say("settings.threads.of", most));
        of.putClientProperty("FlatLaf.style", "foreground: $" + Tone.HINT.key());
        JPanel both = new JPanel(new MigLayout("insets 0, gap 8, novisualpadding", "[56!,fill][]push", "[28!]"));
        both.setOpaque(false);
        both.add(number, "h 28!");
        both.add(of);
        row("settings.threads", both, number);
    }

    private void addBound(String code, double now, BiFunction<Bounds, Double, Bounds> with) {
        NumberField number = new NumberField(new BigDecimal("0.1"), BigDecimal.valueOf(100_000), new BigDecimal("0.5"), 1,
                BigDecimal.valueOf(now), n -> {
            memory.change(s -> s.with(with.apply(s.bounds(), n.doubleValue())));
            consequences.boundsChanged();
        });
        number.setName(code);
        JLabel of = new JLabel(words.say(code + ".of"));
        of.putClientProperty("FlatLaf.style", "foreground: $" + Tone.HINT.key());
        JPanel both = new JPanel(new MigLayout("insets 0, gap 8, novisualpadding", "[72!,fill][]push", "[28!]"));
        both.setOpaque(false);
        both.add(number, "h 28!");
        both.add(of);
        row(code, both, number);
    }

    private void addHand(String code, String off, String on, Predicate<Hand> is, BiFunction<Hand, Boolean, Hand> with) {
        Segments<Boolean> segments = new Segments<>(List.of(
                new Segments.Choice<>(false, null, words.say(off), words.say(off)),
                new Segments.Choice<>(true, null, words.say(on), words.say(on))), pans -> {
            memory.change(s -> s.with(with.apply(s.hand(), pans)));
            consequences.handChanged();
        });
        segments.showValue(is.test(memory.get().hand()));
        row(code, segments, segments);
    }

    /** What has a panel of its own. */
    private void addButton(String code, Runnable deed) {
        JButton change = new JButton(words.say(code + ".change"));
        change.setName(code);
        change.addActionListener(_ -> deed.run());
        JPanel left = new JPanel(new MigLayout("insets 0, novisualpadding", "[]push", "[28!]"));
        left.setOpaque(false);
        left.add(change, "h 28!");
        row(code, left, change);
    }

    private void addWires() {
        addNamed("settings.wires", WireShape.values(), memory.get().hand().wires(), WireShape.CURVED, Hand::withWires);
    }

    private void addSnap() {
        addNamed("settings.snap", Habits.Snap.values(), memory.get().hand().snap(), Habits.STANDARD.snap(), Hand::withSnap);
    }

    private <T extends Enum<T>> void addNamed(String code, T[] all, @Nullable String now, T usual, BiFunction<Hand, String, Hand> with) {
        Segments<T> segments = new Segments<>(Arrays.stream(all).map(one -> {
            String name = words.say(code + "." + one.name().toLowerCase(Locale.ROOT));
            return new Segments.Choice<>(one, null, name, name);
        }).toList(), one -> {
            memory.change(s -> s.with(with.apply(s.hand(), one.name())));
            consequences.handChanged();
        });
        segments.showValue(Arrays.stream(all).filter(one -> one.name().equals(now)).findFirst().orElse(usual));
        row(code, segments, segments);
    }
}
