package easel.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change to links alone, or to a link and the node that comes into it. */
public sealed interface LinkEdit extends Edit permits Edit.Connect, Edit.Disconnect, LinkEdit.MoveLinks, LinkEdit.InsertNode, LinkEdit.AddReroute,
        LinkEdit.Convert, LinkEdit.HideLinks {

    /** Lets another output feed all that one feeds. */
    record MoveLinks(OutputRef from, OutputRef to) implements LinkEdit {
        @Override
        public Document on(Document d) {
            return d.body().has(to.node()) ? d.with(d.body().mapNodes(this::moved)) : d;
        }

        private Node moved(Node node) {
            if (!node.inputs().containsValue(from)) {
                return node;
            }
            LinkedHashMap<String, OutputRef> inputs = new LinkedHashMap<>(node.inputs());
            inputs.replaceAll((_, source) -> source.equals(from) ? to : source);
            return node.withInputs(inputs);
        }
    }

    /**
     * Puts a node into the link to an input: what fed that one feeds {@code input}, and {@code output} feeds it instead.
     *
     * @param node added if there is none of its id, else the one that is there is taken
     */
    record InsertNode(Node node, String input, String output, InputRef link) implements LinkEdit {
        @Override
        public Document on(Document d) {
            Optional<OutputRef> source = d.body().node(link.node()).flatMap(n -> n.input(link.input()));
            if (source.isEmpty() || node.id().equals(link.node()) || source.get().node().equals(node.id())) {
                return d;
            }
            Node inserted = d.body().node(node.id()).orElse(node).fedBy(input, source.get());
            return d.with(inserted).mapNodes(Set.of(link.node()), n -> fedOtherwise(n, link.input(), new OutputRef(node.id(), output)));
        }
    }

    /** Bends links that come from one output: a reroute takes its value and hands it to all of them. */
    record AddReroute(NodeId id, Position at, OutputRef from, Set<InputRef> to) implements LinkEdit {
        public AddReroute {
            to = Set.copyOf(to);
        }

        @Override
        public Document on(Document d) {
            if (d.body().has(id) || !d.body().has(from.node())) {
                return d;
            }
            Document bent = d.with(Node.of(id.text(), Reroute.TYPE).at(at).fedBy(Reroute.IN, from));
            for (InputRef link : to) {
                bent = bent.mapNodes(Set.of(link.node()), n -> n.input(link.input()).filter(from::equals).isPresent()
                        ? fedOtherwise(n, link.input(), new OutputRef(id, Reroute.OUT)) : n);
            }
            return bent;
        }
    }

    /**
     * Has what a link brings become what its input takes in another way.
     *
     * @param conversion a {@link Conversion}'s id; null as it comes
     */
    record Convert(InputRef to, @Nullable String conversion) implements LinkEdit {
        @Override
        public Document on(Document d) {
            return d.mapNodes(Set.of(to.node()), n -> n.converting(to.input(), conversion));
        }
    }

    /** Draws the links to inputs no more, or again. */
    record HideLinks(Set<InputRef> links, boolean hides) implements LinkEdit {
        public HideLinks {
            links = Set.copyOf(links);
        }

        @Override
        public Document on(Document d) {
            Document changed = d;
            for (InputRef link : links) {
                changed = changed.mapNodes(Set.of(link.node()), n -> n.hiding(link.input(), hides));
            }
            return changed;
        }

        @Override
        public String code() {
            return hides ? "HideLinks" : "ShowLinks";
        }

        @Override
        public List<Object> arguments() {
            return List.of(links.size());
        }
    }

    /** Its conversion stays. */
    private static Node fedOtherwise(Node node, String input, OutputRef from) {
        return node.fedBy(input, from, node.conversions().get(input));
    }
}
