package easel.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.About;
import easel.graph.Body;
import easel.graph.Document;
import easel.graph.Extras;
import easel.graph.Form;
import easel.graph.Phrase;
import easel.graph.SocketType;
import easel.graph.Subgraph;
import easel.graph.SubgraphId;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.platform.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeSearchTest {

    private static List<NodeSearch.Found> all(String query, Fit fit, Uses uses) {
        return new NodeSearch(NodeKind.all(Document.EMPTY, Language.ENGLISH), uses).find(query, fit);
    }

    private static List<String> find(String query) {
        return types(all(query, null, Uses.NONE));
    }

    private static List<String> types(List<NodeSearch.Found> found) {
        return found.stream().map(f -> f.kind().type()).toList();
    }

    @Test
    void what_comfyui_calls_it_finds_both_forms() {
        assertThat(find("KSampler")).startsWith("k-sampler", "sampler");
        assertThat(find("CLIPTextEncode")).startsWith("clip-text-encode", "prompt");
        assertThat(find("checkpointloadersimple")).contains("load-checkpoint", "checkpoint-loader-simple");
        assertThat(all("ksampler", null, Uses.NONE).get(1).name()).isEqualTo("KSampler");
    }

    @Test
    void the_beginning_of_a_name_goes_before_its_middle_and_that_before_scattered_letters() {
        assertThat(find("sampl").getFirst()).isEqualTo("sampler");
        assertThat(find("save")).as("what stands apart in the library follows").startsWith("save-picture", "save-video").contains("save-image", "step-saving");
        assertThat(find("preview").getFirst()).isEqualTo("preview-image");
        assertThat(find("upscl")).as("a letter is missing").contains("latent-upscale", "image-scale");
        assertThat(find("qqq")).isEmpty();
    }

    @Test
    void words_stand_in_any_order_and_all_must_be_there() {
        assertThat(find("picture load").getFirst()).isEqualTo("load-picture");
        assertThat(find("lora load")).startsWith("lora-loader");
        assertThat(find("load zzz")).isEmpty();
    }

    @Test
    void first_letters_are_enough() {
        assertThat(find("lc").getFirst()).isEqualTo("load-checkpoint");
        assertThat(find("ve")).contains("vae-encode");
    }

    @Test
    void a_switch_of_any_kind_is_found_by_what_it_does_or_switches() {
        List<String> all = List.of("switch", "switch-mask", "switch-model", "switch-prompt", "switch-latent", "switch-text", "switch-number");
        for (String word : new String[] {"switch", "choose", "二选一", "切换"}) {
            assertThat(find(word)).as(word).containsAll(all);
        }
        assertThat(find("string")).contains("switch-text");
        assertThat(find("switch lat").getFirst()).isEqualTo("switch-latent");
        assertThat(types(all("switch", new Fit(SocketType.Known.CONDITIONING, true), Uses.NONE)).getFirst()).isEqualTo("switch-prompt");
    }

    @Test
    void either_language_is_found_in_either() {
        assertThat(find("采样").stream().limit(4)).contains("sampler");
        assertThat(find("文生图").getFirst()).isEqualTo("sampler");
        List<NodeSearch.Found> chinese = new NodeSearch(NodeKind.all(Document.EMPTY, Language.CHINESE), Uses.NONE).find("load check", null);
        assertThat(chinese.getFirst().kind().title()).isEqualTo(Catalogue.title("load-checkpoint", Language.CHINESE));
    }

    @Test
    void without_words_favourites_come_first_then_what_is_used() {
        Uses uses = Uses.NONE.with("prompt").with("sampler").with("sampler").marked("vae-decode", true);
        List<NodeSearch.Found> found = all("", null, uses);
        assertThat(types(found)).startsWith("vae-decode", "sampler", "prompt", "load-checkpoint");
        assertThat(found).extracting(NodeSearch.Found::part).startsWith(NodeSearch.Part.FAVOURITE, NodeSearch.Part.USED, NodeSearch.Part.USED, NodeSearch.Part.OTHER);
        assertThat(found).hasSize(Catalogue.schemas().size() + 2);
    }

    @Test
    void use_decides_between_equals_and_never_puts_a_bad_match_first() {
        Uses uses = Uses.NONE;
        for (int i = 0; i < 20; i++) {
            uses = uses.with("save-image");
        }
        assertThat(types(all("save", null, uses)).getFirst()).isEqualTo("save-image");
        assertThat(types(all("sampler", null, uses)).getFirst()).isEqualTo("sampler");
        assertThat(uses.last()).hasSize(20);
    }

    @Test
    void what_was_used_long_ago_counts_less() {
        Uses uses = Uses.NONE.with("prompt");
        for (int i = 0; i < 100; i++) {
            uses = uses.with("sampler");
        }
        assertThat(uses.of("prompt")).isZero();
        assertThat(uses.last()).hasSize(Uses.REMEMBERED);
        assertThat(uses.marked("a", true).marked("b", true).marked("a", true).favourites()).containsExactly("b", "a");
        assertThat(uses.marked("a", true).marked("a", false).favourites()).isEmpty();
    }

    @Test
    void a_wire_leaves_what_fits_the_most_special_first() {
        List<NodeSearch.Found> found = all("", new Fit(SocketType.Known.LATENT, true), Uses.NONE);
        assertThat(found).allMatch(f -> f.port() != null);
        assertThat(types(found)).contains("vae-decode", "k-sampler").doesNotContain("prompt");
        assertThat(types(found)).last().as("takes anything").isEqualTo("reroute");
        assertThat(found.stream().filter(f -> f.kind().type().equals("vae-decode")).findFirst().orElseThrow().part()).isEqualTo(NodeSearch.Part.BEST);
        assertThat(types(all("", new Fit(SocketType.Known.MODEL, false), Uses.NONE))).contains("load-checkpoint", "lora-loader").doesNotContain("sampler");
    }

    @Test
    void a_number_fits_parameters_too() {
        List<NodeSearch.Found> found = all("sampler", new Fit(SocketType.Known.INT, true), Uses.NONE);
        assertThat(types(found)).contains("sampler", "k-sampler");
        assertThat(found.stream().filter(f -> f.kind().type().equals("sampler")).findFirst().orElseThrow().port().name()).isEqualTo("width");
    }

    @Test
    void the_documents_own_subgraphs_are_found() {
        Document own = Document.EMPTY.with(new Subgraph(new SubgraphId("s"), new About("", Phrase.of("Skin detail", "皮肤细节"), Phrase.NONE), Body.EMPTY, Form.NONE, Extras.NONE));
        NodeSearch search = new NodeSearch(NodeKind.all(own, Language.ENGLISH), Uses.NONE);
        assertThat(types(search.find("skin", null))).containsExactly("subgraph:s");
        assertThat(types(search.find("皮肤", null))).containsExactly("subgraph:s");
    }

    @Test
    void every_synonym_belongs_to_a_node_and_every_word_is_used() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (var files = Files.list(Path.of("ui/easel/ui/search"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        List<String> types = NodeKind.all(Document.EMPTY, Language.ENGLISH).stream().map(NodeKind::type).toList();
        for (String code : Words.of(NodeKind.class, Language.ENGLISH).codes()) {
            String head = code.substring(0, code.indexOf('.'));
            String rest = code.substring(code.indexOf('.') + 1);
            switch (head) {
                case "comfy", "synonyms" -> assertThat(types).contains(rest);
                case "help" -> assertThat(rest.equals("subgraph") || types.contains(rest)).as(code).isTrue();
                case "type" -> assertThat(rest.equals("any") || SocketType.named(rest) instanceof SocketType.Known).as(code).isTrue();
                default -> assertThat(sources.toString()).contains('"' + code + '"');
            }
        }
        for (SocketType.Known type : SocketType.Known.values()) {
            assertThat(KindLook.words(type, Language.CHINESE)).isNotBlank();
        }
    }
}
