package easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.Embedding;
import easel.engine.Lora;
import easel.graph.Problem;
import easel.graph.Problem.Code;
import easel.platform.Folders;
import easel.platform.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What prompts name among a person's files, and what is said where it is not there. */
@Timeout(30)
class NamedInPromptsTest {

    @TempDir Path data;
    private Lexicon lexicon;

    @BeforeEach
    void lexicon() {
        lexicon = new Lexicon(new Folders(data, data, data, data));
    }

    private Path write(String path, String text) throws Exception {
        Path file = data.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toAbsolutePath();
    }

    private Wording worded(String text) {
        return lexicon.worded(text, List.of(), false, 1);
    }

    private Code fault(String text) {
        Fault fault = lexicon.uses(text).fault().orElseThrow();
        Problem problem = new Problem(null, null, fault.code(), fault.arguments());
        for (Language language : Language.values()) {
            assertThat(problem.sentence(language) + problem.mend(language)).doesNotContain("{0}").doesNotContain("{1}");
        }
        return fault.code();
    }

    // What comes with Easel

    @Test void what_comes_with_easel_is_named_like_a_persons_own_and_gives_way_to_it_in_whatever_folder() throws Exception {
        Path bundled = write("with-easel/neon.safetensors", "ours");
        Path word = write("with-easel/easel-mist.safetensors", "ours");
        List<String> unpacked = new java.util.ArrayList<>();
        lexicon = new Lexicon(new Folders(data, data, data, data), easel.models.Contents.UNREAD, new BundledFiles() {
            @Override
            public java.util.Map<String, Path> places(easel.models.Kind kind) {
                return switch (kind) {
                    case LORA -> java.util.Map.of("neon", bundled);
                    case EMBEDDING -> java.util.Map.of("easel-mist", word);
                    default -> java.util.Map.of();
                };
            }

            @Override
            public boolean isThere(Path file) {
                return unpacked.add(file.getFileName().toString().replace(".safetensors", ""));
            }
        });
        worded("a city");
        assertThat(lexicon.uses("a city <lora:other:1>").files()).isEmpty();
        assertThat(lexicon.loras()).containsExactly("neon");
        assertThat(unpacked).as("before anything is named").isEmpty();
        assertThat(worded("a city <lora:neon:0.5>, easel-mist")).isEqualTo(new Wording("a city, easel-mist", List.of(new Lora(bundled, 0.5)),
                List.of(new Lora(bundled, 0.5)), List.of(new Embedding("easel-mist", word))));
        assertThat(unpacked).contains("neon", "easel-mist");
        assertThat(lexicon.uses("<lora:neon:1>").files()).containsExactly(bundled);
        Path own = write("models/loras/night/neon.safetensors", "my own");
        assertThat(lexicon.uses("<lora:neon:1>").files()).containsExactly(own);
        assertThat(lexicon.loras()).containsExactly("night/neon");
        Path mist = write("models/embeddings/Easel-Mist.safetensors", "my own");
        assertThat(worded("easel-mist").embeddings()).containsExactly(new Embedding("easel-mist", mist));
    }

