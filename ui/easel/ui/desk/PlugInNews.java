package easel.ui.desk;

import easel.nodes.PlugIns;
import easel.platform.Language;
import java.util.List;
import java.util.function.Consumer;

/** What of the person's plug-ins was left out, told when the window opens: all of it in the log, the first in the status bar. */
public final class PlugInNews {

    private PlugInNews() {}

    /** Tells it, if there is anything. */
    public static void tell(List<PlugIns.Fault> faults, LogBook log, Language language, Consumer<Notice> tell) {
        faults.forEach(fault -> log.write(LogBook.Level.WARNING, fault.sentence(language)));
        if (faults.size() == 1) {
            tell.accept(Notice.of("notice.plug-in", faults.getFirst()));
        } else if (!faults.isEmpty()) {
            tell.accept(Notice.of("notice.plug-ins", faults.size(), faults.getFirst()));
        }
    }
}
