package easel.cli;

import easel.engine.Engine;
import easel.platform.Folders;
import easel.platform.Home;
import easel.run.Studio;
import easel.ui.settings.Bounds;

/** Studios for commands: with the user's folders, and what the user's settings say of them. */
final class Studios {

    private Studios() {}

    /** One whose jobs end with the command. */
    static Studio open(Engine engine) {
        Folders folders = Folders.ofUser();
        return new Studio(engine, folders, Home.folder(), Bounds.in(folders.config().resolve("settings.json")).limits());
    }
}
