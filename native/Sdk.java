import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What this machine has of the kits for graphics cards.
 *
 * @param environment PATH, and where the kits' own installers, or people, say they are: VULKAN_SDK, CUDA_PATH, CUDA_HOME
 */
record Sdk(Os os, String processor, Map<String, String> environment) {

    /** A part of a kit: what it is, and Debian's package of it. */
    record Part(String what, String debian) {}

    private static final Part SHADER_COMPILER = new Part("the shader compiler glslc", "glslc");
    private static final Part VULKAN_HEADERS = new Part("Vulkan's headers", "libvulkan-dev");
    private static final Part SPIRV_HEADERS = new Part("SPIR-V's headers", "spirv-headers");
    private static final Part CUDA_COMPILER = new Part("NVIDIA's CUDA compiler nvcc", "nvidia-cuda-toolkit");
    private static final Part MAC = new Part("a Mac with Apple's own processor", "");
    private static final Part NO_MAC = new Part("Linux or Windows", "");

    /** What a build for it needs and is not there. */
    List<Part> missingFor(Backend backend) {
        List<Part> missing = new ArrayList<>();
        switch (backend) {
            case CPU -> { }
            case METAL -> {
                // ggml's Metal is written for Apple's processors; on older Macs the processor is the surer choice.
                if (os != Os.MAC || !processor.equals("aarch64")) {
                    missing.add(MAC);
                }
            }
            case CUDA -> {
                if (os == Os.MAC) {
                    missing.add(NO_MAC);
                } else if (nvcc().isEmpty()) {
                    missing.add(CUDA_COMPILER);
                }
            }
            case VULKAN -> {
                if (glslc().isEmpty()) {
                    missing.add(SHADER_COMPILER);
                }
                if (header("vulkan/vulkan.hpp").isEmpty()) {
                    missing.add(VULKAN_HEADERS);
                }
                if (Stream.of("spirv/unified1/spirv.hpp", "spirv-headers/spirv.hpp", "spirv.hpp").allMatch(h -> header(h).isEmpty())) {
                    missing.add(SPIRV_HEADERS);
                }
            }
        }
        return missing;
    }

    /** The command that installs what is missing; empty where no command can. */
    Optional<String> installer(Backend backend, List<Part> missing) {
        if (missing.stream().anyMatch(p -> p.debian().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(switch (os) {
            case LINUX -> "sudo apt-get install " + String.join(" ", missing.stream().map(Part::debian).toList())
                    + (backend == Backend.CUDA ? " (Debian's section non-free, Ubuntu; elsewhere from NVIDIA)" : " (Debian, Ubuntu; elsewhere the packages of these names)");
            case MAC -> "brew install shaderc vulkan-headers vulkan-loader spirv-headers molten-vk";
            case WINDOWS -> backend == Backend.CUDA ? "winget install Nvidia.CUDA" : "winget install KhronosGroup.VulkanSDK";
        });
    }

    Optional<Path> glslc() {
        return program("glslc", folders("VULKAN_SDK"), List.of());
    }

    Optional<Path> nvcc() {
        return program("nvcc", Stream.concat(folders("CUDA_PATH").stream(), folders("CUDA_HOME").stream()).toList(),
                os == Os.LINUX ? List.of(Path.of("/usr/local/cuda/bin"), Path.of("/opt/cuda/bin")) : List.of());
    }

    /** The number of the Vulkan headers, such as 239 of 1.3.239. */
    String vulkanHeaderVersion() throws IOException {
        Optional<Path> core = header("vulkan/vulkan_core.h");
        if (core.isEmpty()) {
            return "";
        }
        try (Stream<String> lines = Files.lines(core.get())) {
            return lines.filter(l -> l.startsWith("#define VK_HEADER_VERSION ")).findFirst().orElse("");
        } catch (UncheckedIOException notText) {
            return "";
        }
    }

    /**
     * What nvcc should compile for, as CMake writes it; empty leaves it to ggml, which then takes every generation.
     * That is right for a machine without a card and takes ten times as long. With a card: that card's machine code,
     * which starts at once and knows all it can do, and beside it the intermediate code of the oldest generation worth
     * painting on (6.1, GeForce 10), which the driver translates on any other card, so that a copied folder works there.
     *
     * @param cards the cards' compute capabilities as nvidia-smi writes them, such as {@code 8.6}
     * @param known what nvcc can compile for, as {@code nvcc --list-gpu-arch} writes it, such as {@code compute_86}
     */
    static String cudaArchitectures(List<String> cards, String known) {
        List<Integer> can = Pattern.compile("compute_(\\d+)").matcher(known).results().map(r -> r.group(1)).map(Integer::valueOf).sorted().toList();
        List<Integer> here = cards.stream().map(String::strip).filter(c -> c.matches("\\d+\\.\\d")).map(c -> Integer.valueOf(c.replace(".", ""))).sorted().toList();
        if (can.isEmpty() || here.isEmpty()) {
            return "";
        }
        SequencedSet<String> chosen = new LinkedHashSet<>();
        int oldest = can.stream().filter(a -> a >= 61).findFirst().orElse(can.getLast());
        chosen.add(Math.min(oldest, Math.max(here.getFirst(), can.getFirst())) + "-virtual");
        for (int card : here) {
            if (can.contains(card)) {
                chosen.add(card + "-real");
            } else {
                // A card the toolkit does not know yet: the driver translates the nearest older one, but not 12.x, which
                // ggml turns into code for that very card.
                can.stream().filter(a -> a < card && a / 10 != 12).reduce((_, last) -> last).ifPresent(a -> chosen.add(a + "-virtual"));
            }
        }
        return String.join(";", chosen);
    }

    private Optional<Path> header(String name) {
        Stream<Path> ofKit = folders("VULKAN_SDK").stream().flatMap(f -> Stream.of(f.resolve("include"), f.resolve("Include")));
        Stream<Path> ofSystem = os == Os.WINDOWS ? Stream.empty() : Stream.of("/usr/include", "/usr/local/include", "/opt/homebrew/include").map(Path::of);
        return Stream.concat(ofKit, ofSystem).map(f -> f.resolve(name)).filter(Files::isRegularFile).findFirst();
    }

    /** In the kits if there are any named, else on the PATH, else in the usual places. */
    private Optional<Path> program(String name, List<Path> kits, List<Path> usual) {
        Stream<Path> onPath = Arrays.stream(environment.getOrDefault("PATH", "").split(java.io.File.pathSeparator)).filter(f -> !f.isBlank()).map(Path::of);
        Stream<Path> folders = kits.isEmpty() ? Stream.concat(onPath, usual.stream()) : kits.stream().flatMap(k -> Stream.of(k.resolve("bin"), k.resolve("Bin")));
        return folders.map(f -> f.resolve(os == Os.WINDOWS ? name + ".exe" : name)).filter(f -> Files.isRegularFile(f) && Files.isExecutable(f)).findFirst();
    }

    private List<Path> folders(String variable) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? List.of() : List.of(Path.of(value));
    }
}
