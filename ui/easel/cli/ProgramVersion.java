package easel.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
public final class ProgramVersion implements IVersionProvider {

    static final String LINE = "Easel " + easel.run.Version.TEXT;

    @Override
    public String[] getVersion() {
        return new String[] {LINE};
    }
}
