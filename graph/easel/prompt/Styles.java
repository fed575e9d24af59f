package easel.prompt;

import easel.graph.Problem;
import easel.platform.SystemWord;
import easel.platform.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The styles in a file: a table of three columns, {@code name,prompt,negative_prompt}, as A1111 writes its
 * {@code styles.csv} and every table program reads it. It is read again whenever it has changed. For any thread.
 */
final class Styles {

    private static final long LARGEST = 4L << 20;
    private static final String HEAD = "name,prompt,negative_prompt";

    private final Path file;
    private volatile @Nullable Known known;

    private record Known(long size, FileTime changed, List<Style> styles) {}

    /** What chosen names come to. */
    record Chosen(List<Style> styles, Optional<Fault> fault) {}

    Styles(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** All of them in the file's order; none if there is no file. Waits for the disk. */
    List<Style> all() {
        try {
            return read();
        } catch (IOException e) {
            return List.of();
        }
    }

    private List<Style> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Known before = known;
        if (before == null || before.size != now.size() || !before.changed.equals(now.lastModifiedTime())) {
            if (now.size() > LARGEST) {
                throw new IOException(now.size() + " > " + LARGEST);
            }
            before = new Known(now.size(), now.lastModifiedTime(), styles(Files.readString(file)));
            known = before;
        }
        return before.styles;
    }

    /** The styles of these names, in their order; names are set apart by commas. */
    Chosen chosen(String names) {
        if (names.isBlank()) {
            return new Chosen(List.of(), Optional.empty());
        }
        List<Style> all;
        try {
            all = read();
        } catch (IOException e) {
            return new Chosen(List.of(), Optional.of(Fault.of(Problem.Code.STYLES_UNREADABLE, file, SystemWord.of(e))));
        }
        List<Style> chosen = new ArrayList<>();
        List<String> pieces = List.of(names.split(","));
        for (int at = 0; at < pieces.size(); ) {
            // A style may have a comma in its name: the longest name that there is counts.
            int end = pieces.size();
            Style style = null;
            for (; end > at && style == null; end--) {
                style = named(String.join(",", pieces.subList(at, end)).strip(), all);
            }
            if (style != null) {
                chosen.add(style);
                at = end + 1;
            } else if (pieces.get(at).isBlank()) {
                at++;
            } else {
                return new Chosen(chosen, Optional.of(Fault.of(Problem.Code.NO_SUCH_STYLE, pieces.get(at).strip(), file)));
            }
        }
        return new Chosen(List.copyOf(chosen), Optional.empty());
    }

    private static @Nullable Style named(String name, List<Style> all) {
        return all.stream().filter(style -> style.name().equals(name)).findFirst().orElse(null);
    }

    /** Writes the file anew if there is none, for people to go on from. */
    void begin(List<Style> some) throws IOException {
        if (!Files.exists(file)) {
            StringBuilder table = new StringBuilder(HEAD).append('\n');
            some.forEach(style -> table.append(cell(style.name())).append(',').append(cell(style.prompt())).append(',').append(cell(style.negative())).append('\n'));
            WholeFile.write(file, table.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String cell(String text) {
        return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static List<Style> styles(String table) {
        List<Style> styles = new ArrayList<>();
        for (List<String> row : rows(table.startsWith("\uFEFF") ? table.substring(1) : table)) {
            String name = row.getFirst().strip();
            boolean head = name.equals("name") && row.size() > 1 && row.get(1).strip().equals("prompt");
            if (!name.isEmpty() && !head && named(name, styles) == null) {
                styles.add(new Style(name, row.size() > 1 ? row.get(1) : "", row.size() > 2 ? row.get(2) : ""));
            }
        }
        return List.copyOf(styles);
    }

    /** RFC 4180: cells in quotes may hold commas, line ends and doubled quotes. */
    private static List<List<String>> rows(String table) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < table.length(); at++) {
            char c = table.charAt(at);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (at + 1 < table.length() && table.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }
}
