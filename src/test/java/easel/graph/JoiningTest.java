package easel.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import easel.nodes.Catalogue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JoiningTest {

    private static Document chain() {
        Document d = Document.EMPTY.with(Node.of("load", "checkpoint-loader-simple")).with(Node.of("empty", "empty-latent-image"))
                .with(Node.of("good", "clip-text-encode").fedBy("clip", OutputRef.of("load", "clip")))
                .with(Node.of("bad", "clip-text-encode").fedBy("clip", OutputRef.of("load", "clip")))
                .with(Node.of("other", "vae-loader"));
        return d.with(Node.of("paint", "k-sampler").fedBy("model", OutputRef.of("load", "model")).fedBy("positive", OutputRef.of("good", "conditioning"))
                .fedBy("negative", OutputRef.of("bad", "conditioning")).fedBy("latent_image", OutputRef.of("empty", "latent")));
    }

    private static Problem unused(Document document) {
        return Check.of(document, Catalogue::schema).stream().filter(p -> p.code() == Problem.Code.LATENT_UNUSED).findFirst().orElseThrow();
    }

    @Test
    void a_latent_that_nobody_decodes_gets_a_decoder_with_the_vae_of_its_own_checkpoint() {
        Document document = chain();
        Remedy remedy = Remedy.of(unused(document), document, Catalogue::schema, _ -> new Position(400, 20)).getFirst();
        assertThat(remedy.kind()).isEqualTo(Remedy.Kind.ADD_DECODE);
        Document mended = remedy.edit().on(document);
        Node decode = mended.node(new NodeId("vae-decode")).orElseThrow();
        assertThat(decode.input("samples")).contains(OutputRef.of("paint", "latent"));
        assertThat(decode.input("vae")).as("the nearest, not the other one").contains(OutputRef.of("load", "vae"));
        assertThat(decode.position()).isEqualTo(new Position(400, 20));
        assertThat(Check.of(mended, Catalogue::schema)).isEmpty();
    }

    @Test
    void without_a_vae_before_it_the_only_one_there_is_taken_and_of_two_none() {
        Document one = chain().mapNodes(Set.of(new NodeId("load")), n -> n.typed("unet-loader"));
        Edit add = new Joining(one, Catalogue::schema).taking(OutputRef.of("paint", "latent"), "vae-decode", Position.ORIGIN).orElseThrow();
        assertThat(add.on(one).node(new NodeId("vae-decode")).orElseThrow().input("vae")).contains(OutputRef.of("other", "vae"));
        Document two = one.with(Node.of("third", "vae-loader"));
        Edit open = new Joining(two, Catalogue::schema).taking(OutputRef.of("paint", "latent"), "vae-decode", Position.ORIGIN).orElseThrow();
        assertThat(open.on(two).node(new NodeId("vae-decode")).orElseThrow().input("vae")).isEmpty();
    }

    @Test
    void what_takes_nothing_of_the_kind_is_not_joined() {
        assertThat(new Joining(chain(), Catalogue::schema).taking(OutputRef.of("paint", "latent"), "save-picture", Position.ORIGIN)).isEmpty();
        assertThat(new Joining(chain(), Catalogue::schema).taking(OutputRef.of("paint", "latent"), "nobody-knows", Position.ORIGIN)).isEmpty();
    }

    @Test
    void a_second_node_of_a_type_has_a_name_of_its_own() {
        Document d = chain();
        Document twice = new Joining(d, Catalogue::schema).alone("prompt", Position.ORIGIN).on(d);
        Document thrice = new Joining(twice, Catalogue::schema).alone("prompt", Position.ORIGIN).on(twice);
        assertThat(thrice.nodes()).hasSize(d.nodes().size() + 2);
        assertThat(Set.copyOf(thrice.nodes().stream().map(Node::id).toList())).hasSize(thrice.size());
    }

    @Test
    void an_input_that_misses_something_takes_the_nearest_that_fits_or_what_usually_stands_there() {
        Document d = Document.EMPTY.with(Node.of("far", "load-checkpoint").at(new Position(-900, 0)))
                .with(Node.of("near", "load-checkpoint").at(new Position(-300, 0)))
                .with(Node.of("paint", "sampler").at(new Position(0, 0)));
        Problem model = missing(d, "model");
        List<Remedy> remedies = Remedy.of(model, d, Catalogue::schema, _ -> Position.ORIGIN);
        assertThat(remedies).extracting(Remedy::kind, Remedy::about).containsExactly(tuple(Remedy.Kind.JOIN, "near"), tuple(Remedy.Kind.ADD_NODE, "load-checkpoint"));
        assertThat(remedies.getFirst().edit().on(d).node(new NodeId("paint")).orElseThrow().input("model")).contains(OutputRef.of("near", "model"));
        List<Remedy> words = Remedy.of(missing(d, "positive"), d, Catalogue::schema, _ -> Position.ORIGIN);
        assertThat(words).extracting(Remedy::kind, Remedy::about).containsExactly(tuple(Remedy.Kind.ADD_NODE, "prompt"));
        Document mended = words.getFirst().edit().on(d);
        assertThat(mended.node(new NodeId("paint")).orElseThrow().input("positive")).contains(OutputRef.of("prompt", "prompt"));
        assertThat(mended.node(new NodeId("prompt")).orElseThrow().position().x()).as("to its left").isNegative();
    }

    @Test
    void what_an_inpaint_misses_comes_from_the_short_forms_for_files() {
        Document d = Document.EMPTY.with(Node.of("paint", "inpaint"));
        for (String[] each : new String[][] {{"model", "load-checkpoint"}, {"positive", "prompt"}, {"picture", "load-picture"}, {"mask", "load-mask"}}) {
            assertThat(Remedy.of(missing(d, each[0]), d, Catalogue::schema, _ -> Position.ORIGIN)).extracting(Remedy::kind, Remedy::about)
                    .containsExactly(tuple(Remedy.Kind.ADD_NODE, each[1]));
        }
    }

    @Test
    void a_node_that_mends_a_missing_input_is_fed_itself_and_never_by_what_it_feeds() {
        Document d = chain();
        Document open = new Edit.Disconnect(InputRef.of("paint", "positive")).on(d);
        List<Remedy> remedies = Remedy.of(missing(open, "positive"), open, Catalogue::schema, _ -> Position.ORIGIN);
        Document mended = remedies.getLast().edit().on(open);
        assertThat(mended.node(new NodeId("clip-text-encode")).orElseThrow().input("clip")).contains(OutputRef.of("load", "clip"));
        Document circle = Document.EMPTY.with(Node.of("a", "image-scale")).with(Node.of("b", "image-scale").fedBy("image", OutputRef.of("a", "scaled")));
        assertThat(Remedy.of(missing(circle, "image"), circle, Catalogue::schema, _ -> Position.ORIGIN)).extracting(Remedy::kind)
                .as("b takes from a").containsExactly(Remedy.Kind.ADD_NODE);
    }

    private static Problem missing(Document document, String input) {
        return Check.of(document, Catalogue::schema).stream().filter(p -> p.code() == Problem.Code.INPUT_MISSING && input.equals(p.input())).findFirst().orElseThrow();
    }

    @Test
    void remedies_of_values_and_links_mend_what_they_are_for() {
        Document d = chain().mapNodes(Set.of(new NodeId("paint")), n -> n.with("steps", Value.of(-3)).fedBy("nonsense", OutputRef.of("load", "vae")))
                .with(Node.of("strange", "nobody-knows"));
        Document mended = d;
        for (Problem problem : Check.of(d, Catalogue::schema)) {
            if (problem.code() != Problem.Code.LATENT_UNUSED) {
                mended = Remedy.of(problem, mended, Catalogue::schema, _ -> Position.ORIGIN).getFirst().edit().on(mended);
            }
        }
        assertThat(Check.of(mended, Catalogue::schema).stream().map(Problem::code).toList()).isEqualTo(List.of(Problem.Code.LATENT_UNUSED));
    }
}
