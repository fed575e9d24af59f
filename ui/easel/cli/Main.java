package easel.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program: without a command it opens the window. */
@Command(name = "easel", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class,
        description = "An offline image studio. Without a command it opens the window.",
        subcommands = {GenerateCommand.class, RunCommand.class, SweepCommand.class, CheckCommand.class, NodesCommand.class, PresetsCommand.class, ShotCommand.class, HistoryCommand.class,
                QueueCommand.class, DevicesCommand.class, InfoCommand.class, ModelsCommand.class, ConvertCommand.class, BundleCommand.class, RehearseCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed, with one sentence on standard error", "2:wrong use", "130:cancelled by Ctrl-C"})
public final class Main implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Pictures or workflows to open in the window.")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw Failed.wrongUse("noSuchFileOrCommand", file);
            }
        }
        return WindowLauncher.open(files, spec.commandLine().getErr());
    }

    public static void main(String[] arguments) {
        // Scripts ask this often, and it needs nothing of what a command line needs: a third of the time.
        if (arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"))) {
            System.out.println(ProgramVersion.LINE);
            return;
        }
        if (arguments.length == 0) {
            // The window is what most starts want, and what a command line needs is a tenth of a second of it.
            System.exit(window());
        }
        System.exit(run(arguments));
    }

    private static int window() {
        try {
            return WindowLauncher.open(List.of(), new PrintWriter(System.err, true));
        } catch (InterruptedException e) {
            return 1;
        }
    }

    /** Runs a command line and gives its exit code. */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .registerConverter(Integer.class, text -> whole(text, Integer::valueOf))
                .registerConverter(Long.class, text -> whole(text, Long::valueOf))
                .setParameterExceptionHandler(Main::wrongUse)
                .setExecutionExceptionHandler((e, commandLine, _) -> {
                    if (e instanceof Failed failed) {
                        commandLine.getErr().println(failed.getMessage());
                        return failed.exitCode();
                    }
                    commandLine.getErr().println("Easel met an error of its own: " + e);
                    e.printStackTrace(commandLine.getErr());
                    return 1;
                });
        return line.execute(arguments);
    }

    private static <N extends Number> N whole(String text, Function<String, N> reading) {
        try {
            return reading.apply(text.strip());
        } catch (NumberFormatException e) {
            throw new CommandLine.TypeConversionException(text.strip().matches("[+-]?\\d+") ? text + " is too large"
                    : text + " is not a whole number");
        }
    }

    /** One sentence, and where all options stand; the whole page would push the sentence out of sight. */
    private static int wrongUse(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        String message = wrong.getMessage();
        err.println(message.endsWith(".") ? message : message + ".");
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.println("./" + command.getCommandSpec().qualifiedName() + " --help tells all options.");
        }
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
