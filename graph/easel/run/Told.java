package easel.run;

import easel.graph.Document;
import easel.graph.Expansion;
import easel.graph.NodeId;
import easel.nodes.Catalogue;
import java.util.Map;

/** What value nodes tell before anything runs, for who has no studio. */
public final class Told {

    private Told() {}

    /** As people read it: by node and output. */
    public static Map<NodeId, Map<String, String>> by(Document document) {
        return new Constants(Expansion.of(document, Catalogue::schema).document()).words();
    }
}
