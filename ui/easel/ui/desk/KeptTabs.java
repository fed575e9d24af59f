package easel.ui.desk;

import easel.graph.Document;
import easel.graph.Level;
import easel.graph.NodeId;
import easel.run.Key;
import easel.run.Preset;
import easel.ui.settings.Work;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tabs as the journal keeps them, and back. */
final class KeptTabs {

    private final Supplier<List<Preset>> presets;
    private final LongSupplier ids;

    /** @param ids numbers that no tab has */
    KeptTabs(Supplier<List<Preset>> presets, LongSupplier ids) {
        this.presets = presets;
        this.ids = ids;
    }

    /** What an Easel without tabs remembered, or the first preset. */
    Tab first(Work work) {
        String last = work.preset();
        Preset preset = presets.get().stream().filter(p -> p.name().equals(last)).findFirst().orElse(presets.get().getFirst());
        Document left = Optional.ofNullable(work.documents().get(preset.name())).flatMap(Papers::parse)
                .map(d -> improved(d, preset)).filter(Papers::isSound).orElse(preset.document());
        return new Tab(ids.getAsLong(), "", left, preset.document(), work.results().stream().map(Shot::of).toList());
    }

    /** The form is the preset's own: a newer Easel may have improved it. */
    private static Document improved(Document document, Preset preset) {
        return document.with(preset.document().form()).about(preset.document().about());
    }

    /** The preset that a document began as. */
    Optional<Preset> presetOf(Document document) {
        return presets.get().stream().filter(p -> p.name().equals(document.about().name())).findFirst();
    }

    /** A tab as it was left. */
    Tab restored(Journal.KeptTab kept) {
        Journal.Entry entry = kept.entry();
        Optional<Preset> preset = entry.file() != null ? Optional.empty() : presetOf(kept.document());
        Document document = preset.map(p -> improved(kept.document(), p)).filter(Papers::isSound).orElse(kept.document());
        Document saved = !entry.edited() ? document : preset.map(Preset::document).orElse(null);
        List<Shot> shots = entry.results().stream().flatMap(KeptTabs::path).map(Shot::of).toList();
        Tab tab = new Tab(entry.id(), entry.name(), document, saved, shots);
        if (entry.file() != null) {
            path(entry.file()).forEach(file -> tab.keptIn(file, new Stamp(entry.modified(), entry.size()), saved));
        }
        tab.look(new Looks(entry.face(), entry.zoom(), entry.x(), entry.y(),
                entry.selected().stream().filter(s -> !s.isEmpty()).map(NodeId::new).collect(Collectors.toSet()), Level.of(entry.level()),
                entry.elsewhere().entrySet().stream().collect(Collectors.toMap(e -> Level.of(e.getKey()), Map.Entry::getValue)), entry.locked()));
        Map<NodeId, Key> shown = new HashMap<>();
        entry.shown().forEach((id, key) -> {
            if (!id.isEmpty()) {
                Key.named(key).ifPresent(k -> shown.put(new NodeId(id), k));
            }
        });
        tab.leave(shown);
        return tab;
    }

    private static Stream<Path> path(String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException fromAnotherSystem) {
            return Stream.empty();
        }
    }

    /** A tab as it is, to be kept. */
    static Journal.KeptTab of(Tab tab) {
        Stamp stamp = tab.stamp();
        Looks looks = tab.looks();
        return new Journal.KeptTab(new Journal.Entry(tab.id(), tab.name(), tab.file() == null ? null : tab.file().toString(),
                stamp == null ? 0 : stamp.modified(), stamp == null ? 0 : stamp.size(), tab.isEdited(),
                looks.face(), looks.zoom(), looks.x(), looks.y(), looks.selected().stream().map(NodeId::text).sorted().toList(),
                looks.level().text(), looks.elsewhere().entrySet().stream().collect(Collectors.toMap(e -> e.getKey().text(), Map.Entry::getValue)),
                tab.pictures().all().stream().map(s -> s.file().toString()).toList(),
                tab.shown().entrySet().stream().collect(Collectors.toMap(e -> e.getKey().text(), e -> e.getValue().hex())), looks.locked()), tab.document());
    }
}
