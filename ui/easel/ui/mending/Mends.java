package easel.ui.mending;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Level;
import easel.graph.NodeId;
import easel.graph.Position;
import easel.graph.Problem;
import easel.graph.Remedy;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.ui.desk.FormFields;
import easel.ui.form.FileChoices;
import easel.ui.form.FormContext;
import easel.ui.form.NodeFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JComponent;

/** Buttons that mend a problem of the workflow in front, the likeliest first; none where only a person can. */
public final class Mends {

    /** More of them would push the other ways to mend it out of sight. */
    private static final int NAMESAKES = 2;

    private final FormContext context;
    private final Function<NodeId, Position> beside;
    private final JComponent over;

    /**
     * @param beside where a node goes that is joined to one
     * @param over   what a dialog belongs to
     */
    public Mends(FormContext context, Function<NodeId, Position> beside, JComponent over) {
        this.context = context;
        this.beside = beside;
        this.over = over;
    }

    /** The buttons for a problem of a document. */
    public List<JButton> of(Document document, Problem problem) {
        List<JButton> buttons = new ArrayList<>();
        List<Remedy> remedies = Remedy.of(problem, document, Catalogue::schema, beside);
        for (int i = 0; i < remedies.size(); i++) {
            Remedy remedy = remedies.get(i);
            int which = i;
            String code = "remedy." + remedy.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            buttons.add(button(code, () -> mend(problem, which), named(document, remedy)));
        }
        NodeId node = problem.node();
        if (node != null && (problem.code() == Problem.Code.WRONG_INSIDE || problem.code() == Problem.Code.ODD_INSIDE)) {
            buttons.add(button("remedy.go-inside", () -> context.desk().go(context.level().get().into(node))));
        }
        file(document, problem).ifPresent(wanted -> document.value(wanted).ifPresent(missing -> {
            namesakes(document, wanted).forEach(name -> buttons.add(button("mend.use-namesake", () -> setAll(missing, name), name)));
            buttons.add(button("remedy.choose-file", () -> choose(wanted, file -> set(wanted, file))));
            int sharing = sharing(missing).size();
            if (sharing > 1) {
                buttons.add(button("remedy.choose-for-all", () -> choose(wanted, file -> setAll(missing, file)), sharing));
            }
            if (isModel(document, wanted)) {
                buttons.add(button("mend.use-starter", () -> setAll(missing, FormFields.STARTER)));
            }
        }));
        return buttons;
    }

    private Object[] named(Document document, Remedy remedy) {
        return switch (remedy.kind()) {
            case JOIN -> new Object[] {document.node(new NodeId(remedy.about()))
                    .map(n -> n.title().isEmpty() ? NodeFields.title(document, n.type(), context.language()) : n.title()).orElse(remedy.about())};
            case ADD_NODE -> new Object[] {NodeFields.title(document, remedy.about(), context.language())};
            case ADD_DECODE, REMOVE_LINK, RESET_VALUE, REMOVE_NODE, REMOVE_FIELD, REMOVE_FIELDS, CONVERT, TAKE_AS_IT_COMES, ONLY_MASKED, FIX_SEED -> new Object[0];
        };
    }

    private JButton button(String code, Runnable deed, Object... arguments) {
        JButton button = new JButton(context.say(code, arguments));
        button.setName(code);
        button.putClientProperty("FlatLaf.style", "font: $small.font; margin: 1,8,1,8; minimumHeight: 22");
        button.addActionListener(_ -> deed.run());
        return button;
    }

    /** By the document of now: it may be another than when the button was made. */
    private void mend(Problem problem, int which) {
        List<Remedy> now = Remedy.of(problem, context.document(), Catalogue::schema, beside);
        if (which < now.size()) {
            context.edit(now.get(which).edit(), null);
        }
    }

    /** The parameter that names a file which is not there. */
    private static Optional<InputRef> file(Document document, Problem problem) {
        boolean about = switch (problem.code()) {
            case MISSING_MODEL, UNFIT_MODEL, NO_SUCH_FILE, NOT_A_FILE, UNFIT_PICTURE, UNREADABLE_FILE -> true;
            default -> false;
        };
        return about && problem.node() != null && problem.input() != null && document.node(problem.node()).isPresent()
                ? Optional.of(new InputRef(problem.node(), problem.input()))
                        .filter(i -> SharedFile.parameter(document, i).map(Schema.Parameter::rule)
                        .filter(Rule.File.class::isInstance).isPresent()) : Optional.empty();
    }

    /** Models that lie in other folders than the name says: other people sort theirs otherwise. */
    private List<String> namesakes(Document document, InputRef wanted) {
        String now = document.value(wanted).filter(Value.Text.class::isInstance).map(v -> ((Value.Text) v).text()).orElse("");
        return SharedFile.parameter(document, wanted).map(Schema.Parameter::rule).filter(Rule.File.class::isInstance)
                .map(rule -> context.desk().models().of(((Rule.File) rule).of()).stream().filter(name -> !name.equals(now) && last(name).equals(last(now)))
                        .limit(NAMESAKES).toList()).orElse(List.of());
    }

    private static String last(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isModel(Document document, InputRef input) {
        return SharedFile.parameter(document, input).map(p -> Control.of(p.rule())).filter(Control.Model.class::isInstance).isPresent();
    }

    private SharedFile sharing(Value missing) {
        return SharedFile.in(context.desk().document(), missing);
    }

    private void choose(InputRef wanted, Consumer<String> then) {
        Document document = context.document();
        Optional<Schema.Parameter> parameter = SharedFile.parameter(document, wanted);
        String now = document.value(wanted).filter(Value.Text.class::isInstance).map(v -> ((Value.Text) v).text()).orElse("");
        parameter.flatMap(p -> new FileChoices(context, p.rule(), false).ask(over, now)).ifPresent(then);
    }

    private void set(InputRef wanted, String file) {
        context.change(new Edit.SetParameters(Map.of(wanted, Value.of(file))), null);
    }

    /** Wherever in the workflow the file is named, as one step. */
    private void setAll(Value missing, String file) {
        sharing(missing).becoming(Value.of(file)).ifPresent(edit -> context.at(Level.TOP).change(edit, null));
    }
}
