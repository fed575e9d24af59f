package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Picture;
import easel.format.PictureFile;
import easel.format.PictureHead;
import easel.graph.Document;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.Problem;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.nodes.Image;
import easel.platform.Language;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every node that reads files, on pictures of every kind and on texts that name none: a picture as it is seen, or a sentence. */
@Timeout(120)
class EveryLoaderOnOddFilesTest extends OnBench {

    /** A parameter that names a file or a folder to read. */
    private record Place(Schema schema, Schema.Parameter parameter) {

        /** Whether a picture is all it takes. */
        boolean isPicture() {
            return schema.inputs().stream().noneMatch(Schema.Input::required) && parameter.rule() instanceof Rule.File file && file.of() == Rule.File.Of.PICTURE;
        }

        InputRef at() {
            return InputRef.of("it", parameter.name());
        }
    }

    private static List<Place> places() {
        return Catalogue.schemas().stream().flatMap(schema -> schema.parameters().stream().map(parameter -> new Place(schema, parameter)))
                .filter(place -> place.parameter.rule() instanceof Rule.File || place.parameter.rule() instanceof Rule.Folder(boolean read) && read).toList();
    }

    /** A node with a text there, and what shows what it gives. */
    private static Document reading(Place place, String text) {
        Document document = Document.EMPTY.with(Node.of("it", place.schema.type()).with(place.parameter.name(), Value.of(text)));
        Sketch flow = new Sketch();
        document.nodes().forEach(flow::with);
        for (Schema.Output output : place.schema.outputs()) {
            switch (output.type().name()) {
                case "IMAGE" -> flow.add("look", "preview-image", "images<it." + output.name());
                case "MASK" -> flow.add("grey", "mask-to-picture", "mask<it." + output.name()).add("see", "preview-image", "images<grey.image");
                default -> { }
            }
        }
        return flow.document();
    }

    private static void png(Path file, int type) throws Exception {
        assertThat(ImageIO.write(new BufferedImage(40, 30, type), "png", file.toFile())).isTrue();
    }

    /** Four inks and no word of what they are, as printers' programs write them. */
    private static void printed(Path file) throws Exception {
        byte[] inks = new byte[16 * 12 * 4];
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            Raster raster = Raster.createInterleavedRaster(new DataBufferByte(inks, inks.length), 16, 12, 64, 4, new int[] {0, 1, 2, 3}, null);
            writer.write(new IIOImage(raster, null, null));
        } finally {
            writer.dispose();
        }
    }

    private static void resource(String name, Path to) throws Exception {
        try (InputStream in = PictureFile.class.getResourceAsStream("webp/" + name)) {
            Files.copy(in, to);
        }
    }

    private List<Path> files() throws Exception {
        Path all = Files.createDirectory(folder.resolve("all"));
        png(all.resolve("grey.png"), BufferedImage.TYPE_BYTE_GRAY);
        png(all.resolve("bits.png"), BufferedImage.TYPE_BYTE_BINARY);
        png(all.resolve("palette.png"), BufferedImage.TYPE_BYTE_INDEXED);
        png(all.resolve("alpha.png"), BufferedImage.TYPE_INT_ARGB);
        png(all.resolve("deep.png"), BufferedImage.TYPE_USHORT_GRAY);
        ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_INDEXED), "gif", all.resolve("still.gif").toFile());
        ImageIO.write(new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB), "bmp", all.resolve("plain.bmp").toFile());
        printed(all.resolve("printed.jpg"));
        resource("animated.webp", all.resolve("animated.webp"));
        resource("turned.webp", all.resolve("turned.webp"));
        file("all/row.png", Sketch.motley(16_384, 1, 3));
        try (Stream<Path> made = Files.list(all)) {
            return made.sorted().toList();
        }
    }

    private static List<Integer> sides(Picture picture) {
        return List.of(picture.width(), picture.height());
    }

    @Test
    void a_picture_of_any_kind_comes_as_it_is_seen() throws Exception {
        List<Place> places = places().stream().filter(Place::isPicture).toList();
        assertThat(places).hasSizeGreaterThanOrEqualTo(4);
        for (Path file : files()) {
            PictureHead head = PictureFile.head(file);
            for (Place place : places) {
                Document document = reading(place, file.toString());
                boolean deep = file.endsWith("deep.png");
                assertThat(bench.studio.check(document)).as("%s in %s", file, place.schema.type())
                        .isEqualTo(deep ? List.of(Problem.at(place.at(), Problem.Code.DEEP_PICTURE)) : List.of());
                QueuedJob job = bench.run(document).jobs().getFirst();
                assertThat(Bench.ending(job)).as("%s in %s", file, place.schema.type()).isEqualTo(new Ending.Done());
                List<Image> shown = ((NodeState.Done) bench.last(job, document.node(new easel.graph.NodeId("see")).isPresent() ? "see" : "look")).images();
                assertThat(shown).as("%s in %s", file, place.schema.type()).extracting(image -> sides(image.picture())).containsExactly(List.of(head.width(), head.height()));
            }
        }
    }

    @Test
    void a_folder_gives_all_of_them_by_name() throws Exception {
        List<Path> files = files();
        Document document = new Sketch().add("all", "load-folder", "folder=" + files.getFirst().getParent()).add("look", "preview-image", "images<all.pictures").document();
        QueuedJob job = bench.run(document).jobs().getFirst();
        List<List<Integer>> expected = new ArrayList<>();
        for (Path file : files) {
            expected.add(List.of(PictureFile.head(file).width(), PictureFile.head(file).height()));
        }
        assertThat(((NodeState.Done) bench.last(job, "look")).images()).extracting(image -> sides(image.picture())).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("easel.run.HostileNamesTest#hostile")
    void a_text_that_names_nothing_is_told_where_it_stands(String hostile) throws Exception {
        for (Place place : places()) {
            Document document = reading(place, hostile);
            List<Problem> problems = bench.studio.check(document);
            assertThat(problems).as(place.toString()).extracting(Problem::code).doesNotContain(Problem.Code.NODE_BROKEN);
            assertThat(problems).as(place.toString()).allSatisfy(problem -> assertThat(problem.sentence(Language.ENGLISH)).hasSizeLessThan(600));
            for (QueuedJob job : bench.submit(document).jobs()) {
                assertThat(Bench.ending(job)).as("%s %s", place, hostile).satisfiesAnyOf(ending -> assertThat(ending).isEqualTo(new Ending.Done()),
                        ending -> assertThat(((Ending.Failed) ending).trouble().code()).isNotIn("NODE_BROKEN", "EngineFailed"));
            }
        }
    }
}
