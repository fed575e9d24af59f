package easel.ui.canvas;

import easel.graph.Conversion;
import easel.graph.LinkEdit;
import easel.graph.SocketType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import org.jspecify.annotations.Nullable;

/** How a wire converts what it brings; nothing where there is no choice. */
final class ConversionMenu {

    /** What comes in batches. */
    private static final Set<SocketType> IN_BATCHES = Set.of(SocketType.Known.IMAGE, SocketType.Known.MASK, SocketType.Known.LATENT);

    private ConversionMenu() {}

    static Optional<JMenu> of(Wire wire, CanvasView view) {
        SocketType comes = wire.type();
        SocketType wanted = wire.to().layout().typeOf(wire.input().input());
        List<Conversion> ways = Conversion.between(comes, wanted).stream().filter(c -> !c.silent() && (!c.chooses() || IN_BATCHES.contains(comes))).toList();
        @Nullable String now = wire.to().node().conversions().get(wire.input().input());
        if (ways.isEmpty() && now == null) {
            return Optional.empty();
        }
        JMenu menu = new JMenu(view.scene().say().words("menu.conversion"));
        menu.add(item("conversion.as-it-comes", null, now, wire, view));
        menu.addSeparator();
        for (Conversion way : ways) {
            menu.add(item("conversion." + way.id(), way.id(), now, wire, view));
        }
        return Optional.of(menu);
    }

    private static JMenuItem item(String words, @Nullable String id, @Nullable String now, Wire wire, CanvasView view) {
        JMenuItem item = new JRadioButtonMenuItem(view.scene().say().words(words), java.util.Objects.equals(id, now));
        item.addActionListener(_ -> view.edit(new LinkEdit.Convert(wire.input(), id)));
        return item;
    }
}
