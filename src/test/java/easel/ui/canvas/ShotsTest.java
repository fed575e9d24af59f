package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Value;
import easel.platform.Language;
import easel.run.RunEvent;
import easel.ui.task.Edt;
import easel.ui.theme.Appearance;
import easel.ui.theme.Tone;
import java.awt.Graphics2D;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The canvas in its main states, in both themes and languages; the pictures lie in {@code target/canvas}. */
class ShotsTest {

    @ParameterizedTest
    @CsvSource({"dark,en,1,0", "light,en,1,0", "dark,zh,2,1", "light,zh,2,1", "dark,en,1,0.5", "light,en,1.5,0.3", "dark,en,1,2"})
    void paints_every_state(String theme, String tag, double scale, double zoom) throws Exception {
        Language language = tag.equals("zh") ? Language.CHINESE : Language.ENGLISH;
        CanvasShot shot = new CanvasShot(1600, 1000, scale, theme.equals("dark"), language,
                zoom == 0 ? OptionalDouble.empty() : OptionalDouble.of(zoom), List.of(new NodeId("sampler")));
        BufferedImage image = shot.of(Example.document(), view -> {
            for (RunEvent.NodeChanged changed : Example.states()) {
                view.tell(changed);
            }
            view.showNews();
            view.setKeys(java.util.Map.of(new NodeId("batch"), new easel.run.Key("other")));
        });
        Path file = Path.of("target/canvas", "%s-%s-%s-%s.png".formatted(theme, tag, scale, zoom));
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        assertThat(image.getWidth()).isEqualTo((int) (1600 * scale));
    }

    /** How many lines of words stand in a field of the only node, and what is told there. */
    private static int lines(Document document, double scale, String told) throws Exception {
        int[] box = new int[4];
        BufferedImage image = new CanvasShot(400, 500, scale, true, Language.ENGLISH, OptionalDouble.of(1), List.of()).of(document, view -> {
            NodeView node = view.scene().nodes().iterator().next();
            assertThat(node.words()).isEqualTo(told);
            view.fitAll();
            view.zoomTo(1);
            NodeLayout.Box field = node.layout().fields().getFirst().box();
            box[0] = (int) Math.round((view.camera().x() + node.x() + field.x() + 3) * scale);
            box[1] = (int) Math.round((view.camera().y() + node.y() + field.y() + 3) * scale);
            box[2] = (int) Math.round((field.width() - 6) * scale);
            box[3] = (int) Math.round((field.height() - 5) * scale);
        });
        int lines = 0;
        boolean was = false;
        for (int y = box[1]; y < box[1] + box[3]; y++) {
            boolean ink = false;
            for (int x = box[0] + 1; x < box[0] + box[2]; x++) {
                ink |= image.getRGB(x, y) != image.getRGB(box[0], box[1]);
            }
            lines += ink && !was ? 1 : 0;
            was = ink;
        }
        return lines;
    }

    @org.junit.jupiter.api.Test
    void words_have_as_many_lines_at_every_scale_and_what_value_nodes_tell_is_painted_without_a_run() throws Exception {
        String words = "on ".repeat(200);
        Document document = Document.EMPTY.with(Node.of("joined", "join-text").with("string_a", Value.of(words)).with("string_b", Value.of("!")));
        for (double scale : new double[] {1, 1.25, 1.5, 2}) {
            assertThat(lines(document, scale, words + "!")).as("at " + scale).isEqualTo(4);
        }
    }

    /** Whether the right end of a node's field is in the colour of units. */
    private static boolean saysUnit(String type, String parameter, Value value) throws Exception {
        Node node = Node.of("it", type).with(parameter, value);
        int[] box = new int[4];
        int[] inks = new int[2];
        BufferedImage image = new CanvasShot(1200, 1200, 1, true, Language.ENGLISH, OptionalDouble.of(2), List.of()).of(
                Document.EMPTY.with(node), view -> {
            NodeView shown = view.scene().nodes().iterator().next();
            view.fitAll();
            view.zoomTo(2);
            NodeLayout.Box field = shown.layout().fields().stream().filter(f -> f.parameter().name().equals(parameter)).findFirst().orElseThrow().box();
            box[0] = (int) (view.camera().x() + (shown.x() + field.x()) * 2);
            box[1] = (int) (view.camera().y() + (shown.y() + field.y()) * 2);
            box[2] = field.width() * 2;
            box[3] = field.height() * 2;
            inks[0] = Tone.HINT.color().getRGB();
            inks[1] = Tone.TEXT.color().getRGB();
        });
        // Edges of brighter letters pass through the colour of units, too.
        int from = box[0] + box[2] - 36;
        int to = box[0] + box[2] - 6;
        Set<Integer> seen = IntStream.range(box[1] + 4, box[1] + box[3] - 4).flatMap(y -> IntStream.range(from, to).map(x -> image.getRGB(x, y))).boxed()
                .collect(Collectors.toSet());
        return seen.contains(inks[0]) && !seen.contains(inks[1]);
    }