    // Wildcards

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "a/../../secret", "/etc/passwd", "..", ".", "a//b", "C:\\x", "..\\x", "\\x", ".hidden", "a/.git", "a\u0000b", "a?"})
    void a_name_that_climbs_or_is_no_file_s_is_refused_in_a_sentence(String name) throws Exception {
        write("secret.txt", "the secret");
        write("wildcards/a/b.txt", "fine");
        assertThat(fault("a __" + name + "__ b")).isEqualTo(Code.WILDCARD_CLIMBS);
        assertThat(worded("a __" + name + "__ b").text()).isEqualTo("a __" + name + "__ b");
    }

    @Test void a_wildcard_without_a_file_or_lines_or_text_is_a_problem() throws Exception {
        assertThat(fault("__weather__")).isEqualTo(Code.NO_SUCH_WILDCARD);
        write("wildcards/weather.txt", "\n# only this\n");
        assertThat(fault("__weather__")).isEqualTo(Code.EMPTY_WILDCARD);
        Files.write(data.resolve("wildcards/weather.txt"), new byte[] {'a', (byte) 0xFF, '\n'});
        assertThat(fault("__weather__")).isEqualTo(Code.WILDCARD_UNREADABLE);
        Files.createDirectories(data.resolve("wildcards/folder.txt"));
        assertThat(fault("__folder__")).isEqualTo(Code.WILDCARD_UNREADABLE);
    }

    @Test void stars_name_all_files_that_fit_and_a_new_one_among_them_is_another_prompt() throws Exception {
        Path one = write("wildcards/places/coast.txt", "cliffs");
        Path two = write("wildcards/places/far/moon.txt", "craters");
        Path other = write("wildcards/weather.txt", "rain");
        write("wildcards/places/empty.txt", "# nothing\n");
        write("secret.txt", "the secret");
        assertThat(lexicon.uses("__places/*__").files()).containsExactly(one);
        assertThat(lexicon.uses("__places/**__").files()).containsExactly(one, two);
        assertThat(lexicon.uses("__*__").files()).containsExactly(other);
        assertThat(fault("__tales/*__")).isEqualTo(Code.NO_SUCH_WILDCARD);
        assertThat(fault("__../*__")).isEqualTo(Code.NO_SUCH_WILDCARD);
        Uses before = lexicon.uses("a __places/*__");
        write("wildcards/places/hills.txt", "hills");
        assertThat(lexicon.uses("a __places/*__")).isNotEqualTo(before);
        write("wildcards/places/around.txt", "__places/*__");
        assertThat(fault("__places/*__")).isEqualTo(Code.WILDCARD_CIRCLE);
    }

    @Test void a_name_of_a_hundred_stars_takes_no_longer() throws Exception {
        write("wildcards/" + "a".repeat(200) + ".txt", "x");
        assertThat(fault("__" + "a**".repeat(60) + "b__")).isEqualTo(Code.NO_SUCH_WILDCARD);
        assertThat(worded("__" + "a**".repeat(60) + "__").text()).isEqualTo("x");
    }

    @Test void whatever_way_a_choice_goes_its_names_are_looked_at() throws Exception {
        write("wildcards/a.txt", "x\n{y|__gone__}");
        assertThat(fault("{b|{c|__a__}}")).isEqualTo(Code.NO_SUCH_WILDCARD);
    }

    @Test void files_that_name_each_other_in_a_circle_are_told_in_their_order() throws Exception {
        write("wildcards/a.txt", "x __b__");
        write("wildcards/b.txt", "y\n__c__");
        write("wildcards/c.txt", "__b__ z");
        assertThat(fault("__a__")).isEqualTo(Code.WILDCARD_CIRCLE);
        assertThat(lexicon.uses("__a__").fault().orElseThrow().arguments()).containsExactly("b \u2192 c \u2192 b");
    }

    @Test void one_file_may_be_named_twice_but_not_through_a_hundred() throws Exception {
        write("wildcards/a.txt", "__c__ __b__");
        write("wildcards/b.txt", "__c__");
        write("wildcards/c.txt", "x");
        assertThat(lexicon.uses("__a__ __a__").fault()).isEmpty();
        assertThat(lexicon.uses("__a__").files()).hasSize(3);
        for (int i = 0; i < 100; i++) {
            write("wildcards/deep" + i + ".txt", "__deep" + (i + 1) + "__");
        }
        assertThat(fault("__deep0__")).isEqualTo(Code.WILDCARDS_TOO_DEEP);
    }

    @Test void what_a_file_says_is_part_of_what_the_prompt_depends_on() throws Exception {
        write("wildcards/a.txt", "x");
        Uses before = lexicon.uses("__a__");
        write("wildcards/a.txt", "another");
        assertThat(lexicon.uses("__a__")).isNotEqualTo(before);
        assertThat(lexicon.uses("a")).isEqualTo(Uses.NOTHING);
    }

    @Test void a_byte_order_mark_is_no_word() throws Exception {
        write("wildcards/a.txt", "\uFEFFrain");
        assertThat(worded("__a__").text()).isEqualTo("rain");
    }

    // LoRAs

    @Test void a_tag_puts_a_lora_on_and_is_no_word() throws Exception {
        Path ink = write("models/loras/ink.safetensors", "");
        Wording words = worded("a boat, <lora:ink:0.8>, sea");
        assertThat(words.text()).isEqualTo("a boat, sea");
        assertThat(words.onModel()).containsExactly(new Lora(ink, 0.8));
        assertThat(words.onText()).containsExactly(new Lora(ink, 0.8));
        assertThat(worded("<lora:ink>a boat").onModel()).containsExactly(new Lora(ink, 1));
        assertThat(worded("<lora:ink:0.5:-1>").onModel()).containsExactly(new Lora(ink, -1));
        assertThat(worded("<lora:ink:0.5:-1>").onText()).containsExactly(new Lora(ink, 0.5));
        assertThat(worded("a boat <lora:ink:1>").text()).isEqualTo("a boat");
        assertThat(worded("a boat <lora:ink:1>, sea").text()).isEqualTo("a boat, sea");
        assertThat(lexicon.uses("<lora:ink:1>").files()).containsExactly(ink);
    }

    @Test void a_lora_in_a_folder_goes_by_its_name_or_by_its_path() throws Exception {
        Path one = write("models/loras/flat/ink.safetensors", "");
        assertThat(worded("<lora:ink:1>").onModel()).containsExactly(new Lora(one, 1));
        Path two = write("models/loras/wet/ink.gguf", "");
        assertThat(fault("<lora:ink:1>")).isEqualTo(Code.TWO_OF_A_NAME);
        assertThat(worded("<lora:wet/ink:1>").onModel()).containsExactly(new Lora(two, 1));
        assertThat(lexicon.loras()).containsExactly("flat/ink", "wet/ink");
    }

    @Test void a_lora_that_is_not_there_and_a_strength_that_is_none_are_problems() throws Exception {
        assertThat(fault("<lora:ink:1>")).isEqualTo(Code.NO_SUCH_LORA);
        assertThat(fault("<lora:../../secret:1>")).isEqualTo(Code.NO_SUCH_LORA);
        write("models/loras/ink.safetensors", "");
        for (String strength : List.of("strong", "1e9", "", "1000", "NaN", "1:x")) {
            assertThat(fault("<lora:ink:" + strength + ">")).as(strength).isEqualTo(Code.LORA_TAG_BROKEN);
        }
        assertThat(worded("a <lora:gone:1> boat").text()).isEqualTo("a <lora:gone:1> boat");
    }

    @Test void a_tag_may_stand_in_a_choice_and_in_a_file() throws Exception {
        Path ink = write("models/loras/ink.safetensors", "");
        write("wildcards/look.txt", "inky <lora:ink:0.7>");
        Wording words = worded("a boat, __look__");
        assertThat(words.text()).isEqualTo("a boat, inky");
        assertThat(words.onModel()).containsExactly(new Lora(ink, 0.7));
        assertThat(lexicon.uses("{a|__look__}").files()).contains(ink);
    }

    // Embeddings

    @Test void a_name_that_stands_by_itself_is_an_embedding_s() throws Exception {
        Path easy = write("models/embeddings/EasyNegative.safetensors", "");
        Path art = write("models/embeddings/sub/art.pt", "");
        assertThat(worded("a party, smart").embeddings()).isEmpty();
        assertThat(worded("(EASYNEGATIVE:1.2), art").embeddings()).containsExactly(new Embedding("easynegative", easy), new Embedding("art", art));
        assertThat(worded("easynegative-2, easynegative_x").embeddings()).isEmpty();
        assertThat(lexicon.uses("art").files()).containsExactly(art);
        assertThat(lexicon.embeddings()).containsExactly("EasyNegative", "art");
    }

    @Test void comfy_s_way_to_name_one_is_understood() throws Exception {
        write("models/embeddings/easy.pt", "");
        assertThat(worded("(embedding:easy:1.1), embedding:easy.pt").text()).isEqualTo("(easy:1.1), easy");
        assertThat(fault("embedding:gone")).isEqualTo(Code.NO_SUCH_EMBEDDING);
    }

    @Test void two_embeddings_of_a_name_are_a_problem() throws Exception {
        write("models/embeddings/easy.pt", "");
        write("models/embeddings/sub/Easy.safetensors", "");
        assertThat(fault("easy")).isEqualTo(Code.TWO_OF_A_NAME);
    }

    // Styles

    @Test void a_style_goes_with_the_prompt_and_with_the_negative_one() throws Exception {
        write("styles.csv", "name,prompt,negative_prompt\nInk,\"drawing of {prompt}, ink\",\"photo, \"\"colour\"\"\"\r\nSoft,soft light,\n");
        List<Style> both = lexicon.styles("Ink, Soft");
        assertThat(both).extracting(Style::name).containsExactly("Ink", "Soft");
        assertThat(lexicon.worded("a boat", both, false, 1).text()).isEqualTo("drawing of a boat, ink, soft light");
        assertThat(lexicon.worded("", both, true, 1).text()).isEqualTo("photo, \"colour\"");
        assertThat(lexicon.worded("blur,", both, true, 1).text()).isEqualTo("blur, photo, \"colour\"");
    }

    @Test void a_style_may_draw_and_name_files_itself() throws Exception {
        write("wildcards/light.txt", "moonlight");
        write("styles.csv", "name,prompt,negative_prompt\nLit,__light__,\nBad,__gone__,\n");
        assertThat(lexicon.worded("a boat", lexicon.styles("Lit"), false, 1).text()).isEqualTo("a boat, moonlight");
        assertThat(lexicon.usesOfStyles("Lit").files()).hasSize(1);
        assertThat(lexicon.usesOfStyles("Bad").fault().orElseThrow().code()).isEqualTo(Code.NO_SUCH_WILDCARD);
    }

    @Test void a_style_that_is_not_there_and_a_file_that_is_no_text_are_problems() throws Exception {
        assertThat(lexicon.usesOfStyles("Ink").fault().orElseThrow().code()).isEqualTo(Code.NO_SUCH_STYLE);
        write("styles.csv", "name,prompt,negative_prompt\n\"Film, grainy\",film grain,\nFilm,film,\n");
        assertThat(lexicon.styles("Film, grainy,Film")).extracting(Style::name).containsExactly("Film, grainy", "Film");
        assertThat(lexicon.usesOfStyles("Film, Ink").fault().orElseThrow().arguments().getFirst()).isEqualTo("Ink");
        Files.write(data.resolve("styles.csv"), new byte[] {'a', (byte) 0xFF});
        assertThat(lexicon.usesOfStyles("Ink").fault().orElseThrow().code()).isEqualTo(Code.STYLES_UNREADABLE);
        assertThat(lexicon.styles()).isEmpty();
    }

    @Test void a_table_of_styles_is_begun_once_and_reads_as_it_was_meant() throws Exception {
        List<Style> some = List.of(new Style("A, b", "x \"y\",\nz", ""), new Style("C", "{prompt} c", "d"));
        lexicon.beginStyles(some);
        assertThat(lexicon.styles()).isEqualTo(some);
        lexicon.beginStyles(List.of());
        assertThat(lexicon.styles()).isEqualTo(some);
        assertThat(Files.readString(lexicon.styleFile(), StandardCharsets.UTF_8)).startsWith("name,prompt,negative_prompt\n");
    }
}
