package easel.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words with a little Markdown: headings, lists, quotes, strong and emphasised words, code, links. Every line is a block,
 * since that is what a note looks like while it is typed.
 */
final class Markdown {

    /** How words stand out. */
    enum Style { PLAIN, STRONG, EMPHASIS, CODE, LINK }

    /** Some words that stand out in one way. */
    record Run(String text, Style style) {}

    /**
     * One line as it was typed.
     *
     * @param heading 1 to 3, or 0 for none
     * @param indent  how deep in a list or a quote
     * @param sign    what stands before it: a list's sign or number; empty for none
     */
    record Block(int heading, int indent, String sign, List<Run> runs) {}

    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*#*");
    private static final Pattern ITEM = Pattern.compile("(\\s*)(?:[-*+]|(\\d{1,3})[.)])\\s+(.*)");
    private static final Pattern TASK = Pattern.compile("\\[([ xX])]\\s+(.*)");
    private static final Pattern QUOTE = Pattern.compile(">\\s?(.*)");
    private static final Pattern INLINE = Pattern.compile("\\\\([\\\\`*_\\[\\]#>-])|`([^`]+)`|\\*\\*(\\S(?:.*?\\S)?)\\*\\*|(?<!\\w)__(\\S(?:.*?\\S)?)__(?!\\w)"
            + "|\\*(\\S(?:.*?\\S)?)\\*|(?<!\\w)_(\\S(?:.*?\\S)?)_(?!\\w)|\\[([^]]+)]\\(([^)\\s]*)\\)");

    private Markdown() {}

    static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        boolean code = false;
        for (String line : text.split("\n", -1)) {
            if (line.strip().startsWith("```")) {
                code = !code;
            } else if (code) {
                blocks.add(new Block(0, 0, "", line.isEmpty() ? List.of() : List.of(new Run(line, Style.CODE))));
            } else {
                blocks.add(block(line.stripTrailing()));
            }
        }
        return blocks;
    }

    /** The words alone, without what says how they look. */
    static String plain(String text) {
        return blocks(text).stream().map(b -> (b.sign().isEmpty() ? "" : b.sign() + " ") + b.runs().stream().map(Run::text).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static Block block(String line) {
        Matcher heading = HEADING.matcher(line.strip());
        if (heading.matches()) {
            return new Block(Math.min(3, heading.group(1).length()), 0, "", runs(heading.group(2), Style.STRONG));
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            int indent = 1 + Math.min(4, item.group(1).replace("\t", "    ").length() / 2);
            Matcher task = TASK.matcher(item.group(3));
            if (task.matches()) {
                return new Block(0, indent, task.group(1).isBlank() ? "\u2610" : "\u2611", runs(task.group(2), Style.PLAIN));
            }
            return new Block(0, indent, item.group(2) == null ? "\u2022" : item.group(2) + ".", runs(item.group(3), Style.PLAIN));
        }
        Matcher quote = QUOTE.matcher(line);
        return quote.matches() ? new Block(0, 1, "", runs(quote.group(1), Style.EMPHASIS)) : new Block(0, 0, "", runs(line, Style.PLAIN));
    }

    private static List<Run> runs(String text, Style usual) {
        List<Run> runs = new ArrayList<>();
        Matcher inline = INLINE.matcher(text);
        int from = 0;
        StringBuilder plain = new StringBuilder();
        while (inline.find()) {
            plain.append(text, from, inline.start());
            from = inline.end();
            if (inline.group(1) != null) {
                plain.append(inline.group(1));
                continue;
            }
            add(runs, plain, usual);
            runs.add(inline.group(2) != null ? new Run(inline.group(2), Style.CODE)
                    : inline.group(3) != null ? new Run(inline.group(3), Style.STRONG)
                    : inline.group(4) != null ? new Run(inline.group(4), Style.STRONG)
                    : inline.group(5) != null ? new Run(inline.group(5), Style.EMPHASIS)
                    : inline.group(6) != null ? new Run(inline.group(6), Style.EMPHASIS) : new Run(inline.group(7), Style.LINK));
        }
        plain.append(text, from, text.length());
        add(runs, plain, usual);
        return runs;
    }

    private static void add(List<Run> runs, StringBuilder plain, Style style) {
        if (!plain.isEmpty()) {
            runs.add(new Run(plain.toString(), style));
            plain.setLength(0);
        }
    }
}
