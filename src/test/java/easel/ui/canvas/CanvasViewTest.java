package easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Phase;
import easel.graph.Check;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.OutputRef;
import easel.graph.Position;
import easel.graph.Size;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.nodes.Image;
import easel.platform.Language;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.Progress;
import easel.run.RunEvent;
import easel.ui.theme.Appearance;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the canvas shows and says of documents and runs; painted off screen. */
class CanvasViewTest {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;

    private final Document document = Example.document();
    private final List<Edit> edits = new ArrayList<>();
    private CanvasView view;

    @BeforeEach
    void open() throws Exception {
        view = onEdt(() -> {
            Appearance.wear(true);
            CanvasView made = new CanvasView(Language.ENGLISH, edits::add, true);
            made.setSize(WIDTH, HEIGHT);
            CanvasShot.layOut(made);
            made.show(document);
            return made;
        });
    }

    private static <T> T onEdt(Callable<T> what) throws Exception {
        FutureTask<T> task = new FutureTask<>(what);
        EventQueue.invokeAndWait(task);
        return task.get();
    }

    private static void run(Runnable what) throws Exception {
        EventQueue.invokeAndWait(what);
    }

    private BufferedImage painted() throws Exception {
        return onEdt(() -> {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            view.paint(g);
            g.dispose();
            return image;
        });
    }

    private void tell(RunEvent.NodeChanged... all) throws Exception {
        run(() -> {
            for (RunEvent.NodeChanged changed : all) {
                view.tell(changed);
            }
            view.showNews();
        });
    }

    private String spoken(String id) throws Exception {
        return onEdt(() -> {
            AccessibleContext sheet = view.sheet().getAccessibleContext();
            int index = new ArrayList<>(view.document().nodes()).indexOf(view.document().node(new NodeId(id)).orElseThrow());
            return sheet.getAccessibleChild(index).getAccessibleContext().getAccessibleName();
        });
    }

    private Map<NodeId, List<Double>> places() {
        Map<NodeId, List<Double>> places = new TreeMap<>();
        view.scene().nodes().forEach(n -> places.put(n.id(), List.of(n.x(), n.y(), (double) n.width(), (double) n.height())));
        return places;
    }

    @Test
    void nothing_moves_by_itself() throws Exception {
        Map<NodeId, List<Double>> before = places();
        tell(Example.states().toArray(RunEvent.NodeChanged[]::new));
        run(() -> view.setLanguage(Language.CHINESE));
        run(() -> view.show(new Edit.SetParameter(InputRef.of("prompt", "text"), Value.of("x\n".repeat(500))).on(document)));
        painted();
        assertThat(places()).isEqualTo(before);
    }

    @Test
    void a_node_has_the_size_its_document_gives_it() throws Exception {
        run(() -> view.show(document.mapNodes(Set.of(new NodeId("sampler")), n -> n.sized(new Size(400, 900)))));
        assertThat(onEdt(() -> view.size(new NodeId("sampler")))).contains(new Size(400, 900));
        run(() -> view.show(document.mapNodes(Set.of(new NodeId("sampler")), n -> n.sized(new Size(1, Double.NaN)))));
        assertThat(onEdt(() -> view.size(new NodeId("sampler"))).orElseThrow().width()).isEqualTo(144);
    }

    @Test
    void the_natural_size_keeps_room_for_the_picture() throws Exception {
        Size sampler = onEdt(() -> view.naturalSize("sampler"));
        assertThat(sampler.width()).isGreaterThanOrEqualTo(256);
        assertThat(sampler.height()).isGreaterThan(sampler.width() + 200);
        assertThat(onEdt(() -> view.size(new NodeId("sampler")))).contains(sampler);
    }

    @Test
    void an_edit_costs_what_it_changes() throws Exception {
        Set<NodeId> touched = new java.util.TreeSet<>();
        run(() -> {
            Document moved = document.mapNodes(Set.of(new NodeId("save")), n -> n.at(new Position(950, 10)));
            view.scene().show(moved, v -> touched.add(v.id()));
        });
        assertThat(touched).containsExactly(new NodeId("save"));
    }

