package easel.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The shortest thing {@code ./easel} can be asked: what every command pays for its start. */
final class VersionTime implements Figure {

    private static final int TIMES = 10;

    @Override
    public String name() {
        return "version";
    }

    @Override
    public String what() {
        return "./easel --version, when nothing needs building";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) throws Exception {
        House.seconds(house.easel("--version"));
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < house.times(TIMES); i++) {
            seconds.add(House.seconds(house.easel("--version")));
        }
        return List.of(Reading.median(name(), Sample.of(seconds), "s", Goal.atMost(0.3)));
    }
}
