package easel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code native/Build.java} would build on machines with this and that, which are a PATH with nothing on it but a
 * compiler and tools that are scripts of two lines.
 */
@EnabledOnOs(OS.LINUX)
class NativeBuildTest {

    private record Answer(int code, String out, String err) {

        /** The name of the folder that the library is or would be in. */
        String entry() {
            return Path.of(out.strip()).getParent().getFileName().toString();
        }
    }

    @TempDir
    static Path classes;

    @TempDir
    Path machine;

    @BeforeAll
    static void compiled_once() {
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-Xlint:all", "-Werror", "-d", classes.toString(),
                "native/Build.java", "native/Backend.java", "native/Os.java", "native/Sdk.java");
        assertThat(code).isZero();
    }

    @BeforeEach
    void a_compiler_and_no_kit() throws IOException {
        Files.createDirectories(machine.resolve("bin"));
        Files.createDirectories(machine.resolve("no-cuda"));
        Path compiler = Stream.of(System.getenv("PATH").split(":")).map(f -> Path.of(f, "c++")).filter(Files::isExecutable).findFirst().orElseThrow();
        tool("bin/c++", "exec " + compiler + " \"$@\"");
    }

    private void tool(String path, String says) throws IOException {
        Path file = machine.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + says + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void vulkanKit() throws IOException {
        tool("vulkan/bin/glslc", "echo shaderc v2024.1");
        for (String header : Set.of("vulkan/vulkan.hpp", "vulkan/vulkan_core.h", "spirv/unified1/spirv.hpp")) {
            Path file = machine.resolve("vulkan/include").resolve(header);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "#define VK_HEADER_VERSION 290\n");
        }
    }

    private void cudaKit() throws IOException {
        tool("cuda/bin/nvcc", "case $1 in --list-gpu-arch) echo compute_75; echo compute_86; echo compute_89; echo compute_120;; *) echo release 13.0;; esac");
    }

    private Answer where(String... options) throws IOException, InterruptedException {
        return build(Stream.concat(Stream.of("--where"), Stream.of(options)).toArray(String[]::new));
    }

    private Answer build(String... options) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp", classes.toString(), "Build"),
                Stream.of(options)).toList());
        Map<String, String> environment = builder.environment();
        environment.remove("EASEL_BACKEND");
        environment.put("PATH", machine.resolve("bin").toString());
        environment.put("EASEL_NATIVE_CACHE", machine.resolve("cache").toString());
        environment.put("VULKAN_SDK", machine.resolve("vulkan").toString());
        environment.put("CUDA_PATH", machine.resolve(Files.exists(machine.resolve("cuda")) ? "cuda" : "no-cuda").toString());
        environment.remove("CUDA_HOME");
        Path errors = machine.resolve("errors");
        Process process = builder.redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out, Files.readString(errors));
    }

    @Test
    void without_any_kit_it_is_the_processor() throws Exception {
        Answer answer = where();
        assertThat(answer.entry()).startsWith("cpu-");
        assertThat(answer.code()).as("nothing is built yet").isEqualTo(3);
    }

    @Test
    void the_vulkan_kit_is_taken_where_it_is_and_cuda_before_it() throws Exception {
        vulkanKit();
        assertThat(where().entry()).startsWith("vulkan-");
        cudaKit();
        assertThat(where().entry()).startsWith("cuda-");
        assertThat(where("--backend", "cpu").entry()).startsWith("cpu-");
    }

    @Test
    void another_card_or_another_kit_is_another_library() throws Exception {
        cudaKit();
        Answer every = where();
        tool("bin/nvidia-smi", "echo 8.6");
        Answer mine = where();
        assertThat(every.err()).doesNotContain("ARCHITECTURES");
        assertThat(mine.err()).contains("-DCMAKE_CUDA_ARCHITECTURES=75-virtual;86-real");
        tool("bin/nvidia-smi", "echo 10.3");
        Answer newer = where();
        assertThat(newer.err()).contains("-DCMAKE_CUDA_ARCHITECTURES=75-virtual;89-virtual]");
        assertThat(Set.of(every.entry(), mine.entry(), newer.entry())).hasSize(3);
    }

    @Test
    void a_build_that_failed_is_passed_over_until_it_is_asked_for() throws Exception {
        vulkanKit();
        Path entry = Path.of(where().out().strip()).getParent();
        Files.createDirectories(entry.getParent());
        Files.writeString(entry.resolveSibling(entry.getFileName() + ".failed"), "the log\n");
        assertThat(where().entry()).startsWith("cpu-");
        assertThat(where("--backend", "vulkan").entry()).isEqualTo(entry.getFileName().toString());
    }

    @Test
    void what_is_missing_is_said_with_the_command_and_not_installed() throws Exception {
        Answer vulkan = where("--backend", "vulkan");
        assertThat(vulkan.code()).isEqualTo(1);
        assertThat(vulkan.err().strip()).hasLineCount(1).contains("glslc").contains("sudo apt-get install glslc");
        assertThat(where("--backend", "cuda").err()).contains("nvcc").contains("sudo apt-get install nvidia-cuda-toolkit");
        assertThat(where("--backend", "metal").err()).contains("Mac");
        assertThat(where("--backend", "opencl").err().strip()).hasLineCount(1).contains("\"opencl\"").contains("auto, cpu, vulkan, cuda or metal");
    }

    @Test
    void a_build_that_was_stopped_goes_on_with_what_is_compiled() throws Exception {
        Path cargo = Stream.of(System.getenv("PATH").split(":")).map(f -> Path.of(f, "cargo")).filter(Files::isExecutable).findFirst().orElseThrow();
        tool("bin/cargo", "exec " + cargo + " \"$@\"");
        String did = machine.resolve("did").toString();
        tool("bin/cmake", "echo cmake $1 >> " + did + "; if [ $1 = -E ]; then /usr/bin/env PATH=/usr/bin:/bin tar xzf $4; fi");
        tool("bin/ninja", "echo ninja >> " + did + "; if [ -e " + machine.resolve("stopped") + " ]; then /bin/mkdir -p $2/bin; "
                + "echo library > $2/bin/libeasel-sd.so; else echo > " + machine.resolve("stopped") + "; kill -9 $$; fi");
        Answer first = build("--backend", "cpu");
        assertThat(first.code()).as(first.err()).isEqualTo(1);
        Answer second = build("--backend", "cpu");
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(Path.of(second.out().strip())).hasContent("library");
        assertThat(second.err()).contains("Going on with building");
        assertThat(Files.readAllLines(Path.of(did))).as("unpacked and configured once").containsExactly("cmake -E", "cmake -G", "ninja", "ninja");
    }
}
