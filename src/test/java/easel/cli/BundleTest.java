package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import easel.format.PictureFile;
import easel.platform.Home;
import easel.support.RealEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bundle, made once by ./easel as a person types it, in places where nothing else of Easel can be reached. */
@EnabledOnOs(OS.LINUX)
class BundleTest {

    @TempDir
    private static Path shared;
    private static Path bundle;
    private static JsonObject told;

    @TempDir
    private Path folder;

    private record Ran(int exit, String out, String err) {}

    @BeforeAll
    static void make_a_bundle() throws Exception {
        bundle = shared.resolve("on the way").resolve("my 画 bundle");
        Ran ran = run(shared, Map.of(), List.of(easel(), "bundle", "--json", bundle.toString()));
        assertThat(ran.exit).as(ran.err).isZero();
        told = JsonParser.parseString(ran.out.lines().reduce((_, last) -> last).orElseThrow()).getAsJsonObject();
    }

    private static String easel() {
        return Home.folder().resolve("easel").toString();
    }

    private static Ran run(Path folder, Map<String, String> environment, List<String> command) throws Exception {
        Process process = start(folder, environment, command);
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Ran(process.exitValue(), Files.readString(folder.resolve("stdout")), Files.readString(folder.resolve("stderr")));
    }

    private static Process start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout").toFile()).redirectError(folder.resolve("stderr").toFile());
        builder.environment().putAll(Map.of("EASEL_HOME", home.toString(), "EASEL_LANG", "en"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** The command with no network, and with repository, JDK, engine cache and compiler out of sight, if this user may. */
    private List<String> alone(List<String> command) throws Exception {
        List<String> all = new ArrayList<>();
        if (mayUnshare()) {
            StringBuilder script = new StringBuilder("set -e\n");
            for (Path hidden : List.of(Home.folder(), Path.of(System.getProperty("java.home")), Home.library().getParent(), Path.of("/usr/lib/gcc"))) {
                if (Files.isDirectory(hidden)) {
                    script.append("mount -t tmpfs none '").append(hidden.toRealPath()).append("'\n");
                }
            }
            all.addAll(List.of("unshare", "-n", "-m", "sh", "-c", script + "exec \"$@\"", "sh"));
        }
        all.addAll(List.of("env", "-i", "PATH=/nowhere", "EASEL_HOME=" + folder.resolve("their home")));
        all.addAll(command);
        return all;
    }

    private boolean mayUnshare() throws Exception {
        return Files.isExecutable(Path.of("/usr/bin/unshare")) && run(folder, Map.of(), List.of("unshare", "-n", "-m", "true")).exit == 0;
    }

    private static String launcher(Path bundle) {
        return bundle.resolve("easel").toString();
    }

    @Test
    void starts_alone_and_paints_the_picture_that_easel_paints() throws Exception {
        if (mayUnshare()) {
            assertThat(run(folder, Map.of(), alone(List.of(easel(), "--version"))).exit).as("the repository is out of sight").isNotZero();
        }
        Ran version = run(folder, Map.of(), alone(List.of(launcher(bundle), "--version")));
        assertThat(version.err).isEmpty();
        assertThat(version.out.strip()).isEqualTo("Easel " + easel.run.Version.TEXT);
        Path theirs = folder.resolve("theirs.png");
        Ran painted = run(folder, Map.of(), alone(List.of(launcher(bundle), "generate", "--steps", "2", "--seed", "7", "--out", theirs.toString())));
        assertThat(painted.exit).as(painted.err).isZero();

        Path data = Files.createDirectories(folder.resolve("home").resolve("data"));
        RealEngine.starter();
        Files.createSymbolicLink(data.resolve("starter"), RealEngine.data().resolve("starter"));
        Path ours = folder.resolve("ours.png");
        assertThat(run(folder, Map.of(), List.of(easel(), "generate", "--steps", "2", "--seed", "7", "--out", ours.toString())).exit).isZero();
        assertThat(PictureFile.read(theirs).picture().samples()).isEqualTo(PictureFile.read(ours).picture().samples());
    }

    @ParameterizedTest
    @CsvSource({"xx_YY.UTF-8,", "zh_CN.UTF-8, C.UTF-8", "C,", "POSIX, ''"})
    void starts_in_any_locale_from_a_folder_with_a_chinese_name(String language, @Nullable String characters) throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "-u", "EASEL_LANG", "-u", "LC_ALL", "LANG=" + language));
        if (characters != null) {
            command.add("LC_CTYPE=" + characters);
        }
        command.addAll(List.of(launcher(bundle), "info", bundle.resolve("README.txt").toString()));
        Ran ran = run(folder, Map.of(), command);
        assertThat(ran.exit).as(ran.err).isEqualTo(1);
        assertThat(ran.err).contains(bundle.toString()).contains(language.startsWith("zh") ? "既不是图片" : "neither a picture");
    }

    @Test
    void a_plain_copy_still_starts_with_its_cache() throws Exception {
        Path copy = folder.resolve("moved");
        assertThat(run(folder, Map.of(), List.of("cp", "-r", bundle.toString(), copy.toString())).exit).isZero();
        // With "on" the JVM refuses to start where it would otherwise do without the cache.
        Map<String, String> insist = Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");
        assertThat(run(folder, insist, List.of(launcher(copy), "--version"))).satisfies(r -> assertThat(r.exit).as(r.err).isZero());
        Files.delete(copy.resolve("lib").resolve("easel.aot"));
        Ran slower = run(folder, Map.of(), List.of(launcher(copy), "--version"));
        assertThat(slower.out).startsWith("Easel ");
        assertThat(slower.err).isEmpty();
    }

    @Test
    void tells_what_it_needs_and_its_size() throws IOException {
        assertThat(told.get("event").getAsString()).isEqualTo("bundle");
        assertThat(told.get("folder").getAsString()).isEqualTo(bundle.toString());
        assertThat(told.get("cached").getAsBoolean()).isTrue();
        assertThat(told.get("glibc").getAsString()).matches("2\\.\\d+");
        assertThat(told.get("libraries").toString()).contains("libX11.so.6");
        long bytes = 0;
        try (Stream<Path> files = Files.walk(bundle)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(told.get("bytes").getAsLong()).isEqualTo(bytes).isBetween(100_000_000L, 300_000_000L);
    }

    @Test
    void carries_the_licence_of_everything_in_it_and_no_links() throws IOException {
        Path licences = bundle.resolve("licences");
        List<String> overview = Files.readAllLines(licences.resolve("libraries.txt"));
        try (Stream<Path> jars = Files.list(bundle.resolve("lib"))) {
            for (String jar : jars.map(j -> j.getFileName().toString()).filter(j -> j.endsWith(".jar") && !j.equals("easel.jar")).toList()) {
                String name = jar.replaceFirst("-\\d.*", "");
                String line = overview.stream().filter(l -> l.startsWith(name + " ")).findFirst().orElseThrow(() -> new AssertionError(name));
                for (String text : line.substring(line.indexOf(": ") + 2).split(", ")) {
                    assertThat(licences.resolve(text)).isNotEmptyFile();
                }
            }
        }
        assertThat(licences.resolve("engine").resolve("LICENSE")).content().contains("MIT");
        assertThat(licences.resolve("engine").resolve("ggml").resolve("LICENSE")).exists();
        assertThat(bundle.resolve("runtime").resolve("legal").resolve("java.desktop").resolve("LICENSE")).exists();
        assertThat(bundle.resolve("LICENSE")).hasSameTextualContentAs(Home.folder().resolve("LICENSE"));
        try (Stream<Path> all = Files.walk(bundle)) {
            assertThat(all.filter(Files::isSymbolicLink)).isEmpty();
        }
    }

    @Test
    void a_bundle_makes_no_bundle() throws Exception {
        Ran ran = run(folder, Map.of(), List.of(launcher(bundle), "bundle", folder.resolve("next").toString()));
        assertThat(ran.exit).isEqualTo(1);
        assertThat(ran.err).contains("is a bundle itself");
    }

    @Test
    void a_folder_with_something_in_it_is_left_as_it_is() throws Exception {
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("letter.txt"), "Dear friend");
        Ran ran = run(folder, Map.of(), List.of(easel(), "bundle", full.toString()));
        assertThat(ran.exit).isEqualTo(1);
        assertThat(ran.err.lines()).singleElement().asString().contains("not an empty folder");
        Ran file = run(folder, Map.of(), List.of(easel(), "bundle", full.resolve("letter.txt").toString()));
        assertThat(file.err).contains("not an empty folder");
        try (Stream<Path> there = Files.list(full)) {
            assertThat(there).containsExactly(full.resolve("letter.txt"));
        }
    }

    @Test
    void disks_that_are_too_small_or_read_only_are_refused() throws Exception {
        assumeTrue(mayUnshare());
        Path disk = Files.createDirectory(folder.resolve("disk"));
        for (String[] refusal : new String[][] {{"size=60m", "60 MB free|6[0-9] MB free"}, {"ro", "cannot be written to"}}) {
            Ran ran = run(folder, Map.of(), List.of("unshare", "-m", "sh", "-c", "mount -t tmpfs -o " + refusal[0] + " none \"$1\"; shift; exec \"$@\"", "sh",
                    disk.toString(), easel(), "bundle", disk.resolve("new").toString()));
            assertThat(ran.exit).isEqualTo(1);
            assertThat(ran.err.lines()).singleElement().asString().containsPattern(refusal[1]);
        }
    }

    @Test
    void ctrl_c_leaves_nothing() throws Exception {
        Path target = folder.resolve("far").resolve("away").resolve("bundle");
        Process process = start(folder, Map.of(), List.of(easel(), "bundle", target.toString()));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (process.descendants().noneMatch(p -> p.info().command().orElse("").endsWith("jlink"))) {
            assertThat(System.nanoTime()).as("jlink starts").isLessThan(end);
            Thread.sleep(20);
        }
        List<ProcessHandle> children = process.descendants().toList();
        Thread.sleep(1_000);   // so that it has written something
        assertThat(folder.resolve("far").resolve("away")).isNotEmptyDirectory();
        assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor()).isZero();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(Files.exists(folder.resolve("far"), LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(Files.readString(folder.resolve("stderr"), StandardCharsets.UTF_8)).doesNotContain("Exception");
    }
}