    @Test
    void the_cells_are_where_the_nodes_are() throws Exception {
        run(() -> view.show(document.mapNodes(Set.of(new NodeId("save")), n -> n.at(new Position(950, 10)))));
        NodeView save = view.scene().node(new NodeId("save")).orElseThrow();
        assertThat(save.cell().getGeometry().getX()).isEqualTo(950);
        assertThat(save.cell().getEdgeCount()).isEqualTo(1);
        assertThat(save.cell().getParent()).isNotNull();
        run(() -> view.show(document.without(Set.of(new NodeId("save")))));
        assertThat(save.cell().getParent()).isNull();
    }

    @Test
    void says_what_a_node_is_and_does() throws Exception {
        tell(Example.states().toArray(RunEvent.NodeChanged[]::new));
        run(() -> view.setProblems(Check.of(document, Catalogue::schema)));
        assertThat(spoken("sampler")).isEqualTo("Sampler, running, step 7 of 20");
        assertThat(spoken("model")).isEqualTo("Load Checkpoint, from cache");
        assertThat(spoken("prompt")).isEqualTo("Prompt, done in 0.3 s");
        assertThat(spoken("save")).isEqualTo("Save Picture, waiting");
        assertThat(spoken("small")).startsWith("Save Picture, muted");
        assertThat(spoken("strange")).isEqualTo("upscale-by-magic, 1 problem");
        assertThat(spoken("passed")).isEqualTo("Sampler, 2 problems");
        run(() -> view.setLanguage(Language.CHINESE));
        assertThat(spoken("sampler")).isEqualTo("采样器，运行中，第 7 步，共 20 步");
        assertThat(view.sheet().getAccessibleContext().getAccessibleRole()).isEqualTo(AccessibleRole.CANVAS);
        assertThat(view.sheet().getAccessibleContext().getAccessibleChildrenCount())
                .isEqualTo(document.size() + document.groups().size());
    }

    @Test
    void a_result_of_another_key_is_outdated() throws Exception {
        tell(Example.changed("batch", new NodeState.Done(2, false, List.of(), null)));
        run(() -> view.setKeys(Map.of(new NodeId("batch"), new Key("kbatch"))));
        assertThat(spoken("batch")).isEqualTo("Save Picture, done in 2.0 s");
        run(() -> view.setKeys(Map.of(new NodeId("batch"), new Key("another"))));
        assertThat(spoken("batch")).isEqualTo("Save Picture, done in 2.0 s, outdated");
    }

    @Test
    void what_comes_while_the_document_has_become_another_is_held_against_no_old_key() throws Exception {
        run(() -> view.setKeys(Map.of(new NodeId("batch"), new Key("before the seed was drawn"))));
        run(view::expectOther);
        tell(Example.changed("batch", new NodeState.Done(2, false, List.of(), null)));
        assertThat(spoken("batch")).isEqualTo("Save Picture, done in 2.0 s");
        run(() -> view.show(document.withCount(3)));
        assertThat(spoken("batch")).as("until it is known").isEqualTo("Save Picture, done in 2.0 s");
        run(() -> view.setKeys(Map.of(new NodeId("batch"), new Key("another"))));
        assertThat(spoken("batch")).isEqualTo("Save Picture, done in 2.0 s, outdated");
    }

