package easel.ui.canvas;

import easel.graph.Control;
import easel.graph.Document;
import easel.graph.Edit;
import easel.graph.Field;
import easel.graph.Form;
import easel.graph.FormEdit;
import easel.graph.FreshIds;
import easel.graph.InputRef;
import easel.graph.Node;
import easel.graph.NodeId;
import easel.graph.Note;
import easel.graph.Outlet;
import easel.graph.Packing;
import easel.graph.Phrase;
import easel.graph.Rim;
import easel.graph.Schema;
import easel.graph.Subgraph;
import easel.graph.SubgraphEdit;
import easel.graph.SubgraphId;
import easel.graph.Unpack;
import easel.nodes.Catalogue;
import easel.platform.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be done with subgraphs: made of nodes, entered, left, unpacked. */
final class SubgraphDeeds {

    private final CanvasView view;

    SubgraphDeeds(CanvasView view) {
        this.view = view;
    }

    private Set<NodeId> meant() {
        return view.deeds().nodes().stream().filter(v -> !Rim.is(v.node())).map(NodeView::id).collect(Collectors.toSet());
    }

    boolean canMake() {
        return !meant().isEmpty();
    }

    /** Makes one node of the selected ones, and lets its name be typed. */
    void make() {
        Phrase title = Phrase.of(new Say(Language.ENGLISH).words("subgraph.fresh"), new Say(Language.CHINESE).words("subgraph.fresh"));
        Optional<SubgraphEdit.MakeSubgraph> made = Packing.of(view.document(), meant(), title, List.of(), List.of(), Catalogue::schema);
        if (made.isPresent()) {
            view.edit(made.get());
            view.select(Set.of(made.get().instance().id()));
            if (view.over().canRename()) {
                view.over().rename();
            }
        }
    }

    /** The selected node, if it is one and stands for a subgraph. */
    private Optional<NodeView> instance() {
        return view.chosen().nodes().size() == 1 ? view.chosen().nodes().stream().filter(this::isInstance).findFirst() : Optional.empty();
    }

    /** Whether a node stands for a subgraph that is there. */
    boolean isInstance(NodeView node) {
        return subgraph(node.node()).isPresent();
    }

    private Optional<Subgraph> subgraph(Node node) {
        return SubgraphId.of(node.type()).flatMap(view.document()::subgraph);
    }

    /** The subgraph that a node stands for, if no other does: its name is the node's. */
    Optional<Subgraph> own(Node node) {
        return !node.title().isEmpty() ? Optional.empty() : subgraph(node).filter(s -> count(s.id().type()) == 1);
    }

    private long count(String type) {
        Document document = view.document();
        return Stream.concat(document.nodes().stream(), document.subgraphs().stream().flatMap(each -> each.body().nodes().stream()))
                .filter(n -> n.type().equals(type)).count();
    }

    /** Whether a node says that it stands for a subgraph; whoever enters one that is not there hears so. */
    boolean isEnterable(NodeView node) {
        return SubgraphId.isInstance(node.node().type());
    }

    boolean canEnter() {
        return view.chosen().nodes().size() == 1 && view.chosen().nodes().stream().allMatch(this::isEnterable);
    }

    void enter() {
        view.chosen().nodes().stream().filter(this::isEnterable).findFirst().ifPresent(this::enter);
    }

    void enter(NodeView node) {
        view.over().closePopups();
        view.host().enter(node.id());
    }

    boolean canLeave() {
        return view.host().isInside();
    }

    void leave() {
        view.over().closePopups();
        view.host().leave();
    }

    /** The parameters of the selected node that the node outside may show; none where nothing is entered. */
    List<InputRef> showable() {
        return !canLeave() || view.chosen().nodes().size() != 1 ? List.of() : view.chosen().nodes().stream().filter(n -> !Note.is(n.node()))
                .flatMap(n -> n.schema().stream().flatMap(s -> s.parameters().stream()).map(p -> new InputRef(n.id(), p.name())))
                .filter(p -> view.document().body().node(p.node()).flatMap(n -> n.input(p.input())).isEmpty() || isShown(p)).toList();
    }

