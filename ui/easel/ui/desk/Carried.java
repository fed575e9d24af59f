package easel.ui.desk;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.InputRef;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Types;
import easel.graph.Value;
import easel.nodes.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What goes along when a person goes from one preset to another: prompts, size, seed, start picture and model, where both have them. */
final class Carried {

    private static final List<Function<Document, Optional<Field>>> ROLES = List.of(
            document -> words(document, "prompt").or(() -> FormFields.form(document).fields().stream()
                    .filter(f -> f.control() instanceof Control.Words(boolean lines) && lines && !f.name().equals("negative")).findFirst()),
            document -> words(document, "negative"), FormFields::size, document -> FormFields.first(document, Control.Seed.class),
            document -> FormFields.first(document, Control.Picture.class), document -> FormFields.first(document, Control.Model.class));

    private Carried() {}

    private static Optional<Field> words(Document document, String name) {
        return FormFields.form(document).field(name).filter(f -> f.control() instanceof Control.Words);
    }

    /** The second document with what the first one holds in the same roles; what is not allowed there stays behind. */
    static Document over(Document from, Document to) {
        Document carried = to;
        for (Function<Document, Optional<Field>> role : ROLES) {
            Optional<Field> source = role.apply(from);
            Optional<Field> target = role.apply(to);
            if (source.isPresent() && target.isPresent() && source.get().targets().size() == target.get().targets().size()
                    && !isBeginning(from, source.get(), to, target.get())) {
                carried = carry(from, source.get(), carried, target.get());
            }
        }
        return carried;
    }

    /** Whether a picture that was there to be worked on would make another workflow, which can do without, begin with it. */
    private static boolean isBeginning(Document from, Field source, Document to, Field target) {
        return target.control() instanceof Control.Picture && FormFields.mayStayEmpty(to, target) && !FormFields.mayStayEmpty(from, source);
    }

    private static Document carry(Document from, Field source, Document to, Field target) {
        Types types = new Types(to, Catalogue::schema);
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < target.targets().size(); i++) {
            InputRef place = target.targets().get(i);
            Optional<Value> value = FormFields.value(from, source.targets().get(i));
            Optional<Rule> rule = to.node(place.node()).flatMap(n -> types.apply(n.type())).flatMap(s -> s.parameter(place.input())).map(Schema.Parameter::rule);
            if (value.isEmpty() || value.get().equals(Value.of("")) || rule.isEmpty() || !rule.get().allows(value.get())) {
                return to;
            }
            edits.add(new Edit.SetParameter(place, value.get()));
        }
        return to.form().withFollowing(new Edit.Together(edits), to).on(to);
    }
}
