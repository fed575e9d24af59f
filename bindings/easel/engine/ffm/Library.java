package easel.engine.ffm;

import easel.engine.Device;
import easel.engine.EngineException;
import easel.engine.Failure;
import easel.engine.Versions;
import easel.platform.Home;
import easel.sd.Sd;
import easel.sd.easel_device;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The native library, loaded and found to be the one these bindings were made for. */
public final class Library {

    private final String buildId;

    private Library(String buildId) {
        this.buildId = buildId;
    }

    /**
     * Loads the library into this process.
     *
     * @throws EngineException {@link Failure.LibraryMissing} or {@link Failure.LibraryMismatch}
     */
    public static Library load(Path file) throws EngineException {
        if (!Files.isRegularFile(file)) {
            throw new EngineException(new Failure.LibraryMissing(file));
        }
        try {
            System.load(file.toAbsolutePath().toString());
            int version = Sd.easel_shim_version();
            if (version != Sd.EASEL_SHIM_VERSION()) {
                throw new EngineException(new Failure.LibraryMismatch(file, "shim " + version + ", not " + Sd.EASEL_SHIM_VERSION()));
            }
            List<String> differing = Layouts.differing();
            if (!differing.isEmpty()) {
                throw new EngineException(new Failure.LibraryMismatch(file, String.join("; ", differing)));
            }
            return new Library(Files.readString(file.resolveSibling(Home.BUILD_ID_FILE)).strip());
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new EngineException(new Failure.LibraryMismatch(file, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new EngineException(new Failure.LibraryMismatch(file, "no " + Home.BUILD_ID_FILE + " beside it"));
        }
    }

    /** What the library is made of. */
    public Versions versions() {
        return new Versions(Sd.easel_shim_version(), Sd.easel_engine_version().getString(0), Sd.easel_ggml_version().getString(0),
                buildId, Sd.easel_system_info().getString(0).strip());
    }

    /** What can do the work here, with the memory that is free now. */
    public List<Device> devices() {
        List<Device> devices = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment row = easel_device.allocate(arena);
            for (int i = 0; i < Sd.easel_device_count() && Sd.easel_device_get(i, row); i++) {
                devices.add(new Device(easel_device.name(row).getString(0), easel_device.description(row).getString(0),
                        kind(easel_device.kind(row)), easel_device.free_bytes(row), easel_device.total_bytes(row)));
            }
        }
        return List.copyOf(devices);
    }

    private static Device.Kind kind(int kind) {
        if (kind == Sd.EASEL_DEVICE_CPU()) {
            return Device.Kind.CPU;
        }
        if (kind == Sd.EASEL_DEVICE_GPU()) {
            return Device.Kind.GPU;
        }
        return kind == Sd.EASEL_DEVICE_INTEGRATED_GPU() ? Device.Kind.INTEGRATED_GPU : Device.Kind.ACCELERATOR;
    }
}
