package easel.models;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.weights.FamilyFiles;
import easel.engine.weights.ModelKind;
import easel.graph.Rule;
import easel.nodes.Catalogue;
import easel.platform.Language;
import easel.run.ModelHeads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where models are found: Easel's own folder, and those of the programs that people have. */
@Timeout(60)
class ModelFoldersTest {

    @TempDir Path disk;
    private ModelFolders models;

    @BeforeEach
    void open() {
        models = reading(new ModelHeads());
    }

    private ModelFolders reading(Contents contents) {
        return new ModelFolders(disk.resolve("config/model-folders.txt"), disk.resolve("data/models"), disk.resolve("cache/model-kinds.txt"), contents);
    }

    private Path file(String path) throws IOException {
        Path file = disk.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, path);
    }

    private void files(String... paths) throws IOException {
        for (String path : paths) {
            file(path);
        }
    }

    private void weights(String path, ModelKind kind) throws IOException {
        Path file = disk.resolve(path);
        Files.createDirectories(file.getParent());
        FamilyFiles.of(kind, file);
    }

    private void choose(String folder) throws IOException {
        models.choose(disk.resolve(folder), true);
    }

    /** Short names by kind, without kinds of which there are none. */
    private Map<Kind, String> names() {
        Map<Kind, String> names = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            String all = String.join(" ", models.all(kind).keySet());
            if (!all.isEmpty()) {
                names.put(kind, all);
            }
        }
        return names;
    }

    // One program after the other

    @ParameterizedTest
    @ValueSource(strings = {"ComfyUI_windows_portable", "ComfyUI_windows_portable/ComfyUI", "ComfyUI_windows_portable/ComfyUI/models"})
    void comfyui_s_models_have_its_own_names_from_whichever_of_its_folders(String chosen) throws Exception {
        String models = "ComfyUI_windows_portable/ComfyUI/models/";
        files(models + "checkpoints/sd15.safetensors", models + "checkpoints/XL/base.ckpt", models + "checkpoints/put_checkpoints_here",
                models + "diffusion_models/flux.gguf", models + "unet/wan.safetensors", models + "loras/ink.safetensors", models + "vae/kl.pt",
                models + "vae_approx/taesd.pth", models + "text_encoders/t5.safetensors", models + "clip/clip_l.safetensors", models + "clip_vision/h.safetensors",
                models + "controlnet/canny.pth", models + "upscale_models/4x.pth", models + "embeddings/easy.pt", models + "photomaker/v1.bin",
                models + "checkpoints/.hidden.ckpt", models + "checkpoints/notes.txt");
        choose(chosen);
        assertThat(names()).isEqualTo(Map.ofEntries(Map.entry(Kind.CHECKPOINT, "sd15.safetensors XL/base.ckpt"), Map.entry(Kind.DIFFUSION_MODEL, "flux.gguf wan.safetensors"),
                Map.entry(Kind.LORA, "ink.safetensors"), Map.entry(Kind.VAE, "kl.pt"), Map.entry(Kind.TAESD, "taesd.pth"), Map.entry(Kind.TEXT_ENCODER, "clip_l.safetensors t5.safetensors"),
                Map.entry(Kind.VISION, "h.safetensors"), Map.entry(Kind.CONTROL_NET, "canny.pth"), Map.entry(Kind.UPSCALER, "4x.pth"), Map.entry(Kind.EMBEDDING, "easy.pt"),
                Map.entry(Kind.PHOTO_MAKER, "v1.bin")));
    }

    @Test void a1111_s_and_forge_s_folders_are_found() throws Exception {
        files("webui/models/Stable-diffusion/dream.safetensors", "webui/models/Lora/style/ink.safetensors", "webui/models/LyCORIS/loha.safetensors", "webui/models/VAE/kl.pt",
                "webui/models/VAE-approx/model.pt", "webui/models/ControlNet/canny.pth", "webui/extensions/sd-webui-controlnet/models/depth.pth",
                "webui/models/ESRGAN/4x.pth", "webui/models/RealESRGAN/anime.pth", "webui/models/text_encoder/t5.safetensors", "webui/embeddings/easy.pt", "webui/outputs/x.ckpt");
        choose("webui");
        assertThat(names()).isEqualTo(Map.of(Kind.CHECKPOINT, "dream.safetensors", Kind.DIFFUSION_MODEL, "dream.safetensors", Kind.LORA, "loha.safetensors style/ink.safetensors",
                Kind.VAE, "kl.pt", Kind.TAESD, "model.pt", Kind.CONTROL_NET, "canny.pth depth.pth", Kind.UPSCALER, "4x.pth anime.pth", Kind.TEXT_ENCODER, "t5.safetensors",
                Kind.EMBEDDING, "easy.pt"));
    }

    @Test void invokeai_s_folders_by_family_are_found() throws Exception {
        files("invokeai/models/sd-1/main/dream.safetensors", "invokeai/models/sdxl/main/base.safetensors", "invokeai/models/sdxl/lora/ink.safetensors",
                "invokeai/models/sd-1/embedding/easy.pt", "invokeai/models/any/vae/kl.safetensors", "invokeai/models/sd-1/controlnet/canny.safetensors",
                "invokeai/models/any/spandrel_image_to_image/4x.pth", "invokeai/databases/invokeai.db");
        choose("invokeai");
        assertThat(names()).isEqualTo(Map.of(Kind.CHECKPOINT, "base.safetensors dream.safetensors", Kind.DIFFUSION_MODEL, "base.safetensors dream.safetensors", Kind.LORA, "ink.safetensors",
                Kind.EMBEDDING, "easy.pt", Kind.VAE, "kl.safetensors", Kind.CONTROL_NET, "canny.safetensors", Kind.UPSCALER, "4x.pth"));
    }

    @Test void invokeai_s_folders_called_by_uuids_are_sorted_by_what_the_files_say_they_are() throws Exception {
        String at = "invokeai/models/";
        String[] ids = {"0a1b2c3d-0000-4000-8000-000000000001", "0a1b2c3d-0000-4000-8000-000000000002", "0a1b2c3d-0000-4000-8000-000000000003",
                "0a1b2c3d-0000-4000-8000-000000000004", "0A1B2C3D-0000-4000-8000-000000000005", "0a1b2c3d-0000-4000-8000-000000000006"};
        weights(at + ids[0] + "/dream.safetensors", ModelKind.CHECKPOINT);
        weights(at + ids[1] + "/ink.safetensors", ModelKind.LORA);
        weights(at + ids[2] + "/ink.safetensors", ModelKind.LORA);
        weights(at + ids[3] + "/text_encoder_2/model.safetensors", ModelKind.T5XXL);
        weights(at + ids[4] + "/ip.safetensors", ModelKind.IP_ADAPTER);
        weights(at + ids[5] + "/odd.safetensors", ModelKind.UNKNOWN_TENSORS);
        Files.createDirectories(disk.resolve(at + "sdxl/main"));   // left over from the time before
        choose("invokeai");
        String odd = ids[5] + "/odd.safetensors";
        assertThat(names()).containsEntry(Kind.CHECKPOINT, ids[0] + "/dream.safetensors " + odd)
                .containsEntry(Kind.LORA, ids[1] + "/ink.safetensors " + ids[2] + "/ink.safetensors " + odd)
                .containsEntry(Kind.TEXT_ENCODER, ids[3] + "/text_encoder_2/model.safetensors " + odd)
                .containsEntry(Kind.VAE, odd).hasSize(Kind.values().length);
        assertThat(models.found()).extracting(found -> found.sentence(Language.ENGLISH)).containsExactly("2 checkpoints, 2 LoRAs, 1 text encoder");
        assertThat(models.find(Kind.LORA, ids[2] + "/ink.safetensors")).contains(disk.resolve(at + ids[2] + "/ink.safetensors"));
    }

    @Test void a_file_that_is_replaced_by_one_of_another_kind_is_sorted_anew() throws Exception {
        weights("downloads/a.safetensors", ModelKind.LORA);
        choose("downloads");
        assertThat(names()).isEqualTo(Map.of(Kind.LORA, "a.safetensors"));
        weights("downloads/a.safetensors", ModelKind.UPSCALER);
        assertThat(names()).isEqualTo(Map.of(Kind.UPSCALER, "a.safetensors"));
    }

    /** Calls everything a LoRA. */
    private record Looking(List<Path> at, String version) implements Contents {

        @Override
        public Set<Kind> of(Path file) {
            at.add(file);
            return Set.of(Kind.LORA);
        }
    }

    @Test void a_file_is_looked_into_once_for_all_kinds_and_starts_and_never_where_its_folder_says_what_it_is() throws Exception {
        files("downloads/a.safetensors", "ComfyUI/models/loras/b.safetensors");
        Path a = disk.resolve("downloads/a.safetensors");
        Files.setLastModifiedTime(a, FileTime.from(Instant.now().minusSeconds(60)));
        choose("downloads");
        choose("ComfyUI");
        List<Path> looked = new ArrayList<>();
        for (int start = 0; start < 2; start++) {
            models = reading(new Looking(looked, "1"));
            assertThat(names()).isEqualTo(Map.of(Kind.LORA, "a.safetensors b.safetensors"));
            assertThat(models.find(Kind.VAE, "a.safetensors")).as("a name is believed, as a path is").contains(a);
        }
        assertThat(looked).containsExactly(a);
        models = reading(new Looking(looked, "2"));
        models.all(Kind.LORA);
        assertThat(looked).as("by another Easel again").containsExactly(a, a);
        Files.setLastModifiedTime(a, FileTime.from(Instant.now().minusSeconds(50)));
        models.all(Kind.LORA);
        assertThat(looked).as("and once it has changed").hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1\n", "1\nx", "1\n\t\t\t", "1\n1\t1\tNOTHING\t/a", "1\n1\t99999999999999999999\tLORA\t/a", "1\n1\t1\tLORA\t\0", "\uFFFF", "2\n1\t1\tVAE\t/a"})
    void what_was_kept_and_makes_no_sense_counts_as_absent(String kept) throws Exception {
        file("downloads/a.safetensors");
        choose("downloads");
        Files.createDirectories(disk.resolve("cache"));
        Files.writeString(disk.resolve("cache/model-kinds.txt"), kept);
        models = reading(new Looking(new ArrayList<>(), "1"));
        assertThat(names()).isEqualTo(Map.of(Kind.LORA, "a.safetensors"));
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_file_in_a_folder_of_no_habits_is_offered_where_it_can_be_used_or_nowhere(ModelKind kind) throws Exception {
        weights("downloads/a.safetensors", kind);
        choose("downloads");
        int kinds = switch (kind) {
            case MOTION_MODULE, IP_ADAPTER -> 0;
            case UNKNOWN_TENSORS -> Kind.values().length;
            default -> 1;
        };
        assertThat(names()).hasSize(kinds);
    }

    @Test void fooocus_swarmui_and_stability_matrix_are_found() throws Exception {
        files("Fooocus_win64/Fooocus/models/checkpoints/jugger.safetensors", "Fooocus_win64/Fooocus/models/loras/offset.safetensors",
                "SwarmUI/Models/Stable-Diffusion/swarm.safetensors", "SwarmUI/Models/Embeddings/swarm.pt",
                "Matrix/Data/Models/StableDiffusion/matrix.safetensors", "Matrix/Data/Models/ApproxVAE/matrix.pth", "Matrix/Data/Models/TextualInversion/matrix.pt");
        choose("Fooocus_win64");
        choose("SwarmUI");
        choose("Matrix");
        assertThat(names()).containsEntry(Kind.CHECKPOINT, "jugger.safetensors matrix.safetensors swarm.safetensors").containsEntry(Kind.LORA, "offset.safetensors")
                .containsEntry(Kind.EMBEDDING, "matrix.pt swarm.pt").containsEntry(Kind.TAESD, "matrix.pth");
    }

    @Test void one_kind_s_folder_alone_and_a_folder_of_no_habits_will_do() throws Exception {
        files("somewhere/Lora/ink.safetensors", "downloads/dream.safetensors", "downloads/old/ink2.safetensors");
        choose("somewhere/Lora");
        choose("downloads");
        assertThat(names()).containsEntry(Kind.LORA, "dream.safetensors ink.safetensors old/ink2.safetensors").containsEntry(Kind.VAE, "dream.safetensors old/ink2.safetensors");
        assertThat(models.found()).extracting(found -> found.sentence(Language.ENGLISH)).containsExactly("1 LoRA", "2 checkpoints");
    }

    @Test void models_are_sorted_as_people_sort_them() throws Exception {
        files("Lora/epoch 10.safetensors", "Lora/Epoch 9.safetensors", "Lora/epoch 9b.safetensors", "Lora/dream.safetensors");
        choose("Lora");
        assertThat(names()).containsEntry(Kind.LORA, "dream.safetensors Epoch 9.safetensors epoch 9b.safetensors epoch 10.safetensors");
    }

    // ComfyUI's file

    @Test void comfyui_s_file_of_other_folders_is_followed() throws Exception {
        files("ComfyUI/models/checkpoints/own.safetensors", "a1111/models/Stable-diffusion/dream.safetensors", "a1111/models/Lora/ink.safetensors",
                "a1111/models/LyCORIS/loha.safetensors", "beside/vae/kl.pt");
        Files.writeString(disk.resolve("ComfyUI/extra_model_paths.yaml"), """
                # as the example that comes with ComfyUI
                a111:
                    base_path: %s/
                    checkpoints: models/Stable-diffusion
                    configs: models/Stable-diffusion
                    loras: |
                         models/Lora
                         models/LyCORIS
                    custom_nodes: path/custom_nodes
                other:
                    is_default: true
                    vae: ../beside/vae
                    upscale_models: /not/there
                broken: just words
                """.formatted(disk.resolve("a1111")));
        choose("ComfyUI");
        assertThat(names()).isEqualTo(Map.of(Kind.CHECKPOINT, "dream.safetensors own.safetensors", Kind.LORA, "ink.safetensors loha.safetensors", Kind.VAE, "kl.pt"));
        models.choose(disk.resolve("ComfyUI"), false);
        choose("ComfyUI/extra_model_paths.yaml");
        assertThat(names()).containsEntry(Kind.CHECKPOINT, "dream.safetensors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [1, 2", "&a [*a]", "\u0000", "!!java.io.File x", "- 1\n- 2", "a: {base_path: \"\\0\", loras: x}", "a: &x\n  b: *x", ""})
    void a_file_that_makes_no_sense_takes_nothing_away(String yaml) throws Exception {
        file("ComfyUI/models/loras/ink.safetensors");
        Files.writeString(disk.resolve("ComfyUI/extra_model_paths.yaml"), yaml);
        choose("ComfyUI");
        assertThat(models.all(Kind.LORA)).containsKey("ink.safetensors");
        assertThat(models.found()).singleElement().satisfies(found -> assertThat(found.sentence(Language.ENGLISH)).isNotBlank().doesNotContain("\n"));
    }

    // Names

    @Test void a_short_name_means_the_first_folder_s_file_and_never_one_outside() throws Exception {
        Path own = file("data/models/checkpoints/a.safetensors");
        Path second = file("ComfyUI/models/checkpoints/a.safetensors");
        Path deep = file("ComfyUI/models/checkpoints/XL/b.safetensors");
        file("ComfyUI/models/secret.safetensors");
        choose("ComfyUI");
        assertThat(models.find(Kind.CHECKPOINT, "a.safetensors")).contains(own);
        Files.delete(own);
        assertThat(models.find(Kind.CHECKPOINT, "a.safetensors")).contains(second);
        assertThat(models.find(Kind.CHECKPOINT, "XL\\b.safetensors")).contains(deep);
        for (String name : new String[] {"", "../secret.safetensors", "XL/../../secret.safetensors", second.toString(), "b.safetensors", "XL", "a\u0000"}) {
            assertThat(models.find(Kind.CHECKPOINT, name)).as(name).isEmpty();
        }
    }

    @Test void what_a_parameter_says_is_a_path_before_it_is_a_name() throws Exception {
        Path named = file("ComfyUI/models/vae/kl.pt");
        choose("ComfyUI");
        assertThat(models.file(Rule.File.Of.VAE, "kl.pt")).isEqualTo(named);
        assertThat(models.file(Rule.File.Of.VAE, named.toString())).isEqualTo(named);
        assertThat(models.file(Rule.File.Of.VAE, "pom.xml")).isEqualTo(Path.of("pom.xml"));
        assertThat(models.file(Rule.File.Of.LORA, "kl.pt")).isEqualTo(Path.of("kl.pt"));
        assertThat(models.file(Rule.File.Of.PICTURE, "kl.pt")).isEqualTo(Path.of("kl.pt"));
    }

    @Test void where_any_model_will_do_every_kind_is_offered_under_what_leads_back_to_it() throws Exception {
        Path checkpoint = file("ComfyUI/models/checkpoints/a.safetensors");
        Path diffusion = file("ComfyUI/models/unet/flux.gguf");
        Path lora = file("ComfyUI/models/loras/ink.safetensors");
        Path namesake = file("ComfyUI/models/loras/a.safetensors");
        Path vae = file("ComfyUI/models/vae/kl.pt");
        Path text = file("ComfyUI/models/clip/t5.safetensors");
        Path upscaler = file("ComfyUI/models/upscale_models/4x.pth");
        Path control = file("ComfyUI/models/controlnet/canny.pth");
        choose("ComfyUI");
        for (String type : new String[] {"convert-model", "model-info"}) {
            Rule.File rule = (Rule.File) Catalogue.schema(type).flatMap(s -> s.parameter("model")).orElseThrow().rule();
            assertThat(models.all(rule.of())).as(type).containsOnly(Map.entry("a.safetensors", checkpoint), Map.entry("flux.gguf", diffusion),
                    Map.entry("ink.safetensors", lora), Map.entry(namesake.toString(), namesake), Map.entry("kl.pt", vae), Map.entry("t5.safetensors", text),
                    Map.entry("4x.pth", upscaler), Map.entry("canny.pth", control));
            models.all(rule.of()).forEach((name, path) -> assertThat(models.file(rule.of(), name)).as(name).isEqualTo(path));
        }
        assertThat(models.all(Rule.File.Of.LORA)).containsOnlyKeys("ink.safetensors", "a.safetensors");
        assertThat(models.all(Rule.File.Of.PICTURE)).isEmpty();
    }

    @Test void where_any_model_will_do_a_name_also_leads_back_from_a_folder_that_says_no_kind() throws Exception {
        Path sorted = file("data/models/loras/same.safetensors");
        weights("Heap/same.safetensors", ModelKind.VAE);
        weights("Heap/deep/other.safetensors", ModelKind.VAE);
        choose("Heap");
        assertThat(models.all(Rule.File.Of.MODEL)).containsValues(sorted, disk.resolve("Heap/same.safetensors"), disk.resolve("Heap/deep/other.safetensors"));
        models.all(Rule.File.Of.MODEL).forEach((name, path) -> assertThat(models.file(Rule.File.Of.MODEL, name)).as(name).isEqualTo(path));
    }

    @Test void what_is_put_there_later_is_found_and_what_is_gone_is_not() throws Exception {
        file("ComfyUI/models/loras/ink.safetensors");
        choose("ComfyUI");
        Files.setLastModifiedTime(disk.resolve("ComfyUI/models/loras"), FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(models.all(Kind.LORA)).containsOnlyKeys("ink.safetensors");
        Path second = file("ComfyUI/models/loras/late.safetensors");
        assertThat(models.all(Kind.LORA)).containsOnlyKeys("ink.safetensors", "late.safetensors");
        file("ComfyUI/models/vae/new.pt");
        assertThat(models.all(Kind.VAE)).containsOnlyKeys("new.pt");
        Files.delete(second);
        assertThat(models.all(Kind.LORA)).containsOnlyKeys("ink.safetensors");
    }

    @Test void folders_that_lead_in_circles_end() throws Exception {
        file("ComfyUI/models/loras/ink.safetensors");
        try {
            Files.createSymbolicLink(disk.resolve("ComfyUI/models/loras/round"), disk.resolve("ComfyUI/models"));
        } catch (IOException | UnsupportedOperationException noLinks) {
            Assumptions.abort("no links here");
        }
        choose("ComfyUI");
        assertThat(models.all(Kind.LORA)).containsKey("ink.safetensors").hasSizeLessThan(10);
    }

    // The list

    @Test void folders_are_kept_in_a_file_that_a_person_may_write_too() throws Exception {
        Files.createDirectories(disk.resolve("config"));
        Files.writeString(models.file(), "# mine\n\n  " + disk.resolve("one") + "  \n~/two\n");
        choose("three");
        assertThat(models.chosen()).containsExactly(disk.resolve("one"), Path.of(System.getProperty("user.home"), "two"), disk.resolve("three"));
        models.choose(disk.resolve("one"), false);
        assertThat(Files.readString(models.file())).startsWith("# mine\n").doesNotContain("one\n");
        choose("three");
        assertThat(models.chosen()).hasSize(2);
    }

    @Test void a_folder_that_is_gone_unreadable_or_no_folder_is_one_sentence() throws Exception {
        file("file.txt");
        Path locked = Files.createDirectories(disk.resolve("locked"));
        Files.createDirectories(disk.resolve("empty"));
        choose("gone");
        choose("file.txt");
        choose("empty");
        choose("locked");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try (Stream<Found> found = models.found().stream()) {
            assertThat(found.map(each -> each.sentence(Language.ENGLISH)).limit(3)).containsExactly("The folder " + disk.resolve("gone") + " is not there.",
                    disk.resolve("file.txt") + " is no folder with models.", "There are no models in " + disk.resolve("empty") + ".");
            assertThat(names()).isEmpty();
            if (!Files.isReadable(locked)) {
                assertThat(models.found().getLast().sentence(Language.ENGLISH)).isEqualTo(locked + " cannot be read (access denied).");
            }
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
