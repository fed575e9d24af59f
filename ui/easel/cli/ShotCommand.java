package easel.cli;

import easel.format.WorkflowException;
import easel.graph.Document;
import easel.graph.Level;
import easel.graph.NodeId;
import easel.platform.Language;
import easel.ui.canvas.CanvasShot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code easel shot}: the graph editor's canvas as a picture, without a display. */
@Command(name = "shot", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "Paints a workflow as the graph editor shows it; needs no display.")
final class ShotCommand implements Callable<Integer> {

    /** Light or dark. */
    enum Theme { LIGHT, DARK }

    /** A picture of 16 million pixels takes half a second and 64 MB. */
    private static final int LONGEST_SIDE = 16384;
    private static final long MOST_PIXELS = 64L << 20;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[x*](\\d{1,5})");

    @Parameters(paramLabel = "FLOW", description = "A workflow (.easel.json), or a picture that carries one.")
    private Path flow;

    @Option(names = {"-o", "--out"}, required = true, paramLabel = "P.png", description = "Where the picture goes (PNG).")
    private Path out;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "1440x900", description = "In logical pixels (default: ${DEFAULT-VALUE}).")
    private String size;

    @Option(names = "--scale", defaultValue = "1", description = "Device pixels to a logical one, 1 to 4 (default: ${DEFAULT-VALUE}).")
    private double scale;

    @Option(names = "--theme", defaultValue = "dark", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Theme theme;

    @Option(names = "--lang", paramLabel = "en|zh", description = "The language of the labels (default: the system's).")
    private @Nullable String lang;

    @Option(names = "--zoom", paramLabel = "fit|PERCENT", defaultValue = "fit", description = "5 to 400, or fit (default: ${DEFAULT-VALUE}).")
    private String zoom;

    @Option(names = "--select", paramLabel = "ID", split = ",", description = "Nodes that are shown selected.")
    private List<String> select = List.of();

    @Option(names = "--inside", paramLabel = "ID", description = "A node whose inside is shown: one that stands for a subgraph, or a path to one (a/b).")
    private String inside = "";

    @Override
    public Integer call() throws InterruptedException {
        // Before anything of AWT is there: no display is asked for, none is needed.
        System.setProperty("java.awt.headless", "true");
        Document whole = document();
        Level level = Level.of(inside);
        if (!level.isIn(whole)) {
            throw Failed.wrongUse("shot.noSuchNode", inside);
        }
        Document document = level.of(whole);
        for (String id : select) {
            if (id.isEmpty() || document.node(new NodeId(id)).isEmpty()) {
                throw Failed.wrongUse("shot.noSuchNode", id);
            }
        }
        Matcher sides = SIZE.matcher(size);
        if (!sides.matches()) {
            throw Failed.wrongUse("shot.size", size);
        }
        int width = Integer.parseInt(sides.group(1));
        int height = Integer.parseInt(sides.group(2));
        if (!(scale >= 1 && scale <= 4)) {
            throw Failed.wrongUse("range", "--scale", scale, "1 - 4");
        }
        double pixels = width * scale * height * scale;
        if (width < 1 || height < 1 || Math.max(width, height) * scale > LONGEST_SIDE || pixels > MOST_PIXELS) {
            throw Failed.wrongUse("shot.size", size);
        }
        if (!out.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw Failed.wrongUse("onlyPng");
        }
        Language language = lang == null ? Language.ofUser() : Language.of(Locale.forLanguageTag(lang));
        write(new CanvasShot(width, height, scale, theme == Theme.DARK, language, zoom(), select.stream().map(NodeId::new).toList()).of(document));
        return 0;
    }

    private Document document() {
        try {
            return FlowFile.read(flow);
        } catch (WorkflowException e) {
            throw Failed.saying(flow + ": " + e.sentence(Language.ofUser()));
        }
    }

    private OptionalDouble zoom() {
        if (zoom.equals("fit")) {
            return OptionalDouble.empty();
        }
        try {
            double percent = Double.parseDouble(zoom.replace("%", ""));
            if (percent >= 5 && percent <= 400) {
                return OptionalDouble.of(percent / 100);
            }
        } catch (NumberFormatException noNumber) {
            // said below, as a number out of range is
        }
        throw Failed.wrongUse("range", "--zoom", zoom, "5 - 400, fit");
    }

    private void write(BufferedImage image) {
        try {
            Path folder = out.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            if (!ImageIO.write(image, "png", out.toFile())) {
                throw new IOException("no PNG writer");
            }
        } catch (IOException e) {
            throw Failed.because("notWritable", out);
        }
    }
}
