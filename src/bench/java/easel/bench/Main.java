package easel.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the figures and prints them. A missed goal is a result; only what could not be measured is an error. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures Easel's figures on this machine.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured, whether goals are met or not", "1:something could not be measured", "2:wrong use"})
final class Main implements Callable<Integer> {

    @Option(names = "--json", paramLabel = "FILE", description = "Write a list of {name, value, unit, goal, ok} as well.")
    private @Nullable Path json;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Measure these figures only.")
    private List<String> only = List.of();

    @Option(names = "--quick", description = "Measure each only once or twice, to see that all of it works; the values mean little.")
    private boolean quick;

    @Option(names = "--list", description = "Name the figures and measure nothing.")
    private boolean list;

    @Override
    public Integer call() throws Exception {
        List<Figure> all = Figures.all();
        if (list) {
            all.forEach(figure -> System.out.printf("%-16s %s%n", figure.name(), figure.what()));
            return 0;
        }
        for (String name : only) {
            if (all.stream().noneMatch(figure -> figure.name().equals(name))) {
                System.err.println("bench: there is no figure " + name + "; ./bench --list names them");
                return 2;
            }
        }
        House house = House.ofBench(quick);
        Report report = new Report(System.out);
        report.head();
        boolean failed = false;
        for (Figure figure : all) {
            if (only.isEmpty() || only.contains(figure.name())) {
                failed |= !measure(figure, house, report);
            }
        }
        if (json != null) {
            report.writeJson(json.toAbsolutePath());
        }
        return failed ? 1 : 0;
    }

    private static boolean measure(Figure figure, House house, Report report) {
        System.err.println("-- " + figure.name() + ": " + figure.what());
        long began = System.nanoTime();
        try {
            figure.measure(house, line -> System.err.println("   " + line)).forEach(report::add);
            return true;
        } catch (Exception e) {
            System.out.println(figure.name() + " could not be measured: " + e);
            e.printStackTrace();
            return false;
        } finally {
            System.err.printf(Locale.ROOT, "   %.0f s%n", (System.nanoTime() - began) / 1e9);
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
