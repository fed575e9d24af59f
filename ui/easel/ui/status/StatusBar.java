package easel.ui.status;

import easel.engine.Device;
import easel.engine.IdleGraphics;
import easel.engine.Phase;
import easel.platform.Home;
import easel.platform.Language;
import easel.platform.Processor;
import easel.platform.Words;
import easel.ui.action.Actions;
import easel.ui.action.UserAction;
import easel.ui.desk.Desk;
import easel.ui.desk.FormFields;
import easel.ui.desk.Notice;
import easel.ui.desk.RunView;
import easel.ui.settings.Machine;
import easel.ui.task.Task;
import easel.ui.theme.Hairline;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import java.awt.Dimension;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** The status bar. */
public final class StatusBar extends JPanel {

    private static final long serialVersionUID = 1;

    /** Long enough to read a sentence twice. */
    private static final int NOTICE_MS = 8000;

    /** A long sentence is read whole as long as it stands: what stands there always makes room, one thing after the other. */
    private static final String COLUMNS = "[shrinkprio 210][shrinkprio 230][shrinkprio 240][grow,fill][shrinkprio 220][]4[]4[shrinkprio 200]";

    private final transient Desk desk;
    private final transient Words words;
    private final transient Language language;
    private final JLabel device = new JLabel(Icons.PROCESSOR.at(12));
    private final JLabel model = new JLabel();
    private final JLabel memory = new JLabel();
    private final JLabel notice = new JLabel();
    private final JLabel nodes = new JLabel();
    private final JButton queue;
    private final JButton problems;
    private final JButton folder;
    private final Timer timer = new Timer(NOTICE_MS, _ -> showNotice(""));
    private long memoryBytes = -1;
    /** What the line says when there is nothing else to say. */
    private String resting = "";
    /** What the engine took of itself; empty as long as it was not asked. */
    private transient List<Device> devices = List.of();

    public StatusBar(Desk desk, Words words, Language language, Actions actions) {
        super(new MigLayout("insets 0 12 0 4, gap 16, novisualpadding, hidemode 3, fill", COLUMNS, "[center]"));
        this.desk = desk;
        this.words = words;
        this.language = language;
        setBorder(new Hairline(1, 0, 0, 0));
        device.setName("device");
        device.setIconTextGap(6);
        folder = button(actions, UserAction.OPEN_PICTURE_FOLDER);
        folder.setName("folder");
        queue = button(actions, UserAction.TOGGLE_QUEUE);
        queue.setName("queue.toggle");
        problems = button(actions, UserAction.TOGGLE_PROBLEMS);
        problems.setName("problems.toggle");
        problems.setVisible(false);
        for (JLabel label : new JLabel[] {device, model, memory, notice, nodes}) {
            label.putClientProperty("FlatLaf.style", "font: $small.font; foreground: $" + Tone.LABEL.key());
        }
        notice.putClientProperty("FlatLaf.style", "font: $small.font; foreground: $" + Tone.TEXT.key());
        notice.setHorizontalAlignment(JLabel.CENTER);
        notice.setName("notice");
        timer.setRepeats(false);
        add(device, "cell 0 0, wmin 0");
        add(model, "cell 1 0, wmin 0");
        add(memory, "cell 2 0, wmin 0");
        add(notice, "cell 3 0, wmin 0");
        nodes.setName("nodes");
        nodes.setVisible(false);
        add(nodes, "cell 4 0, wmin 0");
        add(problems, "cell 5 0, h 20!");
        add(queue, "cell 6 0, h 20!");
        add(folder, "cell 7 0, h 20!, wmin 40, wmax 420");
        refresh();
        rest(() -> IdleGraphics.ofBuild(Home.buildId()));
    }

    private static JButton button(Actions actions, UserAction action) {
        JButton button = new JButton(actions.of(action));
        button.setIcon(action.icon().at(12));
        button.setIconTextGap(6);
        button.putClientProperty("JButton.buttonType", "toolBarButton");
        button.putClientProperty("FlatLaf.style", "font: $small.font; foreground: $" + Tone.LABEL.key() + "; margin: 1,6,1,6");
        button.setToolTipText(actions.tooltip(action));
        return button;
    }

