package easel.engine.ffm;

import easel.engine.ContextKey;
import easel.engine.Execution;
import easel.engine.ImageRequest;
import easel.engine.ModelFiles;
import easel.engine.Rung;
import easel.engine.VideoRequest;
import easel.platform.Home;
import easel.sd.Sd;
import easel.sd.sd_ctx_params_t;
import easel.sd.sd_image_t;
import easel.sd.sd_img_gen_params_t;
import easel.sd.sd_lora_t;
import easel.sd.sd_vid_gen_params_t;
import java.lang.foreign.Arena;
import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the library is given, read back from its structs by their layouts: each field that is not as the library itself
 * begins it, by its name, those of a struct inside with a dot. Paths are told as file names, pictures as their sizes.
 */
public final class NativeView {

    static {
        try {
            Library.load(Home.library());
        } catch (easel.engine.EngineException e) {
            throw new AssertionError(e);
        }
    }

    private NativeView() {}

    /** A context's. */
    public static Map<String, String> of(ContextKey key) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment fresh = sd_ctx_params_t.allocate(arena);
            Sd.sd_ctx_params_init(fresh);
            return changed(sd_ctx_params_t.layout(), fresh, ContextParameters.of(key, arena));
        }
    }

    /** A picture's, as it is asked on a rung. */
    public static Map<String, String> of(ImageRequest request, Rung rung) {
        return of(request, nobody(rung));
    }

    /** A picture's, as it is asked of a model on its rung. */
    public static Map<String, String> of(ImageRequest request, ContextKey context) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment fresh = sd_img_gen_params_t.allocate(arena);
            Sd.sd_img_gen_params_init(fresh);
            return changed(sd_img_gen_params_t.layout(), fresh, ImageParameters.of(request, request.prompt(), request.negativePrompt(), context, arena));
        }
    }

    /** A video's. */
    public static Map<String, String> of(VideoRequest request) {
        return of(request, Rung.AS_ASKED);
    }

    /** A video's, as it is asked on a rung. */
    public static Map<String, String> of(VideoRequest request, Rung rung) {
        return of(request, nobody(rung));
    }

    /** A video's, as it is asked of a model on its rung. */
    public static Map<String, String> of(VideoRequest request, ContextKey context) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment fresh = sd_vid_gen_params_t.allocate(arena);
            Sd.sd_vid_gen_params_init(fresh);
            return changed(sd_vid_gen_params_t.layout(), fresh,
                    VideoParameters.of(request, request.prompt(), request.negativePrompt(), context, arena));
        }
    }

    /** A model of which nothing is known. */
    private static ContextKey nobody(Rung rung) {
        return ContextKey.of(ModelFiles.checkpoint(Path.of("nobody.safetensors")), Execution.cpu(1)).on(rung);
    }

    private static Map<String, String> changed(GroupLayout layout, MemorySegment fresh, MemorySegment filled) {
        Map<String, String> before = new TreeMap<>();
        Map<String, String> after = new TreeMap<>();
        read("", layout, fresh, 0, before);
        read("", layout, filled, 0, after);
        after.entrySet().removeIf(e -> e.getValue().equals(before.get(e.getKey())));
        return after;
    }

    private static void read(String prefix, GroupLayout layout, MemorySegment at, long offset, Map<String, String> into) {
        long here = offset;
        for (MemoryLayout member : layout.memberLayouts()) {
            if (member.name().isPresent()) {
                String name = prefix + member.name().get();
                if (member instanceof GroupLayout inner && isPicture(inner)) {
                    into.put(name, picture(at.asSlice(here, inner.byteSize())));
                } else if (member instanceof GroupLayout inner) {
                    read(name + ".", inner, at, here, into);
                } else {
                    into.put(name, value(name, member, at, here));
                }
            }
            here += member.byteSize();
        }
        arrays(prefix, at, layout, offset, into);
    }

    private static String value(String name, MemoryLayout member, MemorySegment at, long offset) {
        return switch (member) {
            case ValueLayout.OfBoolean v -> Boolean.toString(at.get(v, offset));
            case ValueLayout.OfInt v -> Integer.toString(at.get(v, offset));
            case ValueLayout.OfLong v -> Long.toString(at.get(v, offset));
            case ValueLayout.OfFloat v -> new BigDecimal(Float.toString(at.get(v, offset) + 0f).replace("Infinity", "1e30")).stripTrailingZeros().toPlainString();
            case java.lang.foreign.AddressLayout v -> pointer(name, at.get(v, offset));
            default -> throw new AssertionError(member);
        };
    }

    private static String pointer(String name, MemorySegment pointer) {
        boolean text = name.endsWith("path") || name.endsWith("prompt") || name.endsWith("args") || name.endsWith("mask") || name.endsWith("backend")
                || name.endsWith("rules");
        if (pointer.address() == 0 || !text) {
            return "";
        }
        String said = pointer.reinterpret(Long.MAX_VALUE).getString(0);
        return name.endsWith("path") && !said.isEmpty() ? Path.of(said).getFileName().toString() : said;
    }

    /** Arrays whose length stands beside them. */
    private static void arrays(String prefix, MemorySegment at, GroupLayout layout, long offset, Map<String, String> into) {
        for (String[] pair : new String[][] {{"layers", "layer_count"}, {"custom_sigmas", "custom_sigmas_count"}, {"ref_images", "ref_images_count"},
                {"id_images", "id_images_count"}, {"control_frames", "control_frames_size"}, {"loras", "lora_count"}}) {
            long count = Long.parseLong(into.getOrDefault(prefix + pair[1], "0"));
            if (count == 0 || !into.containsKey(prefix + pair[0])) {
                continue;
            }
            MemorySegment array = at.get(ValueLayout.ADDRESS, offset + layout.byteOffset(MemoryLayout.PathElement.groupElement(pair[0])));
            List<String> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(switch (pair[0]) {
                    case "layers" -> Integer.toString(array.reinterpret(4 * count).getAtIndex(ValueLayout.JAVA_INT, i));
                    case "custom_sigmas" -> Float.toString(array.reinterpret(4 * count).getAtIndex(ValueLayout.JAVA_FLOAT, i));
                    case "loras" -> lora(sd_lora_t.asSlice(array.reinterpret(sd_lora_t.sizeof() * count), i));
                    default -> picture(sd_image_t.asSlice(array.reinterpret(sd_image_t.sizeof() * count), i));
                });
            }
            into.put(prefix + pair[0], String.join(" ", all));
        }
    }

    private static String lora(MemorySegment lora) {
        return Path.of(sd_lora_t.path(lora).reinterpret(Long.MAX_VALUE).getString(0)).getFileName() + "*" + sd_lora_t.multiplier(lora)
                + (sd_lora_t.is_high_noise(lora) ? "^high" : "");
    }

    private static boolean isPicture(GroupLayout layout) {
        return layout.memberLayouts().stream().anyMatch(m -> m.name().filter("channel"::equals).isPresent());
    }

    /** Its size and its first sample, which tells pictures of one size apart. */
    private static String picture(MemorySegment image) {
        int width = sd_image_t.width(image);
        return width == 0 ? "" : width + "x" + sd_image_t.height(image) + "x" + sd_image_t.channel(image) + ":"
                + (sd_image_t.data(image).reinterpret(1).get(ValueLayout.JAVA_BYTE, 0) & 0xFF);
    }
}
