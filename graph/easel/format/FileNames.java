package easel.format;

import easel.platform.SystemWord;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for new pictures, made by a pattern of {@code {date}}, {@code {time}}, {@code {seed}}, {@code {prompt}} (its
 * first words) and {@code {counter}}; everything else in it stands for itself. Nothing is ever overwritten: the
 * counter goes on after the largest one there, and a name that another process takes meanwhile is passed over.
 * Without {@code {counter}} in the pattern a second file of the same name gets {@code -2} at its end.
 */
public record FileNames(String pattern) {

    /** In a folder sorted by name the pictures lie in the order they were made. */
    public static final FileNames STANDARD = new FileNames("{date}-{counter}-{prompt}-{seed}");

    private static final Pattern TOKEN = Pattern.compile("\\{(date|time|seed|prompt)}");
    private static final String COUNTER = "{counter}";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm.ss", Locale.ROOT);
    private static final int PROMPT_BYTES = 60;
    private static final int COUNTER_DIGITS = 4;
    /** Room that is kept for the counter, its hyphen and any growth of it. */
    private static final int COUNTER_ROOM = 12;
    private static final int MAX_TRIES = 10_000;

    /** What a name can be made of; {@code when} is the local time at which the picture was made. */
    public record Facts(LocalDateTime when, long seed, String prompt) {}

    /** Writes one new file, or fails with {@link PictureFailure.AlreadyThere}: {@link PictureFile#writeNew}. */
    @FunctionalInterface
    public interface Saving {
        void writeNew(Path file) throws PictureException;
    }

    /**
     * Saves under the next free name.
     *
     * @param ending with its dot, such as {@code .png}
     * @return where it was saved
     */
    public Path save(Path folder, Facts facts, String ending, Saving saving) throws PictureException {
        Name name = name(facts, ending);
        try {
            return save(folder, name, saving);
        } catch (InvalidPathException e) {
            // Java without a UTF-8 locale has no other characters for files' names.
            return save(folder, name.ascii(), saving);
        }
    }

    private static Path save(Path folder, Name name, Saving saving) throws PictureException {
        long counter = name.next(folder);
        for (int tries = 1; ; tries++, counter++) {
            Path file = folder.resolve(name.with(counter));
            try {
                saving.writeNew(file);
                return file;
            } catch (PictureException e) {
                if (!(e.failure() instanceof PictureFailure.AlreadyThere) || tries == MAX_TRIES) {
                    throw e;
                }
            }
        }
    }

    private Name name(Facts facts, String ending) {
        int room = SafeName.MAX_BYTES - COUNTER_ROOM - SafeName.bytes(ending);
        int rest = room - SafeName.bytes(SafeName.characters(filled(facts, "")));
        String words = words(facts.prompt(), Math.clamp(rest, 0, PROMPT_BYTES));
        String filled = filled(facts, words);
        int counter = filled.indexOf(COUNTER);
        String before = SafeName.characters(counter < 0 ? filled : filled.substring(0, counter));
        String after = SafeName.characters(counter < 0 ? "" : filled.substring(counter + COUNTER.length()).replace(COUNTER, ""));
        before = SafeName.cut(SafeName.beginning(before), room);
        after = SafeName.end(SafeName.cut(after, room - SafeName.bytes(before)));
        if (counter >= 0) {
            return new Name(true, before, after, ending);
        }
        before = SafeName.end(before);
        return new Name(false, before.isEmpty() ? "picture" : before, "", ending);
    }

    /** The pattern with everything in its place but the counter. */
    private String filled(Facts facts, String words) {
        String shape = words.isEmpty() ? pattern.replaceAll("[-_ ]?\\{prompt}", "") : pattern;
        return TOKEN.matcher(shape).replaceAll(token -> Matcher.quoteReplacement(switch (token.group(1)) {
            case "date" -> DATE.format(facts.when());
            case "time" -> TIME.format(facts.when());
            case "seed" -> Long.toString(facts.seed());
            default -> words;
        }));
    }

    /** The prompt's first words, joined by hyphens: without LoRA tags, weights and punctuation. */
    private static String words(String prompt, int bytes) {
        String start = prompt.substring(0, Math.min(prompt.length(), 2000));
        String plain = start.replaceAll("<[^<>]*>", " ").replaceAll(":[0-9.]+(?=[)\\]])", " ");
        // Kept inside: U+200D joins the parts of one emoji, an apostrophe those of one word.
        String joined = Normalizer.normalize(plain, Normalizer.Form.NFC)
                .replaceAll("[\\p{P}\\p{Z}\\p{Sm}\\p{Cc}\\p{Cf}\\p{Co}&&[^\\u200D'\u2019]]+", "-").replaceAll("^-+|-+$", "");
        String cut = SafeName.cut(joined, Math.max(bytes, 0));
        int lastWord = cut.lastIndexOf('-');
        // Not in the middle of a word, unless it is the only one (or the language has no blanks).
        boolean midWord = cut.length() < joined.length() && joined.charAt(cut.length()) != '-';
        return midWord && lastWord > cut.length() / 2 ? cut.substring(0, lastWord) : cut;
    }

    /** All of a name but the counter's value; the parts are safe already. */
    private record Name(boolean counted, String before, String after, String ending) {

        String with(long counter) {
            return before + (counted ? zeros(counter) : counter < 2 ? "" : "-" + counter) + after + ending;
        }

        Name ascii() {
            return new Name(counted, ascii(before), ascii(after), ending);
        }

        private static String ascii(String part) {
            return part.replaceAll("[^ -~]+", "").replaceAll("-{2,}", "-");
        }

        /** One more than the largest counter that stands behind the same beginning in the folder. */
        long next(Path folder) throws PictureException {
            if (!counted && !Files.exists(folder.resolve(with(1)), LinkOption.NOFOLLOW_LINKS)) {
                return 1;
            }
            String start = counted ? before : before + "-";
            long largest = counted ? 0 : 1;
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    largest = Math.max(largest, counter(Normalizer.normalize(file.getFileName().toString(), Normalizer.Form.NFC), start));
                }
                return largest + 1;
            } catch (NoSuchFileException e) {
                return largest + 1;     // the folder comes with the first picture
            } catch (IOException | DirectoryIteratorException e) {
                throw new PictureException(new PictureFailure.NotWritten(folder, SystemWord.of(e)), e);
            }
        }

        private static long counter(String name, String start) {
            int end = start.length();
            while (name.startsWith(start) && end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
                end++;
            }
            int digits = end - start.length();
            // A longer number is a seed or a time that another pattern put there.
            return digits == 0 || digits > COUNTER_DIGITS + 3 ? 0 : Long.parseLong(name.substring(start.length(), end));
        }

        private static String zeros(long counter) {
            String digits = Long.toString(counter);
            return "0".repeat(Math.max(0, COUNTER_DIGITS - digits.length())) + digits;
        }
    }
}
