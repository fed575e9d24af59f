import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Brings the engine's source, compiles it together with our shim, and keeps the result outside the tree under a hash of
 * everything that went in. Run as {@code java native/Build.java}; prints the library's path on standard output and
 * progress on standard error.
 *
 * <pre>
 *   (nothing)            build what is missing, print the library's path
 *   --headers            print the folder of the library's header, building what is missing
 *   --where              print where the library is or would be, build and install nothing; exit 3 if it is not there
 *   --backend auto|...   what the library can work on beside the processor; by itself what EASEL_BACKEND says, else
 *                        auto: Metal on a Mac of Apple's processors, CUDA where its toolkit is, Vulkan where its kit
 *                        is, nothing else
 * </pre>
 */
public final class Build {

    private static final String PACKAGE = "diffusion-rs-sys";
    private static final String VERSION = "0.1.20";
    private static final String SHA256 = "1947b40e9b457a11baef32b105b5047227911ac48ae050e5828c5980e6a12af4";
    private static final String LIBRARY = "easel-sd";
    private static final String LOG = "build.log";
    /** Marks a build that is configured, with the folder of ours that it was configured for. */
    private static final String CONFIGURED = "configured";

    private final Path nativeFolder;
    private final Os os;
    private final Map<String, String> environment;
    private final Sdk sdk;
    private final boolean mayInstall;
    private final PrintStream say = System.err;

