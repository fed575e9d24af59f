package easel.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * The lines of a wildcard file; empty ones and comments ({@code #}) are left out.
 *
 * @param options   what is drawn from
 * @param plain     whether all of them are drawn equally often
 * @param wildcards the names that its lines draw from
 * @param tags      the LoRA tags in its lines
 */
record WordList(List<Part.Option> options, boolean plain, Set<String> wildcards, Set<String> tags) {

    static WordList of(List<String> lines) {
        List<Part.Option> options = new ArrayList<>();
        Set<String> wildcards = new TreeSet<>();
        Set<String> tags = new TreeSet<>();
        boolean plain = true;
        for (String line : lines) {
            String words = line.strip();
            if (words.isEmpty() || words.startsWith("#")) {
                continue;
            }
            Part.Option option = option(words);
            plain &= option.weight() == 1;
            options.add(option);
            References.of(option.words(), wildcards, tags);
        }
        return new WordList(List.copyOf(options), plain, wildcards, tags);
    }

    /** The lines of several files as one's. */
    static WordList together(List<WordList> lists) {
        List<Part.Option> options = new ArrayList<>();
        Set<String> wildcards = new TreeSet<>();
        Set<String> tags = new TreeSet<>();
        for (WordList list : lists) {
            options.addAll(list.options);
            wildcards.addAll(list.wildcards);
            tags.addAll(list.tags);
        }
        return new WordList(List.copyOf(options), lists.stream().allMatch(WordList::plain), wildcards, tags);
    }

    private static Part.Option option(String words) {
        int colons = words.indexOf("::");
        if (colons > 0 && colons < 8) {
            try {
                double weight = Double.parseDouble(words.substring(0, colons));
                if (weight >= 0 && Double.isFinite(weight)) {
                    return new Part.Option(weight, Template.of(words.substring(colons + 2).strip()));
                }
            } catch (NumberFormatException notAWeight) {
                // Then the colons are part of the words.
            }
        }
        return new Part.Option(1, Template.of(words));
    }

    Template drawn(RandomGenerator random) {
        return plain ? options.get(random.nextInt(options.size())).words() : options.get(weighted(options, random)).words();
    }

    /** The place of one of some, as often as its weight is to all. */
    static int weighted(List<Part.Option> options, RandomGenerator random) {
        double all = options.stream().mapToDouble(Part.Option::weight).sum();
        if (all <= 0) {
            return random.nextInt(options.size());
        }
        double at = random.nextDouble() * all;
        for (int i = 0; i < options.size(); i++) {
            at -= options.get(i).weight();
            if (at < 0) {
                return i;
            }
        }
        return options.size() - 1;
    }
}
