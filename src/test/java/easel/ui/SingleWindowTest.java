package easel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleWindowTest {

    @TempDir
    Path state;

    @AfterEach
    void stop() {
        SingleWindow.stop();
    }

    @Test
    void without_a_window_nothing_is_handed_over() {
        assertThat(SingleWindow.handOver(state, List.of())).isFalse();
    }

    @Test
    void a_second_start_hands_its_files_to_the_first_window() throws Exception {
        CompletableFuture<List<Path>> opened = new CompletableFuture<>();
        SingleWindow.serve(state, opened::complete);
        assertThat(SingleWindow.handOver(state, List.of(Path.of("/tmp/一 \"b\".png")))).isTrue();
        assertThat(opened.get(5, TimeUnit.SECONDS)).containsExactly(Path.of("/tmp/一 \"b\".png"));
    }

    @Test
    void what_a_killed_window_left_is_in_nobodys_way() throws Exception {
        SingleWindow.serve(state, _ -> { });
        Path socket = SingleWindow.address(state);
        SingleWindow.stop();
        java.nio.file.Files.createFile(socket);
        assertThat(SingleWindow.handOver(state, List.of())).isFalse();
        CompletableFuture<List<Path>> opened = new CompletableFuture<>();
        SingleWindow.serve(state, opened::complete);
        assertThat(SingleWindow.handOver(state, List.of())).isTrue();
    }

    @Test
    void a_deep_folder_has_an_address_that_fits() {
        assertThat(SingleWindow.address(state.resolve("x".repeat(120))).toString().length()).isLessThan(104);
    }
}
