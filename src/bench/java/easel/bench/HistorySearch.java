package easel.bench;

import easel.platform.Folders;
import easel.run.store.FinishedJob;
import easel.run.store.HistoryEntry;
import easel.run.store.HistoryQuery;
import easel.run.store.JobHistory;
import easel.run.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;

/** Words looked for in a history of 100,000 jobs, and one more job written into it. */
final class HistorySearch implements Figure {

    private static final int ENTRIES = 100_000;
    private static final int TIMES = 20;
    private static final int PAGE = 100;
    private static final String[] WORDS = {"mountains", "sunset", "purple", "sky", "boat", "sea", "portrait", "woman", "castle", "forest", "mist", "neon", "street",
            "rain", "cat", "astronaut", "desert", "lake", "flowers", "masterpiece", "detailed", "山水", "水墨", "夕阳", "大海", "古镇", "少女", "竹林"};
    /** Frequent ones, rare ones, together, from the beginning of a word only, two and more characters, none at all. */
    private static final List<String> ASKED = List.of("mountains", "number77777", "sunset boat", "m", "neon street rain", "山水", "水", "夕阳大海", "nothing", "sea 竹林");

    @Override
    public String name() {
        return "history-search";
    }

    @Override
    public String what() {
        return "a page of 100 from a history of 100,000 by words of the prompt; the slowest of " + ASKED.size() + " searches";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        Path own = house.work().resolve(name());
        try (Store store = Store.open(new Folders(own, own, house.folders().cache(), own), failure -> {
            throw new IllegalStateException(failure.toString());
        })) {
            JobHistory history = store.history();
            int entries = house.quick() ? ENTRIES / 20 : ENTRIES;
            fill(history, entries, progress);
            List<Double> slowest = new ArrayList<>();
            for (int i = 0; i < house.times(TIMES); i++) {
                double most = 0;
                for (String words : ASKED) {
                    long began = System.nanoTime();
                    history.find(HistoryQuery.words(words, PAGE));
                    most = Math.max(most, (System.nanoTime() - began) / 1e6);
                }
                slowest.add(most);
            }
            List<Double> adding = new ArrayList<>();
            for (int i = 0; i < house.times(100); i++) {
                long began = System.nanoTime();
                history.add(job(entries + i, new Random(i)));
                adding.add((System.nanoTime() - began) / 1e6);
            }
            return List.of(Reading.median(name(), Sample.of(slowest), "ms", Goal.atMost(50)),
                    Reading.p95("history-add", Sample.of(adding), "ms", Goal.atMost(10)));
        }
    }

    private static void fill(JobHistory history, int entries, Consumer<String> progress) throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < entries; i++) {
            history.add(job(i, random));
            if (i % 25_000 == 24_999) {
                progress.accept("%d of %d entries written".formatted(i + 1, entries));
            }
        }
    }

    private static FinishedJob job(int number, Random random) {
        StringBuilder prompt = new StringBuilder("number" + number);
        for (int i = 0; i < 20; i++) {
            prompt.append(i % 5 == 0 ? ", " : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return new FinishedJob(Instant.ofEpochSecond(1_700_000_000L + 60L * number), HistoryEntry.Kind.DONE, null, 5, 4.9, "model-" + number % 7, prompt.toString(),
                "ugly, blurry", "cpu", "{\"easel\":1}", List.of(new HistoryEntry.Picture(Path.of("/pictures/" + number + ".png"), false, OptionalLong.of(number), 512, 512)));
    }
}
