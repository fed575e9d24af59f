package easel.ui.form;

import easel.engine.Picture;
import easel.format.PictureException;
import easel.format.PictureFailure;
import easel.format.PictureFile;
import easel.graph.Document;
import easel.graph.Flow;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.Rule;
import easel.graph.Types;
import easel.graph.Value;
import easel.nodes.Catalogue;
import easel.nodes.Image;
import easel.run.Key;
import easel.run.NodeState;
import easel.ui.desk.Desk;
import easel.ui.desk.Jobs;
import easel.ui.desk.Seen;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The picture that comes to the input on which shapes are drawn, as far as it is known before a run. */
sealed interface Below {

    /** It, with what of it is transparent. Slow: never on the EDT. */
    Picture picture() throws PictureException;

    /** In a file. */
    record InFile(Path file) implements Below {
        @Override
        public Picture picture() throws PictureException {
            return PictureFile.read(file).picture();
        }
    }

    /** What a node gave in the last run. */
    record Given(Image image) implements Below {
        @Override
        public Picture picture() {
            return image.picture();
        }
    }

    /** The same, which nobody holds any more. */
    record Kept(Key key, Jobs jobs) implements Below {
        @Override
        public Picture picture() throws PictureException {
            return jobs.given(key).stream().findFirst().map(Image::picture)
                    .orElseThrow(() -> new PictureException(new PictureFailure.NoSuchFile(Path.of(key.hex()))));
        }
    }

    /** The picture below the shapes of a parameter. */
    static Optional<Below> of(Document document, InputRef shapes, Desk desk) {
        Types types = new Types(document, Catalogue::schema);
        return document.node(shapes.node()).flatMap(node -> types.apply(node.type()).flatMap(s -> s.parameter(shapes.input()))
                .map(p -> p.rule()).filter(Rule.Shapes.class::isInstance).flatMap(rule -> node.input(((Rule.Shapes) rule).on())))
                .flatMap(new Flow(document, types)::source).flatMap(from -> document.node(from.node()))
                .flatMap(giver -> named(giver, types).or(() -> given(giver, desk)));
    }

    private static Optional<Below> named(Node giver, Types types) {
        return types.apply(giver.type()).filter(s -> s.inputs().isEmpty()).stream().flatMap(s -> s.parameters().stream())
                .filter(p -> p.rule() instanceof Rule.File file && file.of() == Rule.File.Of.PICTURE).findFirst()
                .flatMap(p -> giver.value(p.name())).flatMap(value -> {
                    try {
                        return value instanceof Value.Text(String text) && !text.isBlank() ? Optional.of(new InFile(Path.of(text))) : Optional.empty();
                    } catch (InvalidPathException none) {
                        return Optional.empty();
                    }
                });
    }

    private static Optional<Below> given(Node giver, Desk desk) {
        return new Seen(desk.document(), desk.front().level()).nodes(desk.front().nodes()).stream()
                .filter(changed -> changed.node().equals(giver.id())).findFirst()
                .flatMap(changed -> changed.state() instanceof NodeState.Done done ? Optional.of(given(changed.key(), done, desk)) : Optional.empty());
    }

    private static Below given(Key key, NodeState.Done done, Desk desk) {
        return !done.images().isEmpty() ? new Given(done.images().getFirst())
                : done.file() != null ? new InFile(done.file()) : new Kept(key, desk.jobs());
    }
}
