package easel.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
public final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Easel " + easel.run.Version.TEXT};
    }
}
