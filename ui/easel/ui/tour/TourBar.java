package easel.ui.tour;

import easel.platform.Words;
import easel.ui.desk.Desk;
import easel.ui.settings.Memory;
import easel.ui.settings.Shown;
import easel.ui.theme.Hairline;
import easel.ui.theme.Icons;
import easel.ui.theme.Tone;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A line over the nodes: it offers the tour once, says what to try next, and can be sent away at any time. */
public final class TourBar extends JPanel {

    private static final long serialVersionUID = 1;

    private final transient Desk desk;
    private final transient Memory memory;
    private final transient Words words;
    private final transient Tour tour;
    private final transient String generateKey;
    private final JLabel sentence = new JLabel();
    private final JButton start;
    private final JButton away;

    /**
     * @param generateKey as it is printed on the keyboard
     * @param letGo       told when a button that had the keys may be gone
     */
    public TourBar(Desk desk, Memory memory, Words words, String generateKey, Runnable letGo) {
        super(new MigLayout("insets 6 12 6 12, gap 8, novisualpadding, fill, hidemode 3", "[grow,fill][][]", "[28!]"));
        this.desk = desk;
        this.memory = memory;
        this.words = words;
        this.generateKey = generateKey;
        tour = new Tour(desk, this::refresh);
        setName("tour");
        setBorder(new Hairline(0, 0, 1, 0));
        sentence.setName("tour.sentence");
        sentence.setIcon(Icons.EASEL.at(16, Tone.INK));
        sentence.setIconTextGap(8);
        start = button("tour.start", () -> {
            tour.begin();
            letGo.run();
        });
        away = button("tour.skip", () -> {
            memory.change(s -> s.with(new Shown(true)));
            tour.end();
            letGo.run();
        });
        add(sentence, "wmin 0");
        add(start, "h 28!");
        add(away, "h 28!");
        refresh();
    }

    @Override
    public void addNotify() {
        super.addNotify();
        desk.listen(tour);
    }

    @Override
    public void removeNotify() {
        desk.forget(tour);
        super.removeNotify();
    }

    private JButton button(String code, Runnable deed) {
        JButton button = new JButton(words.say(code));
        button.setName(code);
        button.addActionListener(_ -> deed.run());
        return button;
    }

    /** Begins the tour, from its first step. */
    public void begin() {
        tour.begin();
    }

    /** Looks anew at what is in front. */
    public void refresh() {
        Tour.Step step = tour.step();
        boolean offers = step == null && !memory.get().shown().tour() && !tour.isOn();
        setVisible(offers || step != null);
        start.setVisible(offers);
        String text = offers ? words.say("tour.offer") : step == null ? "" : words.say(step.code(), generateKey);
        sentence.setText(text);
        sentence.setToolTipText(text.isEmpty() ? null : text);
        away.setText(words.say(offers ? "tour.no" : step == Tour.Step.SEEN ? "tour.done" : "tour.skip"));
        getAccessibleContext().setAccessibleName(text);
        revalidate();
    }
}
