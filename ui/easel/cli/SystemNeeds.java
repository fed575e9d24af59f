package easel.cli;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the programs in a folder take from the Linux they run on.
 *
 * @param glibc     the oldest glibc that will do, such as {@code 2.34}; empty if the folder holds no Linux programs
 * @param libstdcxx the newest symbol version wanted of libstdc++, such as {@code 3.4.29}; empty if none is wanted
 * @param libraries further libraries that are not in the folder, by file name
 */
record SystemNeeds(String glibc, String libstdcxx, SortedSet<String> libraries) {

    /** The libraries that are glibc. */
    private static final Set<String> GLIBC = Set.of("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1", "libresolv.so.2");

    static SystemNeeds of(Path folder) throws IOException {
        Set<String> there = new HashSet<>();
        SortedSet<String> libraries = new TreeSet<>();
        Set<String> versions = new HashSet<>();
        for (Path file : Tree.files(folder)) {
            there.add(file.getFileName().toString());
            Elf.read(file).ifPresent(elf -> {
                libraries.addAll(elf.libraries());
                elf.versions().values().forEach(versions::addAll);
            });
        }
        libraries.removeIf(l -> there.contains(l) || GLIBC.contains(l) || l.startsWith("ld-linux"));
        return new SystemNeeds(newest(versions, "GLIBC_"), newest(versions, "GLIBCXX_"), libraries);
    }

    private static String newest(Set<String> versions, String prefix) {
        Stream<String> numbers = versions.stream().filter(v -> v.matches(prefix + "[0-9.]+")).map(v -> v.substring(prefix.length()));
        return numbers.map(ModuleDescriptor.Version::parse).sorted().reduce((_, last) -> last).map(Object::toString).orElse("");
    }

    /** For machines. */
    Map<String, Object> facts() {
        return Map.of("glibc", glibc, "libstdc++", libstdcxx, "libraries", libraries);
    }
}
