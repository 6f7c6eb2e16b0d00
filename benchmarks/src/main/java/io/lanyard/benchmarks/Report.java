package io.lanyard.benchmarks;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a run, as a table to read and as JSON to keep. It states goals beside figures and judges nothing. */
final class Report {

    private record Row(String what, String figure, String floor, String ratio, String goal) {}

    private final List<Row> rows = new ArrayList<>();

    /** A figure that only means something beside its floor. */
    void ratio(String what, double ours, double floor, String unit, String goal) {
        rows.add(new Row(what, number(ours, unit), number(floor, unit), "%.2f".formatted(ours / floor), goal));
    }

    /** A figure whose ratio was taken pair by pair. */
    void ratio(String what, double ours, double floor, double ratio, String unit, String goal) {
        rows.add(new Row(what, number(ours, unit), number(floor, unit), "%.2f".formatted(ratio), goal));
    }

    /** A figure that stands alone. */
    void figure(String what, double value, String unit, String goal) {
        rows.add(new Row(what, number(value, unit), "", "", goal));
    }

    private static String number(double value, String unit) {
        return String.format(
                Locale.ROOT, value >= 1000 ? "%,.0f %s" : value >= 10 ? "%.1f %s" : "%.2f %s", value, unit);
    }

    String table() {
        StringBuilder text = new StringBuilder(line("", "Lanyard", "floor", "ratio", "goal"));
        rows.forEach(row -> text.append(line(row.what(), row.figure(), row.floor(), row.ratio(), row.goal())));
        return text.toString();
    }

    private static String line(String what, String figure, String floor, String ratio, String goal) {
        return "%-46s %15s %15s %6s  %s%n".formatted(what, figure, floor, ratio, goal);
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, new GsonBuilder().setPrettyPrinting().create().toJson(rows));
    }
}
