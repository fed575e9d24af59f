package easel.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The graphics cards this machine has, whether or not a driver or the engine can use them. Told on Linux only, by the
 * PCI bus: unlike {@code /sys/class/drm} it also names a card that no driver has taken.
 */
public final class Graphics {

    /** Who makes cards that the engine can work on. */
    public enum Maker {
        NVIDIA("10de", "NVIDIA"), AMD("1002", "AMD"), INTEL("8086", "Intel");

        private final String pciVendor;
        private final String title;

        Maker(String pciVendor, String title) {
            this.pciVendor = pciVendor;
            this.title = title;
        }

        /** The name as drivers write it in theirs. */
        public String title() {
            return title;
        }

        private static Optional<Maker> of(String pciVendor) {
            return Stream.of(values()).filter(m -> m.pciVendor.equals(pciVendor)).findFirst();
        }
    }

    /**
     * A card.
     *
     * @param name       the maker's name and, if the system knows it, the card's
     * @param integrated shares the processor's memory
     */
    public record Card(Maker maker, String name, boolean integrated) {}

    /** An AMD processor's own graphics is given this much of its memory or less; cards of this size paint nothing. */
    private static final long AMD_CARVE_OUT = 2L << 30;

    private final Path root;

    private Graphics(Path root) {
        this.root = root;
    }

    /** The cards, those with memory of their own first; empty where the system does not tell. Takes milliseconds. */
    public static List<Card> cards() {
        return Os.current() == Os.LINUX ? under(Path.of("/")) : List.of();
    }

    /** The same for a system whose files lie under {@code root}. */
    static List<Card> under(Path root) {
        Graphics graphics = new Graphics(root);
        List<Card> cards = new ArrayList<>();
        try (DirectoryStream<Path> devices = Files.newDirectoryStream(root.resolve("sys/bus/pci/devices"))) {
            for (Path device : devices) {
                graphics.card(device).ifPresent(cards::add);
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException notToldHere) {
            return List.of();
        }
        return cards.stream().sorted(Comparator.comparing(Card::integrated).thenComparing(Card::name)).toList();
    }

    private Optional<Card> card(Path device) {
        // PCI class 03: display controllers, those without a connector (3D controllers of laptops) included.
        if (!read(device.resolve("class")).startsWith("0x03")) {
            return Optional.empty();
        }
        Optional<Maker> maker = Maker.of(hex(device.resolve("vendor")));
        return maker.map(m -> new Card(m, name(m, device), integrated(m, device)));
    }

    private boolean integrated(Maker maker, Path device) {
        return switch (maker) {
            case NVIDIA -> false;
            // Intel's own graphics has sat at this address in every processor.
            case INTEL -> address(device).endsWith(":00:02.0");
            case AMD -> {
                String bytes = read(device.resolve("mem_info_vram_total"));
                yield bytes.matches("\\d{1,18}") && Long.parseLong(bytes) <= AMD_CARVE_OUT;
            }
        };
    }

    private String name(Maker maker, Path device) {
        return ofNvidiaDriver(device).or(() -> ofPciIds(maker, hex(device.resolve("device"))))
                .map(n -> n.startsWith(maker.title()) ? n : maker.title() + " " + n).orElse(maker.title());
    }

    private Optional<String> ofNvidiaDriver(Path device) {
        return read(root.resolve("proc/driver/nvidia/gpus").resolve(address(device)).resolve("information")).lines()
                .filter(l -> l.startsWith("Model:")).map(l -> l.substring("Model:".length()).strip()).filter(n -> !n.isEmpty()).findFirst();
    }

    /** From the list of PCI ids: {@code vendor  name}, under it {@code TAB device  chip [name that people know]}. */
    private Optional<String> ofPciIds(Maker maker, String id) {
        for (String list : List.of("usr/share/misc/pci.ids", "usr/share/hwdata/pci.ids")) {
            Path file = root.resolve(list);
            if (Files.isReadable(file)) {
                try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    return lines.dropWhile(l -> !l.startsWith(maker.pciVendor + " ")).skip(1)
                            .takeWhile(l -> l.startsWith("\t") || l.startsWith("#"))
                            .filter(l -> l.startsWith("\t" + id + " ")).map(l -> l.substring(id.length() + 1).strip())
                            .map(n -> n.endsWith("]") && n.contains("[") ? n.substring(n.lastIndexOf('[') + 1, n.length() - 1) : n).findFirst();
                } catch (IOException | UncheckedIOException unreadable) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static String address(Path device) {
        return String.valueOf(device.getFileName());
    }

    private static String hex(Path file) {
        String text = read(file);
        return text.startsWith("0x") ? text.substring(2) : text;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException notThere) {
            return "";
        }
    }
}
