package easel.ui.formeditor;

import easel.graph.Control;
import easel.graph.Rule;
import easel.graph.Value;
import easel.ui.form.FormContext;
import java.util.List;
import java.util.Optional;

/** How a line can show what it sets; which of these a person may choose from, the parameter's rule says. */
enum Kind {
    SLIDER("form-editor.kind.slider"),
    NUMBER("form-editor.kind.number"),
    CHOICE("form-editor.kind.choice"),
    LINE("form-editor.kind.line"),
    LINES("form-editor.kind.lines"),
    SWITCH("form-editor.kind.switch"),
    SEED("form-editor.kind.seed"),
    PICTURE("form-editor.kind.picture"),
    MASK("form-editor.kind.mask"),
    MODEL("form-editor.kind.model"),
    FILE("form-editor.kind.file");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    /** The code of its name. */
    String code() {
        return code;
    }

    /** Those that suit a rule, the plainest first. */
    static List<Kind> of(Rule rule) {
        return switch (rule) {
            case Rule.Words _ -> List.of(LINE, LINES, CHOICE);
            case Rule.Whole _, Rule.Real _ -> List.of(SLIDER, NUMBER, CHOICE);
            case Rule.Truth _ -> List.of(SWITCH, CHOICE);
            case Rule.Choice _ -> List.of(CHOICE);
            case Rule.Seed _ -> List.of(SEED);
            case Rule.File file when file.of() == Rule.File.Of.PICTURE -> List.of(PICTURE, FILE);
            case Rule.File file when file.of() == Rule.File.Of.CHECKPOINT -> List.of(MODEL, FILE);
            case Rule.File _, Rule.Folder _ -> List.of(FILE);
            case Rule.Shapes _ -> List.of(MASK);
        };
    }

    /** The kind that a control of a parameter is; empty for one that is no choice of a person. */
    static Optional<Kind> of(Control control, Rule rule) {
        boolean file = rule instanceof Rule.File || rule instanceof Rule.Folder;
        return Optional.ofNullable(switch (control) {
            case Control.Words words -> file ? FILE : words.lines() ? LINES : LINE;
            case Control.Number number -> number.slider() ? SLIDER : NUMBER;
            case Control.Choice _ -> CHOICE;
            case Control.Switch _ -> SWITCH;
            case Control.Seed _ -> SEED;
            case Control.Picture _ -> PICTURE;
            case Control.Mask _ -> MASK;
            // Saved when more than checkpoints were shown as models; it looks like any file now.
            case Control.Model _ -> of(rule).contains(MODEL) ? MODEL : FILE;
            case Control.Count _, Control.Socket _, Control.Foreign _ -> null;
        });
    }

    /**
     * A control of this kind.
     *
     * @param before what it takes the place of: bounds stay
     * @param now    what the parameter holds, the first of a drop-down's choices
     */
    Control control(FormContext context, Control before, Rule rule, Value now) {
        Control usual = Control.of(rule);
        Control.Number bounds = before instanceof Control.Number number ? number : usual instanceof Control.Number number ? number : new Control.Number(0, 1, 1);
        return switch (this) {
            case SLIDER, NUMBER -> new Control.Number(bounds.least(), bounds.most(), bounds.step(), this == SLIDER);
            case CHOICE -> rule instanceof Rule.Choice ? new Control.Choice(List.of()) : new Control.Choice(Options.of(context, rule, now));
            case LINE, FILE -> new Control.Words(false);
            case LINES -> new Control.Words(true);
            case SWITCH -> new Control.Switch();
            case SEED -> new Control.Seed();
            case PICTURE -> new Control.Picture();
            case MASK -> new Control.Mask();
            case MODEL -> new Control.Model();
        };
    }
}
