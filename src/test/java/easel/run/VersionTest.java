package easel.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void is_the_one_of_the_build_file() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<artifactId>easel</artifactId>\n  <version>" + Version.TEXT + "</version>");
    }
}
