package easel.ui.form;

import easel.graph.Rule;
import easel.nodes.Catalogue;
import easel.ui.desk.Shot;
import easel.ui.image.Scaling;
import easel.ui.widget.Choosing;
import easel.ui.widget.SearchList;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.Icon;
import javax.swing.ImageIcon;
import org.jspecify.annotations.Nullable;

/**
 * What a parameter that names a file or a folder can be set to: what stands for a file, files used lately, none, and any
 * that the person picks.
 *
 * @param rule      a file's or a folder's
 */
public record FileChoices(FormContext context, Rule rule, boolean mayBeEmpty) {

    private static final int PICTURES = 8;
    private static final int THUMB = 20;
    private static final String[] MODELS = {"safetensors", "ckpt", "gguf", "pt", "pth", "bin", "sft"};
    private static final String[] IMAGES = {"png", "jpg", "jpeg", "bmp", "gif", "webp"};

    /** One choice; null asks for a file. */
    public record Choice(@Nullable String text) {}

    private boolean isPicture() {
        return rule instanceof Rule.File file && file.of() == Rule.File.Of.PICTURE;
    }

    private boolean mayBeCheckpoint() {
        return rule instanceof Rule.File file && file.of().takesCheckpoints();
    }

    /** What there is to choose, the present one among it. */
    public List<SearchList.Item<Choice>> items(String now) {
        List<SearchList.Item<Choice>> items = new ArrayList<>();
        List<String> names = rule instanceof Rule.File file ? file.names() : List.of();
        names.forEach(n -> add(items, n));
        if (rule instanceof Rule.File file) {
            context.desk().models().of(file.of()).forEach(n -> add(items, n));
        }
        lately().forEach(p -> add(items, p.toString()));
        if (!now.isEmpty()) {
            add(items, now);
        }
        if (mayBeEmpty) {
            items.addFirst(SearchList.Item.of(new Choice(""), label("")));
        }
        items.add(SearchList.Item.of(new Choice(null), context.say(rule instanceof Rule.Folder ? "file.choose.folder"
                : "form.model.choose")));
        return items;
    }

    private Stream<Path> lately() {
        if (isPicture()) {
            return context.desk().results().all().stream().map(Shot::file).limit(PICTURES);
        }
        return mayBeCheckpoint()
                ? context.memory().get().work().recentModels().stream() : Stream.of();
    }

    private void add(List<SearchList.Item<Choice>> items, String text) {
        if (items.stream().noneMatch(i -> text.equals(i.value().text()))) {
            items.add(new SearchList.Item<>(new Choice(text), label(text), "", icon(text)));
        }
    }

    /** What people read for a file. */
    public String label(String text) {
        if (text.isEmpty()) {
            return context.say("file.none");
        }
        if (rule instanceof Rule.File file && file.names().contains(text)) {
            return Catalogue.bundled(text, context.language());
        }
        try {
            Path path = Path.of(text);
            Path name = path.getFileName();
            return name == null || !path.isAbsolute() && !isPicture() ? text : name.toString();
        } catch (InvalidPathException noPath) {
            return text;
        }
    }

    private @Nullable Icon icon(String text) {
        if (!isPicture()) {
            return null;
        }
        BufferedImage small = path(text).map(p -> context.desk().results().thumbs().peek(p)).orElse(null);
        if (small == null) {
            return null;
        }
        Dimension size = Scaling.fit(small.getWidth(), small.getHeight(), THUMB, THUMB);
        return new ImageIcon(small.getScaledInstance(size.width, size.height, Image.SCALE_AREA_AVERAGING));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** Asks the person for one with the system's own dialog. */
    public Optional<String> ask(Component over, String now) {
        Path folder = path(now).map(Path::getParent).orElse(null);
        Optional<Path> chosen;
        if (rule instanceof Rule.Folder) {
            chosen = Choosing.folder(over, context.say("file.folder.title"), folder == null ? context.desk().jobs().folder() : folder);
        } else if (isPicture()) {
            chosen = Choosing.file(over, context.say("form.picture.choose.title"), folder == null ? context.desk().jobs().folder()
                    : folder,
                    context.say("form.picture.files"), IMAGES);
        } else {
            Path lately = context.memory().get().work().recentModels().stream().findFirst().map(Path::getParent).orElse(null);
            chosen = Choosing.file(over, context.say("form.model.choose.title"), folder == null ? lately : folder,
                    context.say("form.model.files"), MODELS);
            if (mayBeCheckpoint()) {
                chosen.ifPresent(file_ -> context.memory().changeWork(w -> w.withRecentModel(file_)));
            }
        }
        return chosen.map(Path::toString);
    }
}