    /** The devices, once the engine runs: which of them works when nobody chose, and what of this machine it does not know. */
    public void showDevices(List<Device> there) {
        devices = List.copyOf(there);
        refresh();
        rest(() -> IdleGraphics.of(Home.buildId(), devices));
    }

    private void rest(Callable<Optional<IdleGraphics>> idle) {
        Task.of(idle).whenDone(this::showIdle);
    }

    /** Names the card that is there and not used, if there is one, whenever there is nothing else to say. */
    public void showIdle(Optional<IdleGraphics> idle) {
        resting = idle.map(i -> i.sentence(language)).orElse("");
        if (!timer.isRunning()) {
            showNotice("");
        }
    }

    /** Looks at the desk anew. */
    public void refresh() {
        Machine machine = desk.jobs().machine();
        int threads = machine.threads() == 0 ? Processor.physicalCores() : machine.threads();
        String works = machine.device() != null ? machine.device()
                : devices.stream().filter(d -> d.kind() == Device.Kind.GPU).findFirst().map(Device::name).orElse("CPU");
        device.setText(works.equals("CPU") ? words.say("status.cpu", threads)
                : devices.stream().filter(d -> d.name().equals(works)).findFirst().map(Device::description).orElse(works));
        String loaded = desk.jobs().loadedModel();
        model.setText(loaded == null ? engineState() : words.say("status.loaded", modelName(loaded)));
        model.setVisible(!model.getText().isEmpty());
        int waiting = Math.max(0, desk.jobs().queue().size() - 1);
        queue.setText(waiting == 0 ? words.say("queue.name") : words.say("status.queue", waiting));
        folder.setText(words.say("status.folder", shortened(desk.jobs().folder())));
        memory.setText(memoryBytes < 0 ? "" : words.say("status.memory", Math.round(memoryBytes / 1e6)));
        memory.setVisible(memoryBytes >= 0);
    }

    /** Shows how many nodes there are and how many are selected; a negative number shows nothing. */
    public void showNodes(int all, int selected) {
        nodes.setVisible(all >= 0);
        nodes.setText(selected > 0 ? words.say("status.nodes.selected", all, selected) : words.say("status.nodes", all));
    }

    /** Whether the button that says how many things are wrong has the keys. */
    public boolean isAtProblems() {
        return problems.isFocusOwner();
    }

    /** Shows how many things are wrong with the workflow; none shows nothing. */
    public void showProblems(int errors, int warnings) {
        int all = errors + warnings;
        problems.setVisible(all > 0);
        problems.setText(words.say("status.problems", all));
        problems.setIcon(Icons.PROBLEM.at(12, errors > 0 ? Tone.PROBLEM : Tone.WARNING));
    }

    private String engineState() {
        return desk.jobs().run() instanceof RunView.Working(var _, var progress, var _, var _, var _, var _, var _)
                && (progress.phase() == Phase.STARTING_ENGINE || progress.phase() == Phase.WAITING_FOR_ENGINE || progress.phase() == Phase.LOADING_MODEL)
                ? words.say("stage.phase." + progress.phase().name().toLowerCase(java.util.Locale.ROOT)) : "";
    }

    private String modelName(String model) {
        if (model.equals(FormFields.STARTER)) {
            return words.say("model.starter");
        }
        Path name = Path.of(model).getFileName();
        return name == null ? model : name.toString();
    }

    private static String shortened(Path folder) {
        Path home = Path.of(System.getProperty("user.home"));
        return folder.startsWith(home) && !folder.equals(home) ? "~" + folder.getFileSystem().getSeparator() + home.relativize(folder) : folder.toString();
    }

    /** Shows what the engine's process holds; negative if that is not known. */
    public void showMemory(long bytes) {
        if (bytes != memoryBytes) {
            memoryBytes = bytes;
            refresh();
        }
    }

    /** Says one calm line for a while; gives what it said. */
    public String say(Notice what) {
        Words from = what.inEngineRoom() ? Words.of(easel.engine.Failure.class, language) : words;
        String said = from.say(what.code(), what.arguments());
        showNotice(said);
        timer.restart();
        return said;
    }

    private void showNotice(String said) {
        String text = said.isEmpty() ? resting : said;
        notice.setText(text);
        notice.setToolTipText(text.isEmpty() ? null : text);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(100, 25);
    }
}