    private Build(Path nativeFolder, boolean mayInstall) {
        this.nativeFolder = nativeFolder;
        this.os = Os.current();
        this.environment = environment(os);
        this.sdk = new Sdk(os, System.getProperty("os.arch"), environment);
        this.mayInstall = mayInstall;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            Asked asked = Asked.of(arguments, System.getenv("EASEL_BACKEND"));
            Build build = new Build(folderOfThisFile(), asked.mode() != Mode.WHERE);
            switch (asked.mode()) {
                case BUILD -> System.out.println(build.library(asked.backend()));
                case HEADERS -> System.out.println(build.library(asked.backend()).resolveSibling("include"));
                case WHERE -> {
                    Target target = build.target(asked.backend());
                    Path library = build.libraryIn(build.entry(target));
                    System.err.println("For " + target.backend().title() + " " + target.options());
                    System.out.println(library);
                    if (!Files.isRegularFile(library)) {
                        System.exit(3);
                    }
                }
            }
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private enum Mode { BUILD, HEADERS, WHERE }

    /** The command line; an empty backend is auto. */
    private record Asked(Mode mode, Optional<Backend> backend) {

        static Asked of(String[] arguments, String fromEnvironment) {
            Mode mode = Mode.BUILD;
            String backend = fromEnvironment == null || fromEnvironment.isBlank() ? "auto" : fromEnvironment;
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--headers" -> mode = Mode.HEADERS;
                    case "--where" -> mode = Mode.WHERE;
                    case "--backend" -> backend = ++i < arguments.length ? arguments[i] : "";
                    default -> throw new Refusal("native/Build.java: unknown option " + arguments[i] + ". There are: --backend, --headers, --where.");
                }
            }
            if (backend.strip().equalsIgnoreCase("auto")) {
                return new Asked(mode, Optional.empty());
            }
            String word = backend;
            return new Asked(mode, Optional.of(Backend.of(word).orElseThrow(() -> new Refusal(
                    "The engine cannot be built for \"" + word + "\". EASEL_BACKEND is auto, cpu, vulkan, cuda or metal."))));
        }
    }

    /** Names of variables differ in case on Windows, where PATH is mostly called Path. */
    private static Map<String, String> environment(Os os) {
        Map<String, String> environment = os == Os.WINDOWS ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new TreeMap<>();
        environment.putAll(System.getenv());
        return environment;
    }

    private static Path folderOfThisFile() {
        // Set by the source launcher to the file's own path; elsewhere the working folder is the repository.
        String source = System.getProperty("jdk.launcher.sourcefile", "native/Build.java");
        Path folder = Path.of(source).toAbsolutePath().getParent();
        return folder != null && Files.isRegularFile(folder.resolve("CMakeLists.txt")) ? folder : Path.of("native").toAbsolutePath();
    }

    /** One sentence for people: what is missing and how to get it. */
    private static class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refusal(String sentence) {
            super(sentence);
        }
    }

    /** CMake or the compiler gave up. */
    private static final class BuildFailed extends Refusal {
        private static final long serialVersionUID = 1;

        BuildFailed(String sentence) {
            super(sentence);
        }
    }

    // ---- the result and where it is kept ----

    /**
     * The library for the backend, built if it is not there. Of its own choice (an empty {@code asked}) a build that
     * fails is followed by the next best one and not tried again: a toolkit that does not fit the compiler must not
     * keep Easel from starting.
     */
    private Path library(Optional<Backend> asked) throws IOException, InterruptedException {
        while (true) {
            Target target = target(asked);
            Path entry = entry(target);
            Path library = libraryIn(entry);
            if (Files.isRegularFile(library)) {
                return library;
            }
            Files.createDirectories(entry.getParent());
            // Two clones may build at once: the second waits and finds the first one's result.
            try (FileChannel channel = FileChannel.open(entry.resolveSibling(entry.getFileName() + ".lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE); var _ = channel.lock()) {
                if (Files.isRegularFile(library) || asked.isEmpty() && hasFailed(target, entry)) {
                    continue;
                }
                try {
                    build(target, entry, library);
                } catch (BuildFailed e) {
                    if (asked.isPresent() || target.backend() == Backend.CPU) {
                        throw e;
                    }
                    Files.move(workIn(entry).resolve(LOG), failure(entry), StandardCopyOption.REPLACE_EXISTING);
                    deleteTree(workIn(entry));
                    say.println("The engine could not be built for " + target.backend().title() + " (its log is " + failure(entry)
                            + ") and is built without it. To try again: EASEL_BACKEND=" + target.backend().word() + " ./easel");
                }
            }
        }
    }

    /** A backend with what CMake is told about it, and what of its kit may change the library. */
    private record Target(Backend backend, List<String> options, String kit) {}

    private Target target(Optional<Backend> asked) throws IOException, InterruptedException {
        if (asked.isPresent()) {
            require(asked.get());
            return target(asked.get());
        }
        for (Backend backend : Backend.candidates(sdk)) {
            Target target = target(backend);
            if (!hasFailed(target, entry(target))) {
                return target;
            }
        }
        throw new IllegalStateException("the processor is always a candidate");
    }

    private Target target(Backend backend) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-DEASEL_BACKEND=" + backend.word()));
        String kit = "";
        switch (backend) {
            case CPU, METAL -> { }
            case VULKAN -> {
                Path glslc = sdk.glslc().orElseThrow();
                kit = firstLineOf(glslc.toString(), "--version") + "\n" + sdk.vulkanHeaderVersion();
                options.add("-DVulkan_GLSLC_EXECUTABLE=" + glslc);
            }
            case CUDA -> {
                Path nvcc = sdk.nvcc().orElseThrow();
                kit = outputOf(nvcc.toString(), "--version");
                options.add("-DCMAKE_CUDA_COMPILER=" + nvcc);
                // ggml looks for the toolkit before the compiler is known.
                options.add("-DCUDAToolkit_ROOT=" + nvcc.toAbsolutePath().getParent().getParent());
                String architectures = Sdk.cudaArchitectures(cards(), outputOf(nvcc.toString(), "--list-gpu-arch"));
                if (!architectures.isEmpty()) {
                    options.add("-DCMAKE_CUDA_ARCHITECTURES=" + architectures);
                }
            }
        }
        return new Target(backend, List.copyOf(options), kit);
    }

    /** The compute capabilities of NVIDIA's cards here; empty without one, or without its driver. */
    private static List<String> cards() throws InterruptedException {
        try {
            return outputOf("nvidia-smi", "--query-gpu=compute_cap", "--format=csv,noheader").lines().toList();
        } catch (IOException noDriver) {
            return List.of();
        }
    }

    /** Installs what a backend's kit lacks where that is ours to do, else says how. */
    private void require(Backend backend) throws IOException, InterruptedException {
        List<Sdk.Part> missing = sdk.missingFor(backend);
        if (!missing.isEmpty() && canInstall() && sdk.installer(backend, missing).isPresent()) {
            say.println("Installing " + String.join(", ", missing.stream().map(Sdk.Part::what).toList()) + " ...");
            install(missing.stream().map(Sdk.Part::debian).toArray(String[]::new));
            missing = sdk.missingFor(backend);
        }
        if (!missing.isEmpty()) {
            List<Sdk.Part> still = missing;
            throw new Refusal("Building the engine for " + backend.title() + " needs " + String.join(" and ", missing.stream().map(Sdk.Part::what).toList())
                    + sdk.installer(backend, still).map(c -> ", which is not there. Install it with: " + c)
                            .orElse(". EASEL_BACKEND=auto chooses what this machine has."));
        }
    }

    private Path libraryIn(Path entry) {
        return entry.resolve(os.libraryFile(LIBRARY));
    }

    private static Path workIn(Path entry) {
        return entry.resolveSibling(entry.getFileName() + ".work");
    }

    /** The log of a build that failed; while it is there, auto passes over it. */
    private static Path failure(Path entry) {
        return entry.resolveSibling(entry.getFileName() + ".failed");
    }

    private static boolean hasFailed(Target target, Path entry) {
        return target.backend() != Backend.CPU && Files.exists(failure(entry));
    }

    /** Named after its backend, so that people and the program can tell; this name is the build id. */
    private Path entry(Target target) throws IOException, InterruptedException {
        return cache().resolve("native").resolve(target.backend().word() + "-" + hash(target));
    }

    private static Path cache() {
        String moved = System.getenv("EASEL_NATIVE_CACHE");
        if (moved != null && !moved.isBlank()) {
            return Path.of(moved);
        }
        Path home = Path.of(System.getProperty("user.home"));
        return switch (Os.current()) {
            case LINUX -> {
                String xdg = System.getenv("XDG_CACHE_HOME");
                yield (xdg != null && Path.of(xdg).isAbsolute() ? Path.of(xdg) : home.resolve(".cache")).resolve("easel");
            }
            case MAC -> home.resolve("Library/Caches/Easel");
            case WINDOWS -> Path.of(Optional.ofNullable(System.getenv("LOCALAPPDATA")).orElse(home.resolve("AppData/Local").toString()))
                    .resolve("Easel").resolve("cache");
        };
    }

    /** Everything that may change the library: the source package, our files, compilers, kits, the processor's kind. */
    private String hash(Target target) throws IOException, InterruptedException {
        MessageDigest digest = sha256();
        digest.update((SHA256 + "\n" + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update((firstLineOf(tool(Tool.COMPILER).toString(), "--version") + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update((target.options() + "\n" + target.kit() + "\n").getBytes(StandardCharsets.UTF_8));
        for (Path file : recipe(target.backend())) {
            digest.update((nativeFolder.relativize(file).toString().replace('\\', '/') + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 24);
    }

    private List<Path> recipe(Backend backend) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(nativeFolder, nativeFolder.resolve("shim"), nativeFolder.resolve(backend.word()))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.list(folder)) {
                    all.filter(f -> f.toString().matches(".*\\.(java|cpp|h)|.*CMakeLists\\.txt")).sorted().forEach(files::add);
                }
            }
        }
        return files;
    }

    /** Whether an earlier build of the same library, from this folder, was stopped while it compiled: what is compiled stays. */
    private boolean isConfigured(Path work) throws IOException {
        Path mark = work.resolve(CONFIGURED);
        return Files.isRegularFile(mark) && Files.readString(mark).strip().equals(nativeFolder.toString());
    }

    private void build(Target target, Path entry, Path library) throws IOException, InterruptedException {
        Path work = workIn(entry);
        boolean resumed = isConfigured(work);
        if (!resumed) {
            deleteTree(work);
            Files.createDirectories(work);
        }
        Files.deleteIfExists(failure(entry));
        long start = System.nanoTime();
        say.println((resumed ? "Going on with building the engine for " : "Building the engine for ") + target.backend().title() + " (once, " + switch (target.backend()) {
            case CPU, METAL -> "a few minutes";
            case VULKAN -> "about ten minutes";
            case CUDA -> "half an hour or more";
        } + ") ...");
        Path source = resumed ? sourceIn(work) : source(work);
        Path out = work.resolve("out");
        List<String> configure = new ArrayList<>(List.of(tool(Tool.CMAKE).toString(), "-G", "Ninja", "-S", nativeFolder.toString(), "-B", out.toString(),
                "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_MAKE_PROGRAM=" + tool(Tool.NINJA),
                "-DEASEL_ENGINE_SOURCE=" + source, "-DEASEL_ENGINE_PACKAGE=" + VERSION));
        configure.addAll(target.options());
        if (!resumed) {
            run("Configuring the engine", work, configure, null);
            Files.writeString(work.resolve(CONFIGURED), nativeFolder + "\n");
        }
        run("Compiling the engine", work, List.of(tool(Tool.NINJA).toString(), "-C", out.toString()), Pattern.compile("^\\[(\\d+)/(\\d+)]"));
        Path made = out.resolve("bin").resolve(library.getFileName());
        if (!Files.isRegularFile(made)) {
            throw new BuildFailed("The build ended without " + library.getFileName() + "; its log is " + work.resolve(LOG));
        }
        Path fresh = work.resolve("entry");
        Files.createDirectories(fresh.resolve("include"));
        Files.copy(made, fresh.resolve(library.getFileName()));
        Files.writeString(fresh.resolve("build-id"), entry.getFileName() + "\n");
        Files.copy(source.resolve("include/stable-diffusion.h"), fresh.resolve("include/stable-diffusion.h"));
        copyNotices(source, fresh.resolve("notices"));
        deleteTree(entry);
        Files.move(fresh, entry, StandardCopyOption.ATOMIC_MOVE);
        deleteTree(work);
        say.printf(Locale.ROOT, "The engine is built (%d s).%n", (System.nanoTime() - start) / 1_000_000_000L);
    }

    /** The licences of what is compiled in go wherever the library goes. */
    private static void copyNotices(Path source, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("(?i)(licen[cs]e|copying|notice)([.-].*)?")).toList()) {
                Path copy = to.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    // ---- the source ----

    private Path source(Path work) throws IOException, InterruptedException {
        Path crate = crate();
        String sum = sha256(crate);
        if (!sum.equals(SHA256)) {
            throw new Refusal("The source package " + crate.getFileName() + " is not the one this project pins (SHA-256 " + sum
                    + "). Delete it and run ./easel again.");
        }
        run("Unpacking the engine's source", work, List.of(tool(Tool.CMAKE).toString(), "-E", "tar", "xzf", crate.toString()), null);
        return sourceIn(work);
    }

    private static Path sourceIn(Path work) {
        return work.resolve(PACKAGE + "-" + VERSION).resolve("stable-diffusion.cpp");
    }

    /** The package file as cargo keeps it, fetched first if it is not there. */
    private Path crate() throws IOException, InterruptedException {
        Path cargo = tool(Tool.CARGO);
        Path manifest = nativeFolder.resolve("Cargo.toml");
        Optional<Path> there = crateIn(metadata(cargo, manifest, "--offline"));
        if (there.isPresent()) {
            return there.get();
        }
        say.println("Fetching the engine's source (34 MB) ...");
        return crateIn(metadata(cargo, manifest)).orElseThrow(() -> new Refusal(
                "The engine's source package could not be fetched. The first build needs the network: check it and run ./easel again."));
    }

    private static Optional<Path> crateIn(String metadata) {
        Matcher matcher = Pattern.compile("\"manifest_path\":\"([^\"]*" + PACKAGE + "-" + Pattern.quote(VERSION) + "[/\\\\]+Cargo\\.toml)\"").matcher(metadata);
        if (!matcher.find()) {
            return Optional.empty();
        }
        // CARGO_HOME/registry/src/INDEX/PACKAGE-VERSION/Cargo.toml stands beside CARGO_HOME/registry/cache/INDEX/PACKAGE-VERSION.crate
        Path unpacked = Path.of(matcher.group(1).replace("\\\\", "\\")).getParent();
        Path index = unpacked.getParent();
        Path crate = index.getParent().resolveSibling("cache").resolve(index.getFileName()).resolve(unpacked.getFileName() + ".crate");
        return Files.isRegularFile(crate) ? Optional.of(crate) : Optional.empty();
    }

    private String metadata(Path cargo, Path manifest, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(cargo.toString(), "metadata", "--format-version", "1", "--locked", "--manifest-path", manifest.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectError(more.length > 0 ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.INHERIT).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? out : "";
    }

    // ---- tools ----

    private enum Tool {
        COMPILER(List.of("c++", "g++", "clang++", "cl"), "build-essential", "a C++ compiler", "xcode-select --install",
                "winget install Microsoft.VisualStudio.2022.BuildTools"),
        CMAKE(List.of("cmake"), "cmake", "CMake 3.25 or later", "brew install cmake", "winget install Kitware.CMake"),
        NINJA(List.of("ninja"), "ninja-build", "Ninja", "brew install ninja", "winget install Ninja-build.Ninja"),
        // Debian 12's own cargo is too old for the package's manifests; its cargo-web is not.
        CARGO(List.of("cargo"), "cargo-web", "cargo 1.85 or later", "brew install rust", "winget install Rustlang.Rustup");

        final List<String> names;
        final String debian;
        final String what;
        final String mac;
        final String windows;

        Tool(List<String> names, String debian, String what, String mac, String windows) {
            this.names = names;
            this.debian = debian;
            this.what = what;
            this.mac = mac;
            this.windows = windows;
        }
    }

    private final Map<Tool, Path> found = new java.util.EnumMap<>(Tool.class);

    private Path tool(Tool tool) throws IOException, InterruptedException {
        Path known = found.get(tool);
        if (known != null) {
            return known;
        }
        Optional<Path> path = onPath(tool);
        if (path.isEmpty() && canInstall()) {
            say.println("Installing " + tool.what + " (" + tool.debian + ") ...");
            install(tool.debian);
            path = onPath(tool);
        }
        Path there = path.orElseThrow(() -> new Refusal("Building the engine needs " + tool.what + ", which is not there. Install it with: " + switch (os) {
            case LINUX -> "sudo apt-get install " + tool.debian + " (Debian, Ubuntu; elsewhere the package of that name)";
            case MAC -> tool.mac;
            case WINDOWS -> tool.windows;
        }));
        found.put(tool, there);
        return there;
    }

    private Optional<Path> onPath(Tool tool) throws IOException, InterruptedException {
        List<Path> folders = new ArrayList<>();
        for (String folder : environment.getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        folders.add(Path.of(System.getProperty("user.home"), ".cargo", "bin"));
        for (String name : tool.names) {
            for (Path folder : folders) {
                Path file = folder.resolve(os == Os.WINDOWS ? name + ".exe" : name);
                if (Files.isExecutable(file) && (tool != Tool.CARGO || isRecentCargo(file))) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isRecentCargo(Path cargo) throws IOException, InterruptedException {
        Matcher version = Pattern.compile("cargo (\\d+)\\.(\\d+)").matcher(firstLineOf(cargo.toString(), "--version"));
        return version.find() && (Integer.parseInt(version.group(1)) > 1 || Integer.parseInt(version.group(2)) >= 85);
    }

    private boolean canInstall() {
        return mayInstall && os == Os.LINUX && "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    private void install(String... debianPackages) throws IOException, InterruptedException {
        List<String> install = new ArrayList<>(List.of("apt-get", "install", "-y", "-qq"));
        install.addAll(List.of(debianPackages));
        for (List<String> command : List.of(List.of("apt-get", "update", "-qq"), install)) {
            new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start().waitFor();
        }
    }

    private static String firstLineOf(String... command) throws IOException, InterruptedException {
        return outputOf(command).lines().findFirst().orElse("");
    }

    private static String outputOf(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    // ---- running ----

    /** Runs a command with its output in build.log and, where {@code progress} matches its lines, as a bar or plain lines. */
    private void run(String what, Path work, List<String> command, Pattern progress) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Deque<String> last = new ArrayDeque<>();
        Progress shown = new Progress(what);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var log = Files.newBufferedWriter(work.resolve(LOG), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line; (line = lines.readLine()) != null; ) {
                log.write(line);
                log.newLine();
                last.addLast(line);
                if (last.size() > 40) {
                    last.removeFirst();
                }
                if (progress != null) {
                    Matcher matcher = progress.matcher(line);
                    if (matcher.find()) {
                        shown.at(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
                    }
                }
            }
        }
        shown.end();
        if (process.waitFor() != 0) {
            last.forEach(say::println);
            throw new BuildFailed(what + " failed; the whole log is " + work.resolve(LOG));
        }
    }

    private final class Progress {
        private final String what;
        private final boolean terminal = System.console() != null && System.console().isTerminal();
        private int lastTenth = -1;

        Progress(String what) {
            this.what = what;
        }

        void at(int step, int steps) {
            if (terminal) {
                int filled = 30 * step / Math.max(1, steps);
                say.printf(Locale.ROOT, "\r%s [%s%s] %d/%d", what, "=".repeat(filled), " ".repeat(30 - filled), step, steps);
                lastTenth = 0;
            } else if (10 * step / Math.max(1, steps) > lastTenth) {
                lastTenth = 10 * step / Math.max(1, steps);
                say.printf(Locale.ROOT, "%s: %d of %d%n", what, step, steps);
            }
        }

        void end() {
            if (terminal && lastTenth >= 0) {
                say.println();
            }
        }
    }

    // ---- small ----

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
