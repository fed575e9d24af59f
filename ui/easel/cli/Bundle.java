package easel.cli;

import easel.engine.Failure;
import easel.platform.Home;
import easel.platform.Os;
import easel.platform.SystemWord;
import java.io.File;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Easel in a folder with its own Java: launcher, {@code runtime/}, {@code lib/} (jars, options, start-up cache),
 * {@code native/} (the engine), {@code starter/}, {@code licences/}. Made beside its place and moved there when whole and
 * started once, so that there is never a half one.
 */
final class Bundle {

    /** The runtime (61 MB here) and the start-up cache (19 MB) with some room. */
    private static final long MADE_BYTES = 120_000_000;
    /** The launchers set it too; the start-up cache knows the jars by it. */
    private static final FileTime JAR_TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final Path folder;
    private final Consumer<BundleStep> steps;
    private final Errand errand = new Errand();

    /** A bundle that was made. */
    record Made(Path folder, long bytes, boolean cached, SystemNeeds needs) {}

    Bundle(Path folder, Consumer<BundleStep> steps) {
        this.folder = folder.toAbsolutePath().normalize();
        this.steps = steps;
    }

    /** Ends the making soon, from another thread. */
    void cancel() {
        errand.cancel();
    }

    /**
     * Makes it.
     *
     * @throws Failed                if it cannot be made; nothing is left of it
     * @throws CancellationException after {@link #cancel}; nothing is left of it
     */
    Made make() {
        try {
            return checkAndMake();
        } catch (IOException e) {
            errand.goOn();   // what was cancelled fails in many ways
            throw Failed.because("bundle.notWritten", folder, SystemWord.of(e));
        }
    }

    private Made checkAndMake() throws IOException {
        Path library = Home.library();
        Path engine = library.getParent();
        if (!Files.isRegularFile(library) || engine == null || !Files.isRegularFile(engine.resolve("build-id"))) {
            throw Failed.because(new Failure.LibraryMissing(library));
        }
        if (!Files.isDirectory(templates())) {
            throw Failed.because("bundle.isOne", Home.folder());
        }
        List<Path> jars = jars();
        JavaRuntime java = new JavaRuntime();
        refuseFolder(Tree.bytes(engine) + Tree.bytes(starter()) + sum(jars) + MADE_BYTES);

        // An empty folder that is there may be a disk's own: it cannot be replaced, so the work goes inside.
        boolean inside = Files.exists(folder);
        @Nullable Path firstMissing = firstMissing();
        Path work = (inside ? folder : folder.getParent()).resolve(".easel-bundle-" + UUID.randomUUID());
        boolean whole = false;
        try {
            Files.createDirectories(work);
            Path runtime = work.resolve("runtime");
            begin(BundleStep.RUNTIME);
            java.link(runtime, errand);
            begin(BundleStep.ENGINE);
            copyEngine(engine, work.resolve("native"));
            begin(BundleStep.PROGRAM);
            copyProgram(jars, work);
            begin(BundleStep.WEIGHTS);
            Tree.copy(starter(), work.resolve("starter"));
            begin(BundleStep.LICENCES);
            Tree.copyFile(Home.folder().resolve("LICENSE"), work.resolve("LICENSE"));
            new Licences(Home.folder().resolve("notices"), work.resolve("licences")).gather(engine.resolve("notices"), jars.subList(1, jars.size()));
            begin(BundleStep.CACHE);
            boolean cached = rehearse(work, jars);
            begin(BundleStep.TRIAL);
            tryOut(work, Files.readString(engine.resolve("build-id")).strip());
            Made made = new Made(folder, Tree.bytes(work), cached, SystemNeeds.of(work));
            errand.goOn();
            place(work, inside);
            whole = true;
            return made;
        } finally {
            Tree.delete(work);
            if (!whole && firstMissing != null) {
                deleteEmpty(folder.getParent(), firstMissing);
            }
        }
    }

    private void begin(BundleStep step) {
        errand.goOn();
        steps.accept(step);
    }

    // ---- what it is made of ----

    private static Path templates() {
        return Home.folder().resolve("tools").resolve("launch");
    }

    private static Path starter() {
        return Home.folder().resolve("starter");
    }

