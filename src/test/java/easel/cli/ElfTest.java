package easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What programs ask of the system, against binutils' reading of the same file. */
@EnabledOnOs(OS.LINUX)
class ElfTest {

    @TempDir
    private Path folder;

    @Test
    void names_the_libraries_and_versions_that_readelf_names() throws Exception {
        Path jvm = Path.of(System.getProperty("java.home"), "lib", "server", "libjvm.so");
        Elf elf = Elf.read(jvm).orElseThrow();
        assertThat(elf.libraries()).isNotEmpty().isEqualTo(inReadelf("-d", "\\(NEEDED\\).*\\[(.+)]", jvm));
        Set<String> versions = new TreeSet<>();
        elf.versions().values().forEach(versions::addAll);
        assertThat(versions).isNotEmpty().isEqualTo(inReadelf("-V", "Name: (\\S+) +Flags: .*Version: \\d+", jvm));
        assertThat(elf.libraries()).containsAll(elf.versions().keySet().stream().filter(l -> !l.startsWith("ld-")).toList());
    }

    @Test
    void anything_else_is_no_elf_file() throws IOException {
        assertThat(Elf.read(Files.writeString(folder.resolve("short"), "\177ELF"))).isEmpty();
        assertThat(Elf.read(Files.writeString(folder.resolve("text"), "#!/bin/sh\n".repeat(20)))).isEmpty();
    }

    @Test
    void the_newest_version_is_found_by_number_not_by_letter() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "lib");
        Set<String> versions = new TreeSet<>();
        for (Path file : Tree.files(java)) {
            Elf.read(file).ifPresent(e -> e.versions().values().forEach(versions::addAll));
        }
        int newest = versions.stream().map(Pattern.compile("GLIBC_2\\.(\\d+)(\\..*)?")::matcher).filter(Matcher::matches)
                .mapToInt(m -> Integer.parseInt(m.group(1))).max().orElseThrow();
        assertThat(newest).as("more than one digit, or this shows nothing").isGreaterThan(9);
        assertThat(SystemNeeds.of(java).glibc()).matches("2\\." + newest + "(\\..*)?");
    }

    private static Set<String> inReadelf(String option, String pattern, Path file) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("readelf", "-W", option, file.toString());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        Set<String> found = new TreeSet<>();
        // Of the versions, those that are needed, not those that the file itself defines.
        Matcher matcher = Pattern.compile(pattern).matcher(out.substring(Math.max(0, out.indexOf("Version needs section"))));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
