package easel.prompt;

import easel.engine.Embedding;
import easel.engine.Lora;
import easel.graph.Problem;
import easel.models.Contents;
import easel.models.Kind;
import easel.models.ModelFolders;
import easel.platform.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What prompts can name, among a person's own files: {@code wildcards} with text files, {@code styles.csv}, and of the models
 * LoRAs and embeddings, Easel's own among them. For any thread; every method waits for the disk.
 */
public final class Lexicon {

    private static final String COMFY = "embedding:";
    private static final Pattern COMFY_EMBEDDING = Pattern.compile("(?i)\\bembedding:([^\\s:(),<>|\\[\\]{}]{1,200})");
    private static final Pattern ENDING = Pattern.compile("(?i)\\.(safetensors|pt|bin)$");
    /** Files that prompts name through others. */
    private static final int MOST_FILES = 2_000;

    private final ModelFolders models;
    private final Wildcards wildcards;
    private final Styles styles;
    private final NamedFiles loras;
    private final NamedFiles embeddings;

    /** The person's own, and the models that are found by their folders alone. */
    public Lexicon(Folders folders) {
        this(folders, Contents.UNREAD, BundledFiles.NONE);
    }

    /**
     * The person's own, and the models that are found.
     *
     * @param contents is asked where folders do not say what lies in them
     * @param bundled  those that come with Easel
     */
    public Lexicon(Folders folders, Contents contents, BundledFiles bundled) {
        Path data = folders.data();
        models = ModelFolders.of(folders, contents);
        wildcards = new Wildcards(data.resolve("wildcards"));
        styles = new Styles(data.resolve("styles.csv"));
        loras = new NamedFiles(models, Kind.LORA, bundled, ".safetensors", ".ckpt", ".pt", ".pth", ".gguf");
        embeddings = new NamedFiles(models, Kind.EMBEDDING, bundled, ".safetensors", ".pt", ".bin");
    }

    // What there is

    /** Where models lie. */
    public ModelFolders models() {
        return models;
    }

    /** Where wildcard files lie. */
    public Path wildcardFolder() {
        return wildcards.folder();
    }

    /** Where styles stand. */
    public Path styleFile() {
        return styles.file();
    }

    /** Where LoRAs lie that prompts can name. */
    public Path loraFolder() {
        return loras.folder();
    }

    /** Where embeddings lie. */
    public Path embeddingFolder() {
        return embeddings.folder();
    }

    /** The names of the wildcard files. */
    public List<String> wildcards() {
        return wildcards.names();
    }

    /** The names of the LoRAs. */
    public List<String> loras() {
        return List.copyOf(loras.all().keySet());
    }

    /** The names of the embeddings, as they stand in prompts. */
    public List<String> embeddings() {
        return embeddings.all().keySet().stream().map(NamedFiles::stem).distinct().toList();
    }

    /** The styles. */
    public List<Style> styles() {
        return styles.all();
    }

    /** The styles of these names, set apart by commas; one that is not there is left out. */
    public List<Style> styles(String names) {
        return styles.chosen(names).styles();
    }

    /** Writes a table of styles to go on from, if there is none. */
    public void beginStyles(List<Style> some) throws IOException {
        styles.begin(some);
    }

    // What a prompt depends on

    /** What a prompt names, whichever way its choices go. */
    public Uses uses(String text) {
        Gathering gathering = new Gathering();
        gathering.add(text);
        return gathering.uses("");
    }

    /** What chosen styles name and say. */
    public Uses usesOfStyles(String names) {
        if (names.isBlank()) {
            return Uses.NOTHING;
        }
        Styles.Chosen chosen = styles.chosen(names);
        Gathering gathering = new Gathering();
        gathering.fault = chosen.fault().orElse(null);
        StringBuilder words = new StringBuilder();
        for (Style style : chosen.styles()) {
            words.append(style.prompt()).append('\0').append(style.negative()).append('\0');
            gathering.add(style.prompt());
            gathering.add(style.negative());
        }
        return gathering.uses(words.toString());
    }

