package easel.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt taken apart, as users of A1111's and ComfyUI's dynamic prompts write it: choices {@code {a|b}} in each other,
 * with how many ({@code {2$$a|b|c}}, {@code {1-2$$ and $$a|b|c}}) and how often ({@code {3::a|b}}), and wildcards
 * {@code __name__}. Braces without a bar are braces, and a backslash before a brace, a bar or a wildcard leaves it as it is.
 */
record Template(List<Part> parts) {

    /** Braces further in are left as they are: nobody writes so many, and each is a call in a call. */
    private static final int DEEPEST = 50;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_TAKEN = 1000;
    private static final Pattern WEIGHT = Pattern.compile("\\s*+([0-9]{1,6}(?:\\.[0-9]{1,6})?)::");
    private static final Pattern COUNT = Pattern.compile("\\s*+([0-9]{0,4})(-?)([0-9]{0,4})\\$\\$(?:([^$|{}]{0,40})\\$\\$)?");

    Template {
        parts = List.copyOf(parts);
    }

    /** Takes a text apart. */
    static Template of(String text) {
        boolean plain = text.indexOf('{') < 0 && text.indexOf('\\') < 0 && !text.contains("__");
        return plain ? new Template(List.of(new Part.Plain(text))) : new Parsing(text).between(0, text.length());
    }

    /** The text itself, if nothing in it is left to be drawn. */
    boolean isPlain() {
        return parts.isEmpty() || parts.size() == 1 && parts.getFirst() instanceof Part.Plain;
    }

    /** Which characters belong to choices and wildcards. */
    static boolean[] marks(String text) {
        boolean[] marks = new boolean[text.length()];
        Parsing parsing = new Parsing(text);
        for (int at = 0; at < text.length(); at++) {
            int end = text.charAt(at) == '\\' ? parsing.escaped(at) + 1 : parsing.isChoice(at) ? parsing.closing[at] + 1 : parsing.wildcardEnd(at);
            if (end > at + 1) {
                Arrays.fill(marks, at, end, text.charAt(at) != '\\');
                at = end - 1;
            }
        }
        return marks;
    }

    private static final class Parsing {

        private final String text;
        /** Where each brace that opens is closed, or -1. */
        private final int[] closing;
        private final boolean[] hasBar;

        Parsing(String text) {
            this.text = text;
            closing = new int[text.length()];
            hasBar = new boolean[text.length()];
            Arrays.fill(closing, -1);
            int[] open = new int[DEEPEST];
            int depth = 0;
            int tooDeep = 0;
            for (int at = 0; at < text.length(); at++) {
                switch (text.charAt(at)) {
                    case '\\' -> at = escaped(at);
                    case '{' -> {
                        if (depth < DEEPEST) {
                            open[depth++] = at;
                        } else {
                            tooDeep++;
                        }
                    }
                    case '}' -> {
                        if (tooDeep > 0) {
                            tooDeep--;
                        } else if (depth > 0) {
                            closing[open[--depth]] = at;
                        }
                    }
                    case '|' -> {
                        if (depth > 0 && tooDeep == 0) {
                            hasBar[open[depth - 1]] = true;
                        }
                    }
                    default -> { }
                }
            }
        }

        /** The last character that a backslash covers. */
        int escaped(int backslash) {
            if (backslash + 1 >= text.length()) {
                return backslash;
            }
            int wildcard = wildcardEnd(backslash + 1);
            return wildcard > 0 ? wildcard - 1 : "{}|".indexOf(text.charAt(backslash + 1)) >= 0 ? backslash + 1 : backslash;
        }

        boolean isChoice(int brace) {
            return closing[brace] >= 0 && hasBar[brace];
        }

        Template between(int from, int to) {
            List<Part> parts = new ArrayList<>();
            StringBuilder plain = new StringBuilder();
            for (int at = from; at < to; at++) {
                char c = text.charAt(at);
                if (c == '\\' && escaped(at) > at) {
                    plain.append(text, at + 1, escaped(at) + 1);
                    at = escaped(at);
                } else if (c == '{' && isChoice(at)) {
                    flush(plain, parts);
                    parts.add(choice(at + 1, closing[at]));
                    at = closing[at];
                } else if (wildcardEnd(at) > 0) {
                    flush(plain, parts);
                    int end = wildcardEnd(at);
                    parts.add(new Part.Wildcard(text.substring(at + 2, end - 2)));
                    at = end - 1;
                } else {
                    plain.append(c);
                }
            }
            flush(plain, parts);
            return new Template(parts);
        }

        private static void flush(StringBuilder plain, List<Part> parts) {
            if (!plain.isEmpty()) {
                parts.add(new Part.Plain(plain.toString()));
                plain.setLength(0);
            }
        }

        private Part choice(int from, int to) {
            int first = from;
            int least = 1;
            int most = 1;
            String between = ", ";
            Matcher count = COUNT.matcher(text).region(from, to);
            if (count.lookingAt() && !(count.group(1).isEmpty() && count.group(3).isEmpty())) {
                boolean range = !count.group(2).isEmpty();
                least = count.group(1).isEmpty() ? 0 : Integer.parseInt(count.group(1));
                most = !range ? least : count.group(3).isEmpty() ? MOST_TAKEN : Integer.parseInt(count.group(3));
                between = count.group(4) == null ? between : count.group(4);
                first = count.end();
            }
            List<Part.Option> options = new ArrayList<>();
            int begin = first;
            for (int at = first; at <= to; at++) {
                if (at == to || text.charAt(at) == '|') {
                    options.add(option(begin, at));
                    begin = at + 1;
                } else if (text.charAt(at) == '\\') {
                    at = escaped(at);
                } else if (text.charAt(at) == '{' && closing[at] >= 0) {
                    at = closing[at];
                }
            }
            return new Part.Choice(Math.min(least, most), Math.min(MOST_TAKEN, Math.max(least, most)), between, options);
        }

        private Part.Option option(int from, int to) {
            Matcher weight = WEIGHT.matcher(text).region(from, to);
            return weight.lookingAt() ? new Part.Option(Double.parseDouble(weight.group(1)), between(weight.end(), to)) : new Part.Option(1, between(from, to));
        }

        /** Behind the wildcard that begins here, or 0. */
        int wildcardEnd(int at) {
            if (!text.startsWith("__", at) || at + 2 >= text.length() || text.charAt(at + 2) == '_') {
                return 0;
            }
            int limit = Math.min(text.length() - 1, at + 2 + LONGEST_NAME);
            for (int i = at + 2; i < limit; i++) {
                char c = text.charAt(i);
                if (c == '_' && text.charAt(i + 1) == '_') {
                    return i > at + 2 ? i + 2 : 0;
                }
                if (Character.isWhitespace(c) || "{}|<>,".indexOf(c) >= 0) {
                    return 0;
                }
            }
            return 0;
        }
    }
}
