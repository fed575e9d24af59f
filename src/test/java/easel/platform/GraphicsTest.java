package easel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import easel.platform.Graphics.Card;
import easel.platform.Graphics.Maker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A folder that looks like Linux's /sys and /proc; addresses of PCI hold colons, which Windows has not in names. */
@DisabledOnOs(OS.WINDOWS)
class GraphicsTest {

    @TempDir
    Path root;

    private void device(String address, String klass, String vendor, String device, Map<String, String> more) throws IOException {
        Path folder = Files.createDirectories(root.resolve("sys/bus/pci/devices").resolve(address));
        Files.writeString(folder.resolve("class"), klass + "\n");
        Files.writeString(folder.resolve("vendor"), vendor + "\n");
        Files.writeString(folder.resolve("device"), device + "\n");
        for (Map.Entry<String, String> file : more.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue() + "\n");
        }
    }

    private void pciIds(String text) throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("usr/share/misc")).resolve("pci.ids"), text);
    }

    @Test
    void a_laptop_has_a_card_and_the_processors_own_graphics() throws IOException {
        device("0000:00:02.0", "0x030000", "0x8086", "0x9a49", Map.of());
        device("0000:01:00.0", "0x030200", "0x10de", "0x25a2", Map.of());
        Path driver = Files.createDirectories(root.resolve("proc/driver/nvidia/gpus/0000:01:00.0"));
        Files.writeString(driver.resolve("information"), "Model: \t\t NVIDIA GeForce RTX 3050 Laptop GPU\nIRQ:   \t\t 150\nGPU UUID: \t GPU-1\n");
        assertThat(Graphics.under(root)).containsExactly(
                new Card(Maker.NVIDIA, "NVIDIA GeForce RTX 3050 Laptop GPU", false), new Card(Maker.INTEL, "Intel", true));
    }

    @Test
    void a_card_without_a_driver_has_the_name_of_the_list_of_pci_ids() throws IOException {
        pciIds("""
                # a list
                1002  Advanced Micro Devices, Inc. [AMD/ATI]
                \t73df  Navi 22 [Radeon RX 6700/6700 XT/6750 XT]
                \t\t1002 73df  A board that is not the card
                10de  NVIDIA Corporation
                \t73df  A card of another maker
                \t2504  GA106 [GeForce RTX 3060 Lite Hash Rate]
                8086  Intel Corporation
                \t56a0  DG2 [Arc A770]
                """);
        device("0000:03:00.0", "0x030000", "0x1002", "0x73df", Map.of("mem_info_vram_total", "12868124672"));
        device("0000:04:00.0", "0x030000", "0x10de", "0x2504", Map.of());
        device("0000:05:00.0", "0x030000", "0x8086", "0x56a0", Map.of());
        assertThat(Graphics.under(root)).containsExactly(new Card(Maker.AMD, "AMD Radeon RX 6700/6700 XT/6750 XT", false),
                new Card(Maker.INTEL, "Intel Arc A770", false), new Card(Maker.NVIDIA, "NVIDIA GeForce RTX 3060 Lite Hash Rate", false));
    }

    @Test
    void amds_own_graphics_is_told_by_its_little_memory() throws IOException {
        device("0000:c1:00.0", "0x030000", "0x1002", "0x15bf", Map.of("mem_info_vram_total", "536870912"));
        assertThat(Graphics.under(root)).containsExactly(new Card(Maker.AMD, "AMD", true));
    }

    @Test
    void what_is_no_card_of_a_known_maker_is_left_out() throws IOException {
        device("0000:00:1f.3", "0x040300", "0x8086", "0x51c8", Map.of());
        device("0000:01:00.1", "0x040300", "0x10de", "0x228e", Map.of());
        device("0000:02:00.0", "0x030000", "0x1a03", "0x2000", Map.of());
        Files.createDirectories(root.resolve("sys/bus/pci/devices/0000:09:00.0"));
        assertThat(Graphics.under(root)).isEmpty();
    }

    @Test
    void a_system_that_does_not_tell_has_none() {
        assertThat(Graphics.under(root.resolve("nowhere"))).isEmpty();
    }
}
