package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import easel.nodes.Catalogue;
import easel.platform.Home;
import easel.platform.Language;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class NodePageTest {

    @Test
    void the_page_of_the_nodes_is_what_the_catalogue_says() throws Exception {
        assertThat(Files.readString(Home.folder().resolve("docs/nodes.md"))).as("./easel nodes --markdown > docs/nodes.md")
                .isEqualTo(NodePage.markdown(Catalogue.own(), Language.ENGLISH));
    }
}
