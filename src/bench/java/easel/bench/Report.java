package easel.bench;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import easel.platform.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The readings, as a table that grows while they come, and as JSON. */
final class Report {

    private final PrintStream out;
    private final List<Reading> readings = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void head() {
        out.printf("%-26s %10s %-8s %-10s %-6s %s%n", "name", "value", "unit", "goal", "ok", "of");
    }

    void add(Reading reading) {
        readings.add(reading);
        Sample sample = reading.sample();
        String of = sample == null ? "" : "median %s, p95 %s, n %d".formatted(number(sample.median()), number(sample.p95()), sample.size());
        out.println("%-26s %10s %-8s %-10s %-6s %s".formatted(reading.name(), number(reading.value()), reading.unit(),
                reading.goal() == null ? "-" : reading.goal(), reading.goal() == null ? "-" : reading.ok() ? "ok" : "MISSED", of).stripTrailing());
        out.flush();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.1f" : Math.abs(value) >= 10 ? "%.2f" : "%.4f", value);
    }

    /** A list of {@code {"name","value","unit","goal","ok"}}; a goal is text such as {@code <= 0.02}, or null. */
    String json() {
        JsonArray list = new JsonArray();
        for (Reading reading : readings) {
            JsonObject row = new JsonObject();
            row.addProperty("name", reading.name());
            row.addProperty("value", reading.value());
            row.addProperty("unit", reading.unit());
            row.addProperty("goal", reading.goal() == null ? null : reading.goal().toString());
            row.addProperty("ok", reading.ok());
            list.add(row);
        }
        return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create().toJson(list) + "\n";
    }

    void writeJson(Path file) throws IOException {
        WholeFile.write(file, json().getBytes(StandardCharsets.UTF_8));
    }
}