    @Test
    void of_much_news_the_latest_is_shown() throws Exception {
        Thread engine = new Thread(() -> {
            for (int step = 0; step <= 1000; step++) {
                view.tell(Example.changed("sampler", new NodeState.Running(new Progress(Phase.SAMPLING, step, 1000, 0.1, null))));
            }
        });
        engine.start();
        engine.join();
        long end = System.nanoTime() + 5_000_000_000L;
        while (!spoken("sampler").contains("1000 of 1000") && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(spoken("sampler")).isEqualTo("Sampler, running, step 1000 of 1000");
    }

    private List<String> fields(String id) {
        return view.scene().node(new NodeId(id)).orElseThrow().layout().fields().stream().map(f -> f.parameter().name()).toList();
    }

    @Test
    void what_most_people_never_touch_is_on_a_node_only_where_it_is_set_or_fed() throws Exception {
        assertThat(fields("model")).containsExactly("checkpoint");
        Document set = new Edit.SetParameter(InputRef.of("model", "taesd"), Value.of("small.safetensors")).on(document);
        run(() -> view.show(set));
        assertThat(fields("model")).containsExactly("checkpoint", "taesd");
        Document fed = new Edit.Connect(OutputRef.of("words", "text"), InputRef.of("model", "vae")).on(set.with(Node.of("words", "text")));
        run(() -> view.show(fed));
        assertThat(fields("model")).containsExactly("checkpoint", "vae", "taesd");
        run(() -> view.show(document));
        assertThat(fields("model")).containsExactly("checkpoint");
    }

    @Test
    void a_row_more_takes_from_the_picture_and_the_node_covers_nothing_below() throws Exception {
        Document bare = Document.EMPTY.with(Node.of("paint", "sampler"));
        run(() -> view.show(bare));
        NodeLayout before = view.scene().node(new NodeId("paint")).orElseThrow().layout();
        Document set = new Edit.SetParameter(InputRef.of("paint", "hires_steps"), Value.of(7)).on(bare);
        Document fed = new Edit.Connect(OutputRef.of("number", "number"), InputRef.of("paint", "hires_scale")).on(set.with(Node.of("number", "real-number")));
        run(() -> view.show(fed));
        NodeLayout after = view.scene().node(new NodeId("paint")).orElseThrow().layout();
        assertThat(after.fields().size()).isEqualTo(before.fields().size() + 2);
        assertThat(after.height()).isEqualTo(before.height());
        assertThat(after.picture().height()).isLessThan(before.picture().height());
        assertThat(after.picture().y() + after.picture().height()).as("inside").isEqualTo(before.picture().y() + before.picture().height());
        assertThat(after.fields().getLast().box().y() + after.fields().getLast().box().height()).isLessThan(after.picture().y());
    }

    @Test
    void the_result_fills_its_place() throws Exception {
        easel.engine.Picture red = easel.engine.Picture.of(8, 8, 3, bytes(8 * 8, 200, 10, 20));
        tell(Example.changed("sampler", new NodeState.Done(2, false, List.of(new Image(red, null)), null)));
        NodeView sampler = view.scene().node(new NodeId("sampler")).orElseThrow();
        NodeLayout.Box box = sampler.layout().picture();
        run(() -> view.setCamera(new Camera(1, 20 - 560, 20 - box.y())));
        BufferedImage image = painted();
        for (int[] corner : new int[][] {{0, 0}, {box.width() - 1, 0}, {0, box.height() - 1}, {box.width() - 1, box.height() - 1}}) {
            assertThat(new Color(image.getRGB(20 + box.x() + corner[0], 20 + corner[1]))).isEqualTo(new Color(200, 10, 20));
        }
        assertThat(new Color(image.getRGB(20 + box.x() - 1, 25))).isNotEqualTo(new Color(200, 10, 20));
    }

    @Test
    void the_picture_comes_back_with_the_node() throws Exception {
        easel.engine.Picture red = easel.engine.Picture.of(8, 8, 3, bytes(8 * 8, 200, 10, 20));
        easel.engine.Picture green = easel.engine.Picture.of(8, 8, 3, bytes(8 * 8, 10, 200, 20));
        tell(Example.changed("sampler", new NodeState.Done(2, false, List.of(new Image(red, null)), null)));
        run(() -> view.show(document.without(Set.of(new NodeId("sampler")))));
        run(() -> view.show(document));
        assertThat(spoken("sampler")).isEqualTo("Sampler, done in 2.0 s");
        assertThat(sampled()).isEqualTo(new Color(200, 10, 20));
        run(() -> view.show(document.without(Set.of(new NodeId("sampler")))));
        tell(Example.changed("sampler", new NodeState.Done(2, false, List.of(new Image(green, null)), null)));
        run(() -> view.show(document));
        assertThat(sampled()).as("what came while it was away").isEqualTo(new Color(10, 200, 20));
    }

    /** The colour in the middle of what the sampler gave. */
    private Color sampled() throws Exception {
        NodeView sampler = view.scene().node(new NodeId("sampler")).orElseThrow();
        NodeLayout.Box box = sampler.layout().picture();
        run(() -> view.setCamera(new Camera(1, 20 - sampler.x(), 20 - box.y())));
        return new Color(painted().getRGB(20 + box.x() + box.width() / 2, 20 + box.height() / 2));
    }

    private static byte[] bytes(int pixels, int... rgb) {
        byte[] samples = new byte[pixels * 3];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) rgb[i % 3];
        }
        return samples;
    }

    @Test
    void follows_the_theme_at_once() throws Exception {
        run(() -> view.setCamera(new Camera(0.3, 200, 200)));
        assertThat(painted().getRGB(2, 2) & 0xFFFFFF).isEqualTo(0x1A1A1A);
        run(() -> Appearance.wear(false));
        assertThat(painted().getRGB(2, 2) & 0xFFFFFF).isEqualTo(0xE8E8E8);
        run(() -> Appearance.wear(true));
        assertThat(painted().getRGB(2, 2) & 0xFFFFFF).isEqualTo(0x1A1A1A);
    }

    @Test
    void far_away_a_node_is_a_block_of_its_kind_s_colour() throws Exception {
        run(() -> view.setCamera(new Camera(0.25, 100, 100)));
        NodeView model = view.scene().node(new NodeId("model")).orElseThrow();
        int x = 100 + (int) (model.width() * 0.25) - 8;
        int y = 100 + (int) (model.height() * 0.25) - 4;
        assertThat(painted().getRGB(x, y) & 0xFFFFFF).isEqualTo(0x7E7CB4);
    }

    @Test
    void absurd_places_harm_nothing() throws Exception {
        Document absurd = document.mapNodes(Set.of(new NodeId("save")), n -> n.at(new Position(1e300, -1e300)))
                .mapNodes(Set.of(new NodeId("small")), n -> n.at(new Position(Double.NaN, Double.POSITIVE_INFINITY)));
        run(() -> {
            view.show(absurd);
            view.fitAll();
        });
        painted();
        NodeView sampler = view.scene().node(new NodeId("sampler")).orElseThrow();
        double x = view.camera().x() + sampler.x() * view.camera().zoom();
        assertThat(x).as("the others are in sight").isBetween(0.0, (double) WIDTH);
    }

    @Test
    void ten_thousand_nodes_and_a_megabyte_of_prompt_are_shown_at_once() throws Exception {
        Document many = Document.EMPTY;
        for (int i = 0; i < 10_000; i++) {
            many = many.with(Node.of("n" + i, "prompt").at(new Position(i % 100 * 250, (double) (i / 100) * 200)));
        }
        Document all = new Edit.SetParameter(InputRef.of("n0", "text"), Value.of("word ".repeat(200_000))).on(many);
        long began = System.nanoTime();
        run(() -> view.show(all));
        painted();
        // The bench has the figures; this holds that nothing is quadratic.
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void an_empty_workflow_says_so() throws Exception {
        BufferedImage before = painted();
        run(() -> view.show(Document.EMPTY));
        BufferedImage empty = painted();
        assertThat(empty.getRGB(5, 5)).isEqualTo(before.getRGB(5, 5));
        int text = 0;
        for (int x = 300; x < 900; x++) {
            text += empty.getRGB(x, HEIGHT / 2) == empty.getRGB(5, 5) ? 0 : 1;
        }
        assertThat(text).isPositive();
    }

    @Test
    void all_ways_of_wires_meet_their_sockets() throws Exception {
        for (WireShape shape : WireShape.values()) {
            float[] points = new float[512];
            for (double[] to : new double[][] {{300, 80}, {-200, 40}, {20, -500}}) {
                int count = shape.trace(0, 0, to[0], to[1], 1, points);
                assertThat(points[0]).isZero();
                assertThat(points[1]).isZero();
                assertThat((double) points[count - 2]).isEqualTo(to[0]);
                assertThat((double) points[count - 1]).isEqualTo(to[1]);
                double reach = WireShape.reach(0, to[0]);
                for (int i = 0; i < count; i += 2) {
                    assertThat((double) points[i]).isBetween(Math.min(0, to[0]) - reach, Math.max(0, to[0]) + reach);
                }
            }
        }
    }
}
