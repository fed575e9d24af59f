package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.LinkEdit;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Position;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.List;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wires that convert what they bring. */
class ConversionGesturesTest {

    private static final InputRef MASK = InputRef.of("only", "mask");

    private Hands hands;

    @BeforeEach
    void open() throws Exception {
        hands = new Hands(Document.EMPTY.with(Node.of("load", "load-picture").at(Position.ORIGIN))
                .with(Node.of("only", "set-latent-noise-mask").at(new Position(400, 0))).with(Node.of("scale", "image-scale").at(new Position(400, 300))));
    }

    private Wire wire(InputRef to) {
        return hands.view().scene().wire(to).orElseThrow();
    }

    private List<JMenuItem> conversions(InputRef to) {
        JMenu menu = ConversionMenu.of(wire(to), hands.view()).orElseThrow();
        return Arrays.stream(menu.getMenuComponents()).filter(JMenuItem.class::isInstance).map(JMenuItem.class::cast).toList();
    }

    @Test
    void a_picture_drawn_to_a_mask_becomes_one_by_its_brightness_and_the_wire_s_menu_chooses_otherwise() throws Exception {
        hands.swipe(hands.output("load", "picture"), hands.socket("only", "mask"), MouseEvent.BUTTON1, 0);
        assertThat(hands.document().node(new NodeId("only")).orElseThrow().conversion("mask")).contains("luminance");
        assertThat(wire(MASK).converts()).isTrue();
        assertThat(conversions(MASK)).extracting(JMenuItem::getText).containsExactly("As it comes", "Mask of the bright parts", "Mask of the opaque parts");
        assertThat(conversions(MASK)).filteredOn(JMenuItem::isSelected).extracting(JMenuItem::getText).containsExactly("Mask of the bright parts");
        Hands.onEdt(() -> conversions(MASK).get(2).doClick());
        assertThat(hands.edits().getLast()).isEqualTo(new LinkEdit.Convert(MASK, "alpha"));
    }

    @Test
    void a_batch_is_taken_by_the_piece() throws Exception {
        InputRef image = InputRef.of("scale", "image");
        hands.swipe(hands.output("load", "picture"), hands.socket("scale", "image"), MouseEvent.BUTTON1, 0);
        assertThat(wire(image).converts()).isFalse();
        Hands.onEdt(() -> conversions(image).get(3).doClick());
        assertThat(hands.document().node(new NodeId("scale")).orElseThrow().conversion("image")).contains("last");
        assertThat(wire(image).converts()).as("marked").isTrue();
        Hands.onEdt(() -> conversions(image).getFirst().doClick());
        assertThat(wire(image).converts()).isFalse();
    }

    @Test
    void a_wire_drawn_by_keys_converts_as_one_drawn_by_hand() throws Exception {
        hands.select("only");
        hands.key("W");
        JMenu mask = (JMenu) hands.menuItems().filter(i -> i instanceof JMenu && i.getText().startsWith("Mask")).findFirst().orElseThrow();
        Hands.onEdt(() -> mask.getItem(0).doClick());
        assertThat(hands.document().node(new NodeId("only")).orElseThrow().conversion("mask")).contains("luminance");
        assertThat(wire(MASK).converts()).isTrue();
    }
}
