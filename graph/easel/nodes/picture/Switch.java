package easel.nodes.picture;

import easel.graph.Schema;
import easel.nodes.Image;
import easel.nodes.OneOfTwo;
import easel.nodes.Port;

/** One of two pictures, by yes or no. */
public final class Switch extends OneOfTwo<Image> {

    public Switch() {
        super("switch", Schema.Kind.PICTURE, Port.IMAGE, "picture");
    }
}
