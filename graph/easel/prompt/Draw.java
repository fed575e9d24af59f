package easel.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws the words of a template. What a file names that is not there is left as it is written. */
final class Draw {

    static final int LONGEST = 1 << 20;
    /** A file that names itself, directly or through others, ends here. */
    static final int DEEPEST = 50;
    /** Each of fifty files in each other may name the next ten times a line. */
    private static final int MOST_WILDCARDS = 10_000;

    private final Wildcards wildcards;
    private final RandomGenerator random;
    private int drawn;

    Draw(Wildcards wildcards, RandomGenerator random) {
        this.wildcards = wildcards;
        this.random = random;
    }

    /** The words, cut at a length that nobody writes. */
    String of(Template template) {
        StringBuilder words = new StringBuilder();
        write(template, 0, words);
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words.toString();
    }

    private void write(Template template, int depth, StringBuilder to) {
        for (Part part : template.parts()) {
            if (to.length() > LONGEST) {
                return;
            }
            switch (part) {
                case Part.Plain(String text) -> to.append(text);
                case Part.Wildcard(String name) -> wildcard(name, depth, to);
                case Part.Choice choice -> choice(choice, depth, to);
            }
        }
    }

    private void wildcard(String name, int depth, StringBuilder to) {
        if (depth < DEEPEST && drawn++ < MOST_WILDCARDS && wildcards.find(name) instanceof Wildcards.Found.Lines lines) {
            write(lines.words().drawn(random), depth + 1, to);
        } else {
            to.append("__").append(name).append("__");
        }
    }

    private void choice(Part.Choice choice, int depth, StringBuilder to) {
        List<Part.Option> left = new ArrayList<>(choice.options());
        int count = Math.min(left.size(), choice.least() + (choice.most() > choice.least()
                ? random.nextInt(Math.min(left.size(), choice.most()) - Math.min(left.size(), choice.least()) + 1) : 0));
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                to.append(choice.between());
            }
            Part.Option taken = left.remove(WordList.weighted(left, random));
            StringBuilder words = new StringBuilder();
            write(taken.words(), depth, words);
            // Several are put in a row: the blanks are those of the braces, not of the words.
            to.append(choice.most() > 1 ? words.toString().strip() : words);
        }
    }
}
