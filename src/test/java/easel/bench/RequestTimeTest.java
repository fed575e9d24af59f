package easel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.Folders;
import easel.platform.Home;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestTimeTest {

    @TempDir Path work;

    @Test
    void the_chain_of_nodes_still_becomes_a_request() throws Exception {
        House house = new House(Home.folder(), Home.library(), work, true, new Folders(work, work, work, work));
        assertThat(new RequestTime().measure(house, _ -> { })).singleElement().satisfies(reading -> assertThat(reading.name()).isEqualTo("request"));
    }
}