    /** The class path of this process, Easel's own jar first. */
    private static List<Path> jars() {
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of).map(Path::toAbsolutePath).toList();
        if (jars.stream().anyMatch(Files::isDirectory)) {
            throw new IllegalStateException("only the packed program can be bundled: start it by ./easel");
        }
        return jars;
    }

    private static String names(List<Path> jars) {
        return jars.stream().map(j -> j.getFileName().toString()).collect(Collectors.joining(" "));
    }

    private static long sum(List<Path> files) throws IOException {
        long sum = 0;
        for (Path file : files) {
            sum += Files.size(file);
        }
        return sum;
    }

    // ---- refusing ----

    private void refuseFolder(long needed) throws IOException {
        if (Files.exists(folder)) {
            if (!Files.isDirectory(folder)) {
                throw Failed.because("bundle.notEmpty", folder);
            }
            if (!Files.isReadable(folder)) {
                throw Failed.because("notWritable", folder);
            }
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw Failed.because("bundle.notEmpty", folder);
                }
            }
        }
        if (folder.getParent() == null || !GenerateCommand.isWritable(folder)) {
            throw Failed.because("notWritable", folder);
        }
        Path there = folder;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        long free = Files.getFileStore(there).getUsableSpace();
        if (free < needed) {
            throw Failed.because("bundle.diskFull", folder, megabytes(needed), megabytes(free));
        }
    }

    static long megabytes(long bytes) {
        return Math.round(bytes / 1e6);
    }

    // ---- making ----

    /** What the build keeps beside the library is for compilers and for {@code licences/}. */
    private static void copyEngine(Path engine, Path to) throws IOException {
        try (Stream<Path> files = Files.list(engine)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Tree.copyFile(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void copyProgram(List<Path> jars, Path work) throws IOException {
        for (Path jar : jars) {
            Path copy = work.resolve("lib").resolve(jar.getFileName());
            Tree.copyFile(jar, copy);
            Files.setLastModifiedTime(copy, JAR_TIME);
        }
        for (String options : List.of("jvm.options", "locale.sh")) {
            Tree.copyFile(templates().resolve(options), work.resolve("lib").resolve(options));
        }
        Tree.copyFile(templates().resolve("README.txt"), work.resolve("README.txt"));
        for (String launcher : launchers()) {
            Path copy = work.resolve(launcher);
            Tree.copyFile(templates().resolve(launcher), copy);   // keeps that it may be executed
            Files.writeString(copy, Files.readString(copy).replace("@jars@", names(jars)));
        }
    }

    /** The one to start is the first. */
    private static List<String> launchers() {
        return switch (Os.current()) {
            case LINUX -> List.of("easel");
            case MAC -> List.of("easel", "easel.command");
            case WINDOWS -> List.of("easel.cmd");
        };
    }

    /** A training run makes the start-up cache; false if this Java makes none, then the bundle only starts slower. */
    private boolean rehearse(Path work, List<Path> jars) throws IOException {
        // From inside with relative paths: the cache holds for wherever the folder goes, and no blank or letter of its
        // path can get in the way of the JVM's, which hands options on in one environment variable.
        List<String> command = new ArrayList<>(List.of(JavaRuntime.java(work.resolve("runtime")).toString(), "@" + Path.of("lib", "jvm.options"),
                "-XX:AOTCacheOutput=" + Path.of("lib", "easel.aot"), "-Djava.awt.headless=true", "-Deasel.home=.",
                "-cp", jars.stream().map(j -> Path.of("lib", j.getFileName().toString()).toString()).collect(Collectors.joining(File.pathSeparator)),
                Main.class.getName(), "rehearse"));
        errand.run(work, Map.of("EASEL_HOME", rehearsal(work).toString()), command);
        return Files.isRegularFile(work.resolve("lib").resolve("easel.aot"));
    }

    /** Starts it once as people will: launcher, runtime, engine. */
    private void tryOut(Path work, String buildId) throws IOException {
        String launcher = work.resolve(launchers().getFirst()).toString();
        List<String> command = Os.current() == Os.WINDOWS ? List.of("cmd", "/c", launcher, "devices") : List.of(launcher, "devices");
        Errand.Ran ran = errand.run(work, Map.of("EASEL_HOME", rehearsal(work).toString()), command);
        if (ran.exit() != 0 || !ran.said().contains(buildId)) {
            throw Failed.because("bundle.doesNotStart", ran.said());
        }
        Tree.delete(rehearsal(work));
    }

    /** What a start writes for its user must not stay. */
    private static Path rehearsal(Path work) {
        return work.resolve("rehearsal");
    }

    private void place(Path work, boolean inside) throws IOException {
        if (inside) {
            List<Path> parts;
            try (Stream<Path> all = Files.list(work)) {
                // The launcher last: until it is there, nothing can be started.
                parts = all.sorted((a, b) -> Boolean.compare(isLauncher(a), isLauncher(b))).toList();
            }
            for (Path part : parts) {
                Files.move(part, folder.resolve(part.getFileName()));
            }
        } else {
            try {
                Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(work, folder);
            }
        }
    }

    private static boolean isLauncher(Path part) {
        return launchers().contains(part.getFileName().toString());
    }

    // ---- folders on the way ----

    /** The topmost folder on the way to this one that has to be made, if any. */
    private @Nullable Path firstMissing() {
        Path missing = null;
        for (Path there = folder.getParent(); there != null && !Files.exists(there); there = there.getParent()) {
            missing = there;
        }
        return missing;
    }

    private static void deleteEmpty(Path deepest, Path topmost) throws IOException {
        for (Path there = deepest; there != null && there.startsWith(topmost); there = there.getParent()) {
            Files.deleteIfExists(there);
        }
    }
}
