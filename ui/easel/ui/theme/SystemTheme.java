package easel.ui.theme;

import easel.platform.Os;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks the operating system whether it is light or dark. Starts a small program, so never on the EDT. */
public final class SystemTheme {

    private static final long PATIENCE_MS = 1500;

    private SystemTheme() {}

    /** Whether the system prefers dark; empty if it does not say. May take up to a few seconds. */
    public static Optional<Boolean> prefersDark() {
        return switch (Os.current()) {
            // The portal's answer ends in "uint32 N": 0 no preference, 1 dark, 2 light (XDG Settings portal, appearance).
            case LINUX -> ask(List.of("gdbus", "call", "--session", "--timeout", "1", "--dest", "org.freedesktop.portal.Desktop",
                            "--object-path", "/org/freedesktop/portal/desktop", "--method", "org.freedesktop.portal.Settings.Read",
                            "org.freedesktop.appearance", "color-scheme"))
                    .flatMap(SystemTheme::ofPortal)
                    .or(() -> ask(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"))
                            .flatMap(SystemTheme::ofGnome));
            // The key is only there in dark mode: an error is light's answer.
            case MAC -> Optional.of(ask(List.of("defaults", "read", "-g", "AppleInterfaceStyle")).orElse("").contains("Dark"));
            case WINDOWS -> ask(List.of("reg", "query",
                            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize", "/v", "AppsUseLightTheme"))
                    .map(answer -> answer.contains("0x0"));
        };
    }

    static Optional<Boolean> ofPortal(String answer) {
        int at = answer.indexOf("uint32 ");
        if (at < 0 || at + 7 >= answer.length()) {
            return Optional.empty();
        }
        return switch (answer.charAt(at + 7)) {
            case '1' -> Optional.of(true);
            case '2' -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<Boolean> ofGnome(String answer) {
        return answer.contains("prefer-dark") ? Optional.of(true)
                : answer.contains("default") || answer.contains("prefer-light") ? Optional.of(false) : Optional.empty();
    }

    private static Optional<String> ask(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String answer = new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
