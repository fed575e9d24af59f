package easel.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import easel.engine.Event;
import easel.nodes.Image;
import easel.platform.Language;
import easel.run.Ending;
import easel.run.NodeState;
import easel.run.Progress;
import easel.run.RunEvent;
import easel.run.Trouble;
import easel.run.store.StoreFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** For machines: one JSON object a line, each with its kind as {@code event}. Failures carry code and sentence. */
final class JsonReport implements ProgressReport {

    private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    private final PrintWriter out;
    private final Language language;

    JsonReport(PrintWriter out, Language language) {
        this.out = out;
        this.language = language;
    }

    @Override
    public void hear(RunEvent event) {
        switch (event) {
            case RunEvent.NodeChanged(var job, var node, _, NodeState.Running(Progress progress)) when progress.phase() != null ->
                    print("progress", "job", job.number(), "node", node.text(), "phase", progress.phase().name(), "step", progress.step(), "steps", progress.steps(),
                            "secondsLeft", progress.secondsLeft(), "picture", progress.picture(), "pictures", progress.pictures());
            case RunEvent.NodeChanged(var job, _, _, NodeState.Done done) when done.file() != null -> picture(job.number(), done);
            case RunEvent.NodeChanged(var job, var node, _, NodeState.Failed failed) ->
                    print("node-failed", "job", job.number(), "node", node.text(), "code", failed.trouble().code(), "inputs", failed.inputs());
            case RunEvent.Warned warned -> print("warning", "job", warned.job().number(), "code", warned.code(),
                    "message", new Event.Warned(warned.code(), warned.arguments()).sentence(language));
            case RunEvent.Retried retried -> print("retried", "job", retried.job().number(), "code", retried.reason().code());
            case RunEvent.Ended(var job, Ending.Failed(Trouble trouble), _) ->
                    print("failed", "job", job.number(), "code", trouble.code(), "message", trouble.sentence(language));
            case RunEvent.Ended(var job, Ending.Cancelled _, _) -> print("cancelled", "job", job.number());
            case RunEvent.Ended(var job, Ending.Done _, double seconds) -> print("done", "job", job.number(), "seconds", seconds);
            default -> { }
        }
    }

    @Override
    public void progress(Progress progress) {
        if (progress.phase() != null) {
            print("progress", "phase", progress.phase().name(), "step", progress.step(), "steps", progress.steps());
        }
    }

    @Override
    public void model(Path file) {
        print("model", "file", file.toString());
    }

    @Override
    public void problem(ProblemLine problem) {
        print("problem", "severity", problem.severity(), "node", problem.node(), "input", problem.input(), "code", problem.code(),
                "message", problem.message(), "mend", problem.mend());
    }

    @Override
    public void trouble(StoreFailure failure) {
        print("warning", "code", failure.code(), "message", failure.sentence(language));
    }

    @Override
    public void sentence(String sentence) {
        print("warning", "message", sentence);
    }

    @Override
    public void shown(Path file) {
        print("shown", "file", file.toString());
    }

    @Override
    public void again() {
        print("changed");
    }

    @Override
    public void cell(CellLine cell) {
        print("cell", "job", cell.job(), "number", cell.number(), "count", cell.count(), "values", cell.values());
    }

    @Override
    public void sheet(Path file) {
        print("sheet", "file", file.toString());
    }

    private void picture(long job, NodeState.Done done) {
        if (done.images().isEmpty()) {
            // Saved at an earlier time, or no picture.
            done.files().forEach(file -> print(file.toString().endsWith(".gguf") ? "model" : "picture", "job", job, "file", file.toString()));
        }
        for (int i = 0; i < done.images().size(); i++) {
            Image image = done.images().get(i);
            print("picture", "job", job, "file", String.valueOf(i < done.files().size() ? done.files().get(i) : done.file()), "width", image.picture().width(), "height", image.picture().height(),
                    "seed", image.made() == null ? null : image.made().seed(),
                    "secondsInLibrary", image.made() == null ? null : image.made().timings().native_());
        }
    }

    private void print(String kind, Object... pairs) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", kind);
        for (int i = 0; i < pairs.length; i += 2) {
            line.put((String) pairs[i], pairs[i + 1]);
        }
        out.println(gson.toJson(line));
        out.flush();
    }

    @Override
    public void end() {
        out.flush();
    }
}
