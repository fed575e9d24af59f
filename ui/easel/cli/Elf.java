package easel.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a Linux program or library asks of the system's libraries. Read from a 64-bit little-endian ELF file's section
 * headers (System V ABI, "Object Files"; symbol versions: Linux Standard Base 5, "Symbol Versioning").
 *
 * @param libraries the libraries it is linked to, by file name, such as {@code libm.so.6}
 * @param versions  by library, the symbol versions it uses, such as {@code GLIBC_2.34}
 */
record Elf(Set<String> libraries, Map<String, Set<String>> versions) {

    private static final int HEADER = 64;
    private static final int SECTION = 64;
    private static final int SHT_DYNAMIC = 6;
    private static final int SHT_GNU_VERNEED = 0x6ffffffe;
    private static final long DT_NEEDED = 1;
    /** The longest file name Linux has. */
    private static final int NAME = 256;

    /** Reads the file; empty if it is something else. */
    static Optional<Elf> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() < HEADER) {
                return Optional.empty();
            }
            ByteBuffer header = part(channel, 0, HEADER);
            // magic number, 64-bit, little-endian
            if (header.getInt(0) != 0x464c457f || header.get(4) != 2 || header.get(5) != 1) {
                return Optional.empty();
            }
            long table = header.getLong(40);
            int count = Short.toUnsignedInt(header.getShort(60));
            ByteBuffer sections = part(channel, table, count * SECTION);
            Elf elf = new Elf(new TreeSet<>(), new TreeMap<>());
            for (int i = 0; i < count; i++) {
                int at = i * SECTION;
                switch (sections.getInt(at + 4)) {
                    case SHT_DYNAMIC -> elf.addLibraries(content(channel, sections, at), linked(channel, sections, at));
                    case SHT_GNU_VERNEED -> elf.addVersions(content(channel, sections, at), linked(channel, sections, at));
                    default -> { }
                }
            }
            return Optional.of(elf);
        }
    }

    private void addLibraries(ByteBuffer dynamic, ByteBuffer names) {
        for (int at = 0; at + 16 <= dynamic.limit(); at += 16) {
            if (dynamic.getLong(at) == DT_NEEDED) {
                libraries.add(name(names, (int) dynamic.getLong(at + 8)));
            }
        }
    }

    private void addVersions(ByteBuffer needs, ByteBuffer names) {
        int at = 0;
        while (true) {
            Set<String> ofLibrary = versions.computeIfAbsent(name(names, needs.getInt(at + 4)), _ -> new TreeSet<>());
            int version = at + needs.getInt(at + 8);
            for (int i = 0; i < Short.toUnsignedInt(needs.getShort(at + 2)); i++) {
                ofLibrary.add(name(names, needs.getInt(version + 8)));
                version += needs.getInt(version + 12);
            }
            if (needs.getInt(at + 12) == 0) {
                return;
            }
            at += needs.getInt(at + 12);
        }
    }

    private static ByteBuffer content(FileChannel channel, ByteBuffer sections, int at) throws IOException {
        return part(channel, sections.getLong(at + 24), Math.toIntExact(sections.getLong(at + 32)));
    }

    /** The strings that a section's names lie in. */
    private static ByteBuffer linked(FileChannel channel, ByteBuffer sections, int at) throws IOException {
        return content(channel, sections, sections.getInt(at + 40) * SECTION);
    }

    private static String name(ByteBuffer names, int at) {
        byte[] bytes = new byte[NAME];
        int length = 0;
        while (length < NAME && names.get(at + length) != 0) {
            bytes[length] = names.get(at + length);
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static ByteBuffer part(FileChannel channel, long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("the ELF file ends early");
            }
        }
        return buffer.flip();
    }
}
