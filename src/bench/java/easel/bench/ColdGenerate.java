package easel.bench;

import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.platform.Processor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A whole command against the least C++ that paints the same picture with the same library, in turns. */
final class ColdGenerate implements Figure {

    private static final int PAIRS = 7;
    private static final int STEPS = 20;
    private static final int FIRST_SEED = 910_000;

    @Override
    public String name() {
        return "cold-generate";
    }

    @Override
    public String what() {
        return "./easel generate minus a small C++ program on the same library, same job, 128x128, 20 steps";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        ModelFiles model = Jobs.starter(house);
        Path paint = house.compile("paint.cpp", "paint");
        ProcessBuilder small = House.quietly(List.of(paint.toString(), model.get(Part.CHECKPOINT).orElseThrow().toString(),
                model.get(Part.TAESD).orElseThrow().toString(), Integer.toString(Processor.physicalCores()), Integer.toString(STEPS), "1"));
        House.seconds(small);
        House.seconds(easel(house, 0));
        List<Double> smalls = new ArrayList<>();
        List<Double> easels = new ArrayList<>();
        List<Double> more = new ArrayList<>();
        for (int i = 0; i < house.times(PAIRS); i++) {
            // Neighbours in time are compared, each first every other time.
            boolean smallFirst = i % 2 == 0;
            ProcessBuilder easel = easel(house, i + 1);
            double first = House.seconds(smallFirst ? small : easel);
            double second = House.seconds(smallFirst ? easel : small);
            smalls.add(smallFirst ? first : second);
            easels.add(smallFirst ? second : first);
            more.add(easels.getLast() - smalls.getLast());
        }
        if (Sample.of(easels).median() < Sample.of(smalls).median() / 2) {
            throw new IllegalStateException("the pictures came from the cache: nothing was painted");
        }
        return List.of(Reading.median(name(), Sample.of(more), "s", Goal.atMost(1.5)),
                Reading.median(name() + "-easel", Sample.of(easels), "s", null),
                Reading.median(name() + "-c++", Sample.of(smalls), "s", null));
    }

    /** Each with a seed that no other figure uses: a picture that was painted before would come from the cache. */
    private static ProcessBuilder easel(House house, int seed) {
        return house.easel("generate", "--prompt", Jobs.PROMPT, "--seed", Integer.toString(FIRST_SEED + seed), "--steps", Integer.toString(STEPS),
                "--width", "128", "--height", "128", "--cfg", "4", "--quiet", "--out", house.pictures("cold-generate").toString());
    }
}
