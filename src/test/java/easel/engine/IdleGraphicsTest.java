package easel.engine;

import static easel.engine.IdleGraphics.Reason.NOT_BUILT;
import static easel.engine.IdleGraphics.Reason.NOT_BUNDLED;
import static easel.engine.IdleGraphics.Reason.NO_DRIVER;
import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.Graphics.Card;
import easel.platform.Graphics.Maker;
import easel.platform.Language;
import easel.platform.Words;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdleGraphicsTest {

    private static final Card GEFORCE = new Card(Maker.NVIDIA, "NVIDIA GeForce RTX 3060", false);
    private static final Card RADEON = new Card(Maker.AMD, "AMD Radeon RX 6700 XT", false);
    private static final Card IN_PROCESSOR = new Card(Maker.INTEL, "Intel", true);
    private static final Device CPU = new Device("CPU", "AMD Ryzen 7", Device.Kind.CPU, 1, 1);
    private static final Device OF_INTEL = new Device("Vulkan0", "Intel(R) Xe Graphics (TGL GT2)", Device.Kind.INTEGRATED_GPU, 1, 1);
    private static final Device OF_RADEON = new Device("Vulkan0", "AMD Radeon RX 6700 XT (RADV NAVI22)", Device.Kind.GPU, 1, 1);

    private static Optional<IdleGraphics.Reason> reason(List<Card> cards, String buildId, List<Device> devices) {
        return IdleGraphics.of(cards, buildId, devices, true).map(IdleGraphics::reason);
    }

    @Test
    void a_card_is_idle_when_the_engine_was_built_without_it() {
        assertThat(reason(List.of(GEFORCE), "cpu-12ab", List.of(CPU))).contains(NOT_BUILT);
        assertThat(reason(List.of(RADEON), "cuda-12ab", List.of(CPU))).contains(NOT_BUILT);
    }

    @Test
    void a_card_is_idle_when_the_engine_was_built_for_it_and_finds_nothing() {
        assertThat(reason(List.of(RADEON), "vulkan-12ab", List.of(CPU))).contains(NO_DRIVER);
        assertThat(reason(List.of(GEFORCE), "cuda-12ab", List.of(CPU))).contains(NO_DRIVER);
        assertThat(reason(List.of(GEFORCE, IN_PROCESSOR), "vulkan-12ab", List.of(OF_INTEL, CPU))).contains(NO_DRIVER);
    }

    @Test
    void a_card_that_the_engine_lists_is_not_idle() {
        assertThat(reason(List.of(RADEON), "vulkan-12ab", List.of(OF_RADEON, CPU))).isEmpty();
    }

    @Test
    void a_processor_of_the_cards_maker_is_not_the_card() {
        assertThat(reason(List.of(RADEON), "cpu-12ab", List.of(CPU))).contains(NOT_BUILT);
    }

    @Test
    void graphics_inside_the_processor_is_not_missed() {
        assertThat(reason(List.of(IN_PROCESSOR), "cpu-12ab", List.of(CPU))).isEmpty();
        assertThat(reason(List.of(), "cpu-12ab", List.of(CPU))).isEmpty();
    }

    @Test
    void a_copied_program_is_not_told_to_build() {
        assertThat(IdleGraphics.of(List.of(GEFORCE), "cpu-12ab", List.of(CPU), false).orElseThrow().reason()).isEqualTo(NOT_BUNDLED);
    }

    @Test
    void the_sentence_names_the_card_and_the_command() {
        for (Language language : Language.values()) {
            assertThat(IdleGraphics.of(List.of(GEFORCE), "cpu-12ab", List.of(CPU), true).orElseThrow().sentence(language))
                    .contains("GeForce RTX 3060").contains("EASEL_BACKEND=vulkan ./easel");
        }
        assertThat(IdleGraphics.of(List.of(RADEON), "vulkan-1", List.of(CPU), true).orElseThrow().sentence(Language.ENGLISH))
                .contains("sudo apt-get install mesa-vulkan-drivers");
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_has_words(IdleGraphics.Reason reason) {
        for (Language language : Language.values()) {
            assertThat(Words.of(IdleGraphics.class, language).has(reason.code())).isTrue();
        }
    }
}
