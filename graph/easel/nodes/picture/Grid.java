package easel.nodes.picture;

import easel.format.ContactSheet;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Batch;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import java.util.Collections;
import java.util.List;

/** A batch of pictures on one sheet in columns and rows, with labels: {@link ContactSheet}, which shrinks what does not fit. */
public final class Grid extends Node {

    /** What a sheet has room for in one direction. */
    private static final int MOST = 100;

    private final In<Batch> pictures = wholeIn("pictures", Port.IMAGE);
    private final Param<Integer> columns = whole("columns", 0, new Rule.Whole(0, MOST, 1, Rule.Unit.NONE));
    private final Param<String> title = words("title", "", 1000);
    private final Param<String> columnLabels = words("column_labels", "", 100_000);
    private final Param<String> rowLabels = words("row_labels", "", 100_000);
    private final Out<Image> sheet = out("sheet", Port.IMAGE);

    public Grid() {
        super("grid", Schema.Kind.PICTURE);
    }

    @Override
    protected int version() {
        return 2;   // cells without a picture are paper
    }

    @Override
    public void run(Run run) {
        List<Object> all = run.get(pictures).values();
        int wide = run.get(columns) == 0 ? (int) Math.ceil(Math.sqrt(all.size())) : run.get(columns);
        int high = (all.size() + wide - 1) / wide;
        if (wide > MOST || high > MOST) {
            throw Unfoldable.at(columns.name(), Problem.Code.TOO_MANY_ON_A_SHEET, all.size(), MOST);
        }
        ContactSheet.Heading x = new ContactSheet.Heading("", labels(run.get(columnLabels), wide));
        ContactSheet.Heading y = new ContactSheet.Heading("", labels(run.get(rowLabels), high));
        run.give(sheet, new Image(ContactSheet.of(run.get(title), x, y, (column, row) -> {
            int at = row * wide + column;
            return at < all.size() ? new ContactSheet.Content.Shown(((Image) all.get(at)).picture()) : new ContactSheet.Content.Said("");
        }), null));
    }

    /** One a line; those that are missing are empty. */
    private static List<String> labels(String lines, int count) {
        List<String> all = new java.util.ArrayList<>(lines.isEmpty() ? List.of() : lines.lines().limit(count).toList());
        all.addAll(Collections.nCopies(count - all.size(), ""));
        return all;
    }
}