    @org.junit.jupiter.api.Test
    void a_number_in_a_node_says_what_it_counts_where_there_is_room_and_its_label_does_not() throws Exception {
        assertThat(saysUnit("sampler", "width", Value.of(512))).isTrue();
        assertThat(saysUnit("sampler", "steps", Value.of(20))).isFalse();
        assertThat(saysUnit("sampler", "cfg", Value.of(7))).isFalse();
        assertThat(saysUnit("regional-prompt", "left", Value.of(20))).isTrue();
    }

    /** A wire over what it fits, over what it does not, the search, nodes in every mode. */
    @ParameterizedTest
    @CsvSource({"dark,en,1", "light,en,1", "dark,zh,2", "light,en,2"})
    void paints_what_hands_do(String theme, String tag, double scale) throws Exception {
        Language language = tag.equals("zh") ? Language.CHINESE : Language.ENGLISH;
        Document document = new Edit.SetColour(Set.of(new NodeId("again")), NodeDeeds.Colour.GREEN.code()).on(Example.document());
        shot(theme, tag, scale, "wire", language, document, view -> {
            press(view, Plug.of(view.scene().node(new NodeId("negative")).orElseThrow()).getLast());
            drag(view, 1060, 110);
        });
        shot(theme, tag, scale, "refused", language, document, view -> {
            press(view, Plug.of(view.scene().node(new NodeId("model")).orElseThrow()).getLast());
            drag(view, 640, 110);
        });
        shot(theme, tag, scale, "search", language, document, view -> {
            press(view, Plug.of(view.scene().node(new NodeId("model")).orElseThrow()).getLast());
            drag(view, 900, 560);
            view.sheet().dispatchEvent(new MouseEvent(view.sheet(), MouseEvent.MOUSE_RELEASED, 0, 0, 900, 560, 1, false, MouseEvent.BUTTON1));
        });
    }

    private static void press(CanvasView view, Plug plug) {
        Camera camera = view.camera();
        int x = (int) Math.round(camera.x() + plug.x() * camera.zoom());
        int y = (int) Math.round(camera.y() + plug.y() * camera.zoom());
        view.sheet().dispatchEvent(new MouseEvent(view.sheet(), MouseEvent.MOUSE_PRESSED, 0, InputEvent.BUTTON1_DOWN_MASK, x, y, 1, false, MouseEvent.BUTTON1));
        drag(view, x + 20, y + 20);
    }

    private static void drag(CanvasView view, int x, int y) {
        view.sheet().dispatchEvent(new MouseEvent(view.sheet(), MouseEvent.MOUSE_DRAGGED, 0, InputEvent.BUTTON1_DOWN_MASK, x, y, 0, false, 0));
    }

    private static void shot(String theme, String tag, double scale, String name, Language language, Document document, Consumer<CanvasView> deed) throws Exception {
        BufferedImage image = new BufferedImage((int) (1280 * scale), (int) (800 * scale), BufferedImage.TYPE_INT_RGB);
        Edt.get(() -> {
            Appearance.wear(theme.equals("dark"));
            CanvasView view = new CanvasView(language, _ -> {}, true);
            view.setSize(1280, 800);
            CanvasShot.layOut(view);
            view.show(document);
            deed.accept(view);
            CanvasShot.layOut(view.sheet());
            Graphics2D g = image.createGraphics();
            g.scale(scale, scale);
            view.paint(g);
            g.dispose();
            return null;
        });
        Path file = Path.of("target/canvas", "hands-%s-%s-%s-%s.png".formatted(theme, tag, scale, name));
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
        assertThat(file).isNotEmptyFile();
    }
}