    /** What all of it looks like from outside, for who cannot tell beforehand what a prompt will name. */
    public String mark() {
        List<String> marks = new ArrayList<>();
        wildcards.names().forEach(name -> marks.add(mark(wildcards.folder().resolve(name + Wildcards.ENDING))));
        loras.all().values().stream().filter(loras::isThere).forEach(file -> marks.add(mark(file)));
        embeddings.all().values().stream().filter(embeddings::isThere).forEach(file -> marks.add(mark(file)));
        marks.add(mark(styles.file()));
        return String.join("\n", marks);
    }

    private static String mark(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return file + " " + now.size() + " " + now.lastModifiedTime();
        } catch (IOException gone) {
            return file + " -";
        }
    }

    // What a prompt comes to

    /**
     * What a prompt comes to with its styles. The same seed draws the same words, as long as the files stay.
     *
     * @param negative whether it is what should not be seen
     */
    public Wording worded(String text, List<Style> chosen, boolean negative, long seed) {
        String styled = text;
        for (Style style : chosen) {
            styled = Style.on(styled, negative ? style.negative() : style.prompt());
        }
        // Of the prompt and the negative one each draws its own way, so that one more word in one leaves the other as it is.
        String drawn = new Draw(wildcards, new SplittableRandom(negative ? ~seed : seed)).of(Template.of(styled));
        List<Lora> onModel = new ArrayList<>();
        List<Lora> onText = new ArrayList<>();
        String words = named(drawn, onModel, onText);
        SortedMap<String, Path> files = embeddings.all();
        words = files.isEmpty() ? words : plainly(words, files);
        Map<String, Embedding> named = new LinkedHashMap<>();
        Embedding.replaced(words, embeddings(files), e -> {
            if (embeddings.isThere(e.file())) {
                named.put(e.name(), e);
            }
            return "";
        });
        return new Wording(words, onModel, onText, List.copyOf(named.values()));
    }

    /** Takes the LoRA tags out of a text; one that leads nowhere stays. */
    private String named(String text, List<Lora> onModel, List<Lora> onText) {
        String words = text;
        for (String written : LoraTag.written(text)) {
            Optional<LoraTag> tag = LoraTag.of(written);
            List<Path> files = tag.isEmpty() ? List.of() : loras.find(tag.get().name());
            if (files.size() == 1) {
                onModel.add(new Lora(files.getFirst(), tag.get().model()));
                onText.add(new Lora(files.getFirst(), tag.get().text()));
                words = words.replace(written, "");
            }
        }
        return words.equals(text) ? text : words.replaceAll("[ \\t]{2,}", " ").replaceAll(" ,", ",").replaceAll("(, ?){2,}", ", ").strip().replaceAll("^, ?|,$", "");
    }

    /** ComfyUI's {@code embedding:name} as the name alone. */
    private static String plainly(String text, SortedMap<String, Path> files) {
        return COMFY_EMBEDDING.matcher(text).replaceAll(found -> {
            String name = comfyName(found.group(1));
            boolean there = files.keySet().stream().anyMatch(each -> NamedFiles.stem(each).equalsIgnoreCase(name));
            return Matcher.quoteReplacement(there ? name : found.group());
        });
    }

    private static String comfyName(String written) {
        return NamedFiles.stem(ENDING.matcher(written.replace('\\', '/')).replaceFirst(""));
    }

    private static List<Embedding> embeddings(SortedMap<String, Path> files) {
        Map<String, Embedding> all = new LinkedHashMap<>();
        files.forEach((name, file) -> {
            String lower = NamedFiles.stem(name).toLowerCase(Locale.ROOT);
            all.putIfAbsent(lower, new Embedding(lower, file));
        });
        return List.copyOf(all.values());
    }

    /** Goes through a prompt and all that it names. */
    private final class Gathering {

        private final Set<Path> files = new LinkedHashSet<>();
        private final Set<String> done = new LinkedHashSet<>();
        private final Set<String> tags = new TreeSet<>();
        private @org.jspecify.annotations.Nullable Fault fault;
        private @org.jspecify.annotations.Nullable SortedMap<String, Path> there;

        void add(String text) {
            Set<String> names = new TreeSet<>();
            References.of(Template.of(text), names, tags);
            for (String name : names) {
                follow(name);
            }
            tags.forEach(this::lora);
            tags.clear();
            embeddings(text, !names.isEmpty());
        }

        /** One name on the way from the prompt to a file, with those that its file names and nobody has looked at. */
        private record Visit(String name, Deque<String> left) {}

        private void follow(String first) {
            Deque<Visit> path = new ArrayDeque<>();
            visit(first, path);
            while (!path.isEmpty()) {
                Deque<String> left = path.peek().left;
                if (left.isEmpty()) {
                    path.pop();
                } else {
                    visit(left.remove(), path);
                }
            }
        }

        private void visit(String name, Deque<Visit> path) {
            if (path.stream().anyMatch(visit -> visit.name.equals(name))) {
                List<String> circle = new ArrayList<>(path.reversed().stream().map(Visit::name).dropWhile(each -> !each.equals(name)).toList());
                circle.add(name);
                wrong(Fault.of(Problem.Code.WILDCARD_CIRCLE, String.join(" \u2192 ", circle)));
            } else if (path.size() >= Draw.DEEPEST || done.size() >= MOST_FILES) {
                wrong(Fault.of(Problem.Code.WILDCARDS_TOO_DEEP, path.size() >= Draw.DEEPEST ? Draw.DEEPEST : MOST_FILES));
            } else if (done.add(name)) {
                switch (wildcards.find(name)) {
                    case Wildcards.Found.Wrong(Fault found) -> wrong(found);
                    case Wildcards.Found.Lines(List<Path> from, WordList words) -> {
                        files.addAll(from);
                        tags.addAll(words.tags());
                        path.push(new Visit(name, new ArrayDeque<>(words.wildcards())));
                    }
                }
            }
        }

        private void lora(String written) {
            Optional<LoraTag> tag = LoraTag.of(written);
            if (tag.isEmpty()) {
                wrong(Fault.of(Problem.Code.LORA_TAG_BROKEN, written));
                return;
            }
            List<Path> found = loras.find(tag.get().name());
            switch (found.size()) {
                case 0 -> wrong(Fault.of(Problem.Code.NO_SUCH_LORA, tag.get().name(), loras.folder()));
                case 1 -> files.add(found.getFirst());
                default -> wrong(Fault.of(Problem.Code.TWO_OF_A_NAME, tag.get().name(), found.get(0), found.get(1)));
            }
        }

        private void embeddings(String text, boolean throughFiles) {
            SortedMap<String, Path> all = there == null ? embeddings.all() : there;
            there = all;
            boolean comfy = text.regionMatches(true, 0, COMFY, 0, COMFY.length()) || text.toLowerCase(Locale.ROOT).contains(COMFY);
            if (comfy) {
                COMFY_EMBEDDING.matcher(text).results().map(found -> comfyName(found.group(1)))
                        .filter(name -> all.keySet().stream().noneMatch(each -> NamedFiles.stem(each).equalsIgnoreCase(name))).findFirst()
                        .ifPresent(name -> wrong(Fault.of(Problem.Code.NO_SUCH_EMBEDDING, name, embeddings.folder())));
            }
            if (all.isEmpty()) {
                return;
            }
            if (throughFiles) {
                all.values().stream().filter(embeddings::isThere).forEach(files::add);   // which of them a drawn line will name is not asked: they are small
                return;
            }
            Embedding.replaced(text, Lexicon.embeddings(all), e -> {
                if (!embeddings.isThere(e.file())) {
                    wrong(Fault.of(Problem.Code.NO_SUCH_EMBEDDING, e.name(), embeddings.folder()));
                    return "";
                }
                files.add(e.file());
                List<Path> same = all.entrySet().stream().filter(each -> NamedFiles.stem(each.getKey()).equalsIgnoreCase(e.name())).map(Map.Entry::getValue).toList();
                if (same.size() > 1) {
                    wrong(Fault.of(Problem.Code.TWO_OF_A_NAME, e.name(), same.get(0), same.get(1)));
                }
                return "";
            });
        }

        private void wrong(Fault found) {
            fault = fault == null ? found : fault;
        }

        Uses uses(String words) {
            return files.isEmpty() && fault == null && words.isEmpty() ? Uses.NOTHING
                    : new Uses(words, List.copyOf(files), files.stream().map(Lexicon::mark).toList(), Optional.ofNullable(fault));
        }
    }
}