    /** Whether the node outside shows a parameter. */
    boolean isShown(InputRef parameter) {
        return view.document().form().of(parameter).isPresent();
    }

    /** Has the node outside show a parameter, or no more. */
    void toggleShown(InputRef parameter) {
        Form ports = view.document().form();
        Optional<Field> port = ports.of(parameter);
        if (port.isPresent()) {
            List<InputRef> others = port.get().targets().stream().filter(t -> !t.equals(parameter)).toList();
            view.edit(others.isEmpty() ? new FormEdit.RemoveField(port.get().name()) : new FormEdit.ChangeField(port.get().name(), port.get().setting(others)));
        } else {
            Optional<Schema.Parameter> shown = view.scene().node(parameter.node()).flatMap(NodeView::schema).flatMap(s -> s.parameter(parameter.input()));
            String name = new FreshIds(taken -> ports.field(taken).isPresent()).like(parameter.input());
            shown.ifPresent(p -> view.edit(new FormEdit.AddField(Field.of(name, Control.of(p.rule()), parameter), ports.fields().size())));
        }
    }

    /** Gives a port another name; an empty one shows what it stands for again. */
    Optional<Edit> renaming(Port port, Phrase label) {
        Node node = port.node().node();
        Form ports = ports(port);
        Optional<Edit> edit = port.output() ? ports.outlet(port.name()).map(o -> new FormEdit.ChangeOutlet(port.name(), o.labelled(label)))
                : ports.field(port.name()).map(f -> new FormEdit.ChangeField(port.name(), f.labelled(label)));
        return edit.map(e -> Rim.is(node) ? e : new SubgraphEdit.Within(node.id(), e, Map.of()));
    }

    /** What a port is called by a person; {@link Phrase#NONE} where it is called after what it stands for. */
    Phrase label(Port port) {
        Form ports = ports(port);
        return (port.output() ? ports.outlet(port.name()).map(Outlet::label) : ports.field(port.name()).map(Field::label)).orElse(Phrase.NONE);
    }

    private Form ports(Port port) {
        Node node = port.node().node();
        return Rim.is(node) ? view.document().form() : subgraph(node).map(Subgraph::form).orElse(Form.NONE);
    }

    private Set<NodeId> instances() {
        return view.deeds().nodes().stream().filter(this::isInstance).map(NodeView::id).collect(Collectors.toSet());
    }

    /** Whether a selected node shares its subgraph with others. */
    boolean canSeparate() {
        return view.deeds().nodes().stream().anyMatch(n -> isInstance(n) && count(n.node().type()) > 1);
    }

    /** Gives each of the selected nodes a subgraph of its own. */
    void separate() {
        view.edit(new SubgraphEdit.Separate(instances()));
    }

    boolean canDuplicateAlone() {
        return !instances().isEmpty();
    }

    /** Copies of the selected nodes that share no subgraph with what they are copies of. */
    void duplicateAlone() {
        view.deeds().duplicate(paste -> {
            Edit alone = new SubgraphEdit.Separate(paste.nodes().stream().filter(n -> SubgraphId.isInstance(n.type())).map(Node::id).collect(Collectors.toSet()));
            return new Edit.Combined(paste, List.of(paste, alone));
        });
    }

    boolean canKeep() {
        return instance().isPresent();
    }

    /** Keeps what the selected node stands for as a node for every workflow. */
    void keep() {
        instance().ifPresent(node -> view.host().keep(node.id(), node.title()));
    }

    boolean canUnpack() {
        return instance().isPresent();
    }

    /** Puts what is inside in the place of the selected node, and selects that. */
    void unpack() {
        instance().ifPresent(node -> {
            Set<NodeId> before = view.document().nodes().stream().map(Node::id).collect(Collectors.toSet());
            view.edit(new Unpack(node.id()));
            view.select(view.document().nodes().stream().map(Node::id).filter(id -> !before.contains(id)).toList());
        });
    }
}
