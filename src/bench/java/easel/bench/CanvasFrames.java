package easel.bench;

import easel.graph.Document;
import easel.graph.NodeId;
import easel.platform.Language;
import easel.run.RunEvent;
import easel.ui.canvas.Camera;
import easel.ui.canvas.CanvasView;
import easel.ui.theme.Appearance;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.RepaintManager;

/** The canvas under the hand: events through its own listeners, to the moment the display has the whole picture. */
final class CanvasFrames implements Figure {

    static final int WIDTH = 1600;
    static final int HEIGHT = 1000;
    /** Names a property that says another size of the window, such as {@code 3840x2160}. */
    static final String SIZE = "easel.bench.canvas";
    private static final int FRAMES = 60;
    private static final int WARM_UP = 30;

    @Override
    public String name() {
        return "canvas";
    }

    @Override
    public String what() {
        return "the graph canvas at 1600x1000: pan, zoom and drag with 1,000 and 3,000 nodes, 100 of them with pictures; opening 1,000";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        List<Reading> readings = new ArrayList<>();
        EventQueue.invokeAndWait(() -> Appearance.wear(true));
        readings.add(opening(house));
        frames(house, 1000, Goal.atMost(8), readings, progress);
        frames(house, 3000, Goal.atMost(16), readings, progress);
        return readings;
    }

    private static Reading opening(House house) throws Exception {
        List<Double> times = new ArrayList<>();
        Document document = CanvasGraph.of(1000);
        for (int i = 0; i < house.times(7); i++) {
            try (Open open = new Open()) {
                times.add(open.milliseconds(() -> {
                    open.view.show(document);
                    open.view.fitAll();
                }));
            }
        }
        return Reading.median("canvas-open", Sample.of(times), "ms", Goal.atMost(500));
    }

    private static void frames(House house, int nodes, Goal goal, List<Reading> readings, Consumer<String> progress) throws Exception {
        try (Open open = new Open()) {
            EventQueue.invokeAndWait(() -> {
                open.view.show(CanvasGraph.of(nodes));
                for (RunEvent.NodeChanged changed : CanvasGraph.pictures(nodes, 1024)) {
                    open.view.tell(changed);
                }
                open.view.fitAll();
            });
            Thread.sleep(4000);   // the pictures are made small
            Camera[] fit = new Camera[1];
            EventQueue.invokeAndWait(() -> fit[0] = open.view.camera());
            Sample worst = null;
            String worstName = "";
            Camera middle = new Camera(1, -4000, -2200);
            for (var place : List.of(new Place("100", middle), new Place("50", new Camera(0.5, -2000, -1100)), new Place("fit", fit[0]))) {
                Sample pan = open.frames(house, place.camera, i -> open.pan(i));
                Sample zoom = open.frames(house, place.camera, i -> open.zoom(i));
                for (Sample sample : List.of(pan, zoom)) {
                    String name = "canvas-%d-%s-%s".formatted(nodes, sample == pan ? "pan" : "zoom", place.name);
                    readings.add(Reading.median(name, sample, "ms", null));
                    if (worst == null || sample.median() > worst.median()) {
                        worst = sample;
                        worstName = name;
                    }
                }
            }
            progress.accept("the worst is " + worstName);
            readings.add(Reading.median("canvas-" + nodes, worst, "ms", goal));
            if (nodes == 1000) {
                Sample drag = open.drag(house, middle);
                readings.add(Reading.median("canvas-drag", drag, "ms", Goal.atMost(4)));
            }
        }
    }

    private record Place(String name, Camera camera) {}

    /** A window with nothing but a canvas. */
    private static final class Open implements AutoCloseable {

        private CanvasView view;
        private JComponent sheet;
        private JFrame window;

        Open() throws Exception {
            EventQueue.invokeAndWait(() -> {
                view = new CanvasView(Language.ENGLISH, _ -> { });
                sheet = view.sheet();
                window = new JFrame("canvas");
                window.setUndecorated(true);
                window.setContentPane(view);
                String[] size = System.getProperty(SIZE, WIDTH + "x" + HEIGHT).split("x");
                window.setSize(Integer.parseInt(size[0]), Integer.parseInt(size[1]));
                window.setLocation(0, 0);
                window.setVisible(true);
            });
            Thread.sleep(500);
        }

