package easel.cli;

import easel.platform.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Java with only what Easel needs, made by jlink from the JDK that runs this. */
final class JavaRuntime {

    /**
     * Fixed rather than asked of jdeps at each bundle, so that it is known what goes in; a test holds the list against
     * jdeps. jdk.unsupported: Gson makes objects with it. jdk.localedata: Chinese dates and numbers.
     */
    static final List<String> MODULES = List.of("java.base", "java.desktop", "java.logging", "java.sql", "jdk.unsupported", "jdk.localedata");

    private final Path jdk;

    /** Refuses a JDK that has no jlink. */
    JavaRuntime() {
        jdk = Path.of(System.getProperty("java.home"));
        if (!Files.isExecutable(jlink())) {
            throw Failed.because("bundle.noJlink", jdk);
        }
    }

    private Path jlink() {
        return jdk.resolve("bin").resolve(Os.current() == Os.WINDOWS ? "jlink.exe" : "jlink");
    }

    /** The program that starts Java in a runtime. */
    static Path java(Path runtime) {
        return runtime.resolve("bin").resolve(Os.current() == Os.WINDOWS ? "java.exe" : "java");
    }

    void link(Path to, Errand errand) throws IOException {
        List<String> modules = new ArrayList<>(MODULES);
        if (Os.current() == Os.WINDOWS) {
            modules.add("jdk.accessibility");   // how screen readers reach Swing there
        }
        Errand.Ran ran = errand.run(to.getParent(), Map.of(), List.of(jlink().toString(), "--add-modules", String.join(",", modules), "--include-locales=en,zh",
                "--strip-debug", "--no-man-pages", "--no-header-files",
                // 61 MB instead of 91; with the start-up cache both start as fast (0.43 s and 0.46 s)
                "--compress=zip-6",
                // sound, of which libasound would have to be there, and splash screens
                "--exclude-files=**/libjsound.*,**/jsound.dll,**/libsplashscreen.*,**/splashscreen.dll",
                "--output", to.toString()));
        if (ran.exit() != 0) {
            throw Failed.because("bundle.jlinkFailed", jdk, ran.said().lines().filter(l -> !l.isBlank()).findFirst().orElse(""));
        }
        Tree.replaceLinks(to);
    }
}
