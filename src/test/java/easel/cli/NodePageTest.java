package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import easel.graph.Schema;
import easel.nodes.Catalogue;
import easel.platform.Home;
import easel.platform.Language;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodePageTest {

    @Test
    void pages_name_the_engine_s_call_and_help_for_beginners_does_not() {
        Schema sampler = Catalogue.schema("sampler").orElseThrow();
        assertThat(NodePage.markdown(List.of(sampler), Language.ENGLISH)).contains("stable-diffusion.cpp's `generate_image`.");
        assertThat(NodePage.text(sampler, Language.CHINESE)).contains("stable-diffusion.cpp: generate_image");
        assertThat(NodePage.json(sampler, Language.ENGLISH).getAsJsonArray("calls").get(0).getAsString()).isEqualTo("generate_image");
        assertThat(Catalogue.help("sampler", Language.ENGLISH)).doesNotContain("generate_image");
        assertThat(NodePage.markdown(List.of(Catalogue.schema("blur").orElseThrow()), Language.ENGLISH)).doesNotContain("stable-diffusion.cpp");
    }

    @Test
    void pages_say_what_numbers_count() {
        Schema region = Catalogue.schema("regional-prompt").orElseThrow();
        Schema sampler = Catalogue.schema("sampler").orElseThrow();
        assertThat(NodePage.markdown(List.of(sampler), Language.ENGLISH)).contains("| 64 ... 16384 px |", "| 1 ... 1000 steps |", "| 0 ... 100 |");
        assertThat(NodePage.text(region, Language.CHINESE)).contains("0 ... 100%").doesNotContain("0 ... 1%");
        assertThat(NodePage.text(sampler, Language.CHINESE)).contains("64 ... 16384 像素", "1 ... 1000 步");
        JsonArray parameters = NodePage.json(sampler, Language.CHINESE).getAsJsonArray("parameters");
        assertThat(parameters).anyMatch(p -> p.getAsJsonObject().get("name").getAsString().equals("width") && p.getAsJsonObject().get("unit").getAsString().equals("pixels"))
                .anyMatch(p -> p.getAsJsonObject().get("name").getAsString().equals("cfg") && !p.getAsJsonObject().has("unit"));
    }

    @Test
    void the_page_of_the_nodes_is_what_the_catalogue_says() throws Exception {
        assertThat(Files.readString(Home.folder().resolve("docs/nodes.md"))).as("./easel nodes --markdown > docs/nodes.md")
                .isEqualTo(NodePage.markdown(Catalogue.own(), Language.ENGLISH));
    }
}
