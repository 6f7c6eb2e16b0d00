package io.lanyard.benchmarks;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of a run, as a table to read and as JSON to keep. It states goals beside figures and judges nothing; but it says what
 * else the machine had to do, because goals are those of an idle one.
 */
final class Report {

    private record Row(String what, String figure, String floor, String ratio, String goal) {}

    /** What the machine had to do before a part began: processes that ran or wanted to, in the minute before. */
    private record Load(String part, double before) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();

    /** Notes how busy the machine is as a part begins; the later ones see what the earlier ones made of it. */
    void begins(String part) {
        loads.add(new Load(part, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    String loads() {
        StringBuilder text = new StringBuilder(
                "load average of the minute before, on " + Runtime.getRuntime().availableProcessors() + " processors:");
        loads.forEach(load -> text.append(String.format(Locale.ROOT, " %s %.1f", load.part(), load.before())));
        return text.append(System.lineSeparator()).toString();
    }

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
        Files.writeString(
                file, new GsonBuilder().setPrettyPrinting().create().toJson(Map.of("figures", rows, "loads", loads)));
    }
}
