package easel.ui.desk;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.InputRef;
import easel.graph.SeedMode;
import easel.graph.Value;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The seeds of the workflow in front. A number drawn for one that stays random is no step of its own. On the EDT. */
public final class Seeds {

    private final Desk desk;
    private final boolean shown;

    /** @param shown whether it is about what is seen at the level where one is, rather than the whole document */
    Seeds(Desk desk, boolean shown) {
        this.desk = desk;
        this.shown = shown;
    }

    private Document document() {
        return shown ? desk.shown() : desk.document();
    }

    /** The seed a field holds. */
    public Value.Seed of(Field field) {
        return seed(FormFields.value(document(), field));
    }

    /** Draws another seed into a field now, and leaves its rule as it is. */
    public void draw(Field field) {
        Value.Seed next = of(field).drawn(any());
        put(next, FormFields.set(field, next), List.of(field.name(), field.targets()));
    }

    /** Gives a seed of a node another number, and leaves its rule as it is. */
    public void draw(InputRef parameter) {
        Value.Seed next = seed(FormFields.value(document(), parameter)).drawn(any());
        put(next, new Edit.SetParameter(parameter, next), null);
    }

    private void put(Value.Seed next, Edit edit, @Nullable Object key) {
        boolean fixed = next.mode() == SeedMode.FIXED;
        if (shown && fixed) {
            desk.edit(desk.front(), desk.front().level(), edit, key);
        } else if (shown) {
            desk.amendShown(edit);
        } else if (fixed) {
            desk.edit(edit, key);
        } else {
            desk.amend(edit);
        }
    }

    private static long any() {
        return ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE);
    }

    private static Value.Seed seed(Optional<Value> value) {
        return value.filter(Value.Seed.class::isInstance).map(Value.Seed.class::cast).orElse(Value.Seed.random());
    }
}
