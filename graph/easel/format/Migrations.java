package easel.format;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Brings workflows of older versions up to date, one version at a time. Whoever changes what a field means adds the step
 * here, keeps the old golden file beside the new one, and never touches a step again.
 */
final class Migrations {

    /** From version 1 up; there is one version so far. */
    static final Migrations ALL = new Migrations(List.of());

    private final List<UnaryOperator<JsonObject>> steps;

    /** @param steps the first makes version 2 of version 1, and so on */
    Migrations(List<UnaryOperator<JsonObject>> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The version that is read without any step. */
    int newest() {
        return steps.size() + 1;
    }

    /** The text of a workflow as the newest version has it. */
    String migrated(String text, int version) throws WorkflowException {
        try {
            JsonObject workflow = JsonParser.parseString(text).getAsJsonObject();
            for (UnaryOperator<JsonObject> step : steps.subList(version - 1, steps.size())) {
                workflow = step.apply(workflow);
            }
            workflow.addProperty("easel", newest());
            return workflow.toString();
        } catch (JsonParseException | IllegalStateException | ClassCastException | UnsupportedOperationException damaged) {
            // A field that the step needs is not what it was in any file of that version.
            throw new WorkflowException(WorkflowException.Code.NOT_A_WORKFLOW);
        }
    }
}
