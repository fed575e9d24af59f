package easel.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change to the form: its fields and its outlets. */
public sealed interface FormEdit extends Edit {

    /** Adds a field before the one that is at that place; one whose name is taken stays out. */
    record AddField(Field field, int place) implements FormEdit {
        @Override
        public Document on(Document d) {
            return d.form().field(field.name()).isPresent() ? d : d.with(d.form().withFields(with(d.form().fields(), field, place)));
        }
    }

    /** Takes a field away; what it set stays set. */
    record RemoveField(String name) implements FormEdit {
        @Override
        public Document on(Document d) {
            return d.form().field(name).isEmpty() ? d
                    : d.with(d.form().withFields(d.form().fields().stream().filter(f -> !f.name().equals(name)).toList()));
        }
    }

    /** Has fields set no more what is not there; one that is left with nothing to set goes. */
    record RemoveLost() implements FormEdit {
        @Override
        public Document on(Document d) {
            return d.with(d.form().withFields(d.form().fields().stream().filter(f -> f.isAlive(d))
                    .map(f -> f.setting(f.targets().stream().filter(t -> d.node(t.node()).isPresent()).toList())).toList()));
        }
    }

    /** Moves a field to a place among the others. */
    record MoveField(String name, int place) implements FormEdit {
        @Override
        public Document on(Document d) {
            Optional<Field> field = d.form().field(name);
            return field.isEmpty() ? d : new AddField(field.get(), place).on(new RemoveField(name).on(d));
        }
    }

    /** Puts another field in place of one; another name must not be taken. */
    record ChangeField(String name, Field field) implements FormEdit {
        @Override
        public Document on(Document d) {
            if (!field.name().equals(name) && d.form().field(field.name()).isPresent()) {
                return d;
            }
            return d.with(d.form().withFields(d.form().fields().stream().map(f -> f.name().equals(name) ? field : f).toList()));
        }
    }

    /** Adds an outlet before the one that is at that place; one whose name is taken stays out. */
    record AddOutlet(Outlet outlet, int place) implements FormEdit {
        @Override
        public Document on(Document d) {
            return d.form().outlet(outlet.name()).isPresent() ? d : d.with(d.form().withOutlets(with(d.form().outlets(), outlet, place)));
        }
    }

    /** Takes an outlet away. */
    record RemoveOutlet(String name) implements FormEdit {
        @Override
        public Document on(Document d) {
            return d.form().outlet(name).isEmpty() ? d
                    : d.with(d.form().withOutlets(d.form().outlets().stream().filter(o -> !o.name().equals(name)).toList()));
        }
    }

    /** Moves an outlet to a place among the others. */
    record MoveOutlet(String name, int place) implements FormEdit {
        @Override
        public Document on(Document d) {
            Optional<Outlet> outlet = d.form().outlet(name);
            return outlet.isEmpty() ? d : new AddOutlet(outlet.get(), place).on(new RemoveOutlet(name).on(d));
        }
    }

    /** Puts another outlet in place of one; another name must not be taken. */
    record ChangeOutlet(String name, Outlet outlet) implements FormEdit {
        @Override
        public Document on(Document d) {
            if (!outlet.name().equals(name) && d.form().outlet(outlet.name()).isPresent()) {
                return d;
            }
            return d.with(d.form().withOutlets(d.form().outlets().stream().map(o -> o.name().equals(name) ? outlet : o).toList()));
        }
    }

    private static <T> List<T> with(List<T> all, T one, int place) {
        List<T> more = new ArrayList<>(all);
        more.add(Math.clamp(place, 0, all.size()), one);
        return more;
    }
}
