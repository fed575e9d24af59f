package easel.engine.ffm;

import easel.sd.Sd;
import easel.sd.easel_device;
import easel.sd.easel_error;
import easel.sd.easel_layout;
import easel.sd.sd_cache_params_t;
import easel.sd.sd_ctx_params_t;
import easel.sd.sd_embedding_t;
import easel.sd.sd_guidance_params_t;
import easel.sd.sd_hires_params_t;
import easel.sd.sd_image_t;
import easel.sd.sd_img_gen_params_t;
import easel.sd.sd_lora_t;
import easel.sd.sd_pm_params_t;
import easel.sd.sd_sample_params_t;
import easel.sd.sd_slg_params_t;
import easel.sd.sd_tiling_params_t;
import easel.sd.sd_vid_gen_params_t;
import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The structs as the bindings lay them out against the structs as the library's compiler did. They differ when header
 * and library are of two versions, and then every call would write to the wrong places.
 */
final class Layouts {

    private static final Map<String, GroupLayout> GENERATED = Map.ofEntries(
            Map.entry("sd_tiling_params_t", sd_tiling_params_t.layout()), Map.entry("sd_embedding_t", sd_embedding_t.layout()),
            Map.entry("sd_ctx_params_t", sd_ctx_params_t.layout()), Map.entry("sd_image_t", sd_image_t.layout()),
            Map.entry("sd_slg_params_t", sd_slg_params_t.layout()), Map.entry("sd_guidance_params_t", sd_guidance_params_t.layout()),
            Map.entry("sd_sample_params_t", sd_sample_params_t.layout()), Map.entry("sd_pm_params_t", sd_pm_params_t.layout()),
            Map.entry("sd_cache_params_t", sd_cache_params_t.layout()), Map.entry("sd_lora_t", sd_lora_t.layout()),
            Map.entry("sd_hires_params_t", sd_hires_params_t.layout()), Map.entry("sd_img_gen_params_t", sd_img_gen_params_t.layout()),
            Map.entry("sd_vid_gen_params_t", sd_vid_gen_params_t.layout()),
            Map.entry("easel_error", easel_error.layout()), Map.entry("easel_device", easel_device.layout()),
            Map.entry("easel_layout", easel_layout.layout()));

    private Layouts() {}

    /** A line of the library's table; a null field stands for the whole struct. Offsets and sizes in bytes. */
    record Row(String structure, @org.jspecify.annotations.Nullable String field, long offset, long size) {}

    /** The library's table. */
    static List<Row> ofLibrary() {
        int count = Sd.easel_layout_count();
        MemorySegment table = Sd.easel_layouts().reinterpret(count * easel_layout.layout().byteSize());
        List<Row> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            MemorySegment row = easel_layout.asSlice(table, i);
            MemorySegment field = easel_layout.field(row);
            rows.add(new Row(easel_layout.structure(row).reinterpret(Long.MAX_VALUE).getString(0),
                    field.equals(MemorySegment.NULL) ? null : field.reinterpret(Long.MAX_VALUE).getString(0),
                    easel_layout.offset(row), easel_layout.size(row)));
        }
        return rows;
    }

    /** One line for each place where the two differ, or that only one of them has; empty when they agree. */
    static List<String> differing() {
        return differing(ofLibrary());
    }

    static List<String> differing(List<Row> rows) {
        List<String> differing = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Row row : rows) {
            seen.add(row.structure + "." + row.field);
            GroupLayout generated = GENERATED.get(row.structure);
            if (generated == null) {
                differing.add(row.structure + " is not in the bindings");
            } else if (row.field == null) {
                compare(differing, row.structure, "size", generated.byteSize(), row.size);
            } else if (generated.memberLayouts().stream().noneMatch(m -> m.name().orElse("").equals(row.field))) {
                differing.add(row.structure + "." + row.field + " is not in the bindings");
            } else {
                PathElement path = PathElement.groupElement(row.field);
                compare(differing, row.structure + "." + row.field, "offset", generated.byteOffset(path), row.offset);
                compare(differing, row.structure + "." + row.field, "size", generated.select(path).byteSize(), row.size);
            }
        }
        all().filter(name -> !seen.contains(name)).map(name -> name + " is not in the library's table").forEach(differing::add);
        return differing;
    }

    private static Stream<String> all() {
        return GENERATED.entrySet().stream().flatMap(e -> Stream.concat(Stream.of(e.getKey() + ".null"),
                e.getValue().memberLayouts().stream().map(MemoryLayout::name).flatMap(n -> n.stream()).map(n -> e.getKey() + "." + n)))
                .collect(Collectors.toCollection(java.util.TreeSet::new)).stream();
    }

    private static void compare(List<String> differing, String where, String what, long generated, long library) {
        if (generated != library) {
            differing.add("%s: %s %d, in the library %d".formatted(where, what, generated, library));
        }
    }
}