        double milliseconds(Runnable what) throws Exception {
            double[] took = new double[1];
            EventQueue.invokeAndWait(() -> {
                long began = System.nanoTime();
                what.run();
                RepaintManager.currentManager(sheet).paintDirtyRegions();
                Toolkit.getDefaultToolkit().sync();
                took[0] = (System.nanoTime() - began) / 1e6;
            });
            return took[0];
        }

        Sample frames(House house, Camera from, IntConsumer gesture) throws Exception {
            EventQueue.invokeAndWait(() -> view.setCamera(from));
            List<Double> times = new ArrayList<>();
            int wanted = house.quick() ? 2 : FRAMES;
            for (int i = 0; i < wanted + WARM_UP; i++) {
                int frame = i;
                double took = milliseconds(() -> gesture.accept(frame));
                if (i >= WARM_UP) {
                    times.add(took);
                }
                Thread.sleep(4);
            }
            return Sample.of(times);
        }

        /** A middle button's drag, back and forth. */
        void pan(int i) {
            Point at = new Point(800 + (i % 20 < 10 ? i % 10 : 10 - i % 10) * 37, 500 + (i % 14 < 7 ? i % 7 : 7 - i % 7) * 23);
            if (i == 0) {
                mouse(MouseEvent.MOUSE_PRESSED, new Point(800, 500), MouseEvent.BUTTON2, InputEvent.BUTTON2_DOWN_MASK);
            }
            mouse(MouseEvent.MOUSE_DRAGGED, at, 0, InputEvent.BUTTON2_DOWN_MASK);
            if (i == FRAMES + WARM_UP - 1) {
                mouse(MouseEvent.MOUSE_RELEASED, at, MouseEvent.BUTTON2, 0);
            }
        }

        /** The wheel, two notches out and two in again. */
        void zoom(int i) {
            if (i == 0) {
                mouse(MouseEvent.MOUSE_RELEASED, new Point(800, 500), MouseEvent.BUTTON2, 0);
            }
            int turn = i % 4 < 2 ? 1 : -1;
            sheet.dispatchEvent(new MouseWheelEvent(sheet, MouseEvent.MOUSE_WHEEL, 0, 0, 800, 500, 800, 500, 0, false, MouseWheelEvent.WHEEL_UNIT_SCROLL, 3, turn, turn));
        }

        Sample drag(House house, Camera from) throws Exception {
            Point[] head = new Point[1];
            EventQueue.invokeAndWait(() -> {
                view.setCamera(from);
                // The node of the 9th row and 17th column, with wires on both sides.
                head[0] = new Point((int) (from.x() + 17 * 280 + 60), (int) (from.y() + 6 * 440 + 12));
                mouse(MouseEvent.MOUSE_PRESSED, head[0], MouseEvent.BUTTON1, InputEvent.BUTTON1_DOWN_MASK);
            });
            Sample sample = frames(house, from, i -> mouse(MouseEvent.MOUSE_DRAGGED,
                    new Point(head[0].x + 10 + i % 20 * 5, head[0].y + i % 15 * 4), 0, InputEvent.BUTTON1_DOWN_MASK));
            EventQueue.invokeAndWait(() -> {
                if (!view.selection().contains(new NodeId("n" + (6 * 40 + 17)))) {
                    throw new IllegalStateException("another node was dragged: " + view.selection());
                }
                mouse(MouseEvent.MOUSE_RELEASED, head[0], MouseEvent.BUTTON1, 0);
            });
            return sample;
        }

        private void mouse(int kind, Point at, int button, int modifiers) {
            sheet.dispatchEvent(new MouseEvent(sheet, kind, 0, modifiers, at.x, at.y, 1, false, button));
        }

        @Override
        public void close() {
            EventQueue.invokeLater(window::dispose);
        }
    }
}
