package io.lanyard.benchmarks;

import io.lanyard.core.call.TokenCacheBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs everything that is measured, and prints one table. {@code quick} as an argument halves the patience, and names of
 * parts ({@code size calls tokens decisions cold sandbox report objects streams events}) run only these.
 */
public final class Benchmarks {

    private static final List<String> PARTS = List.of(
            "size", "calls", "tokens", "decisions", "cold", "sandbox", "report", "objects", "streams", "events");

    private final Report report = new Report();
    private final boolean quick;

    private Benchmarks(boolean quick) {
        this.quick = quick;
    }

    /**
     * Runs the parts, prints the table and writes it to {@code benchmarks/target/benchmarks.json}.
     *
     * @param args parts, or none for all of them; and {@code quick}
     * @throws Exception when a part can't be run
     */
    public static void main(String[] args) throws Exception {
        List<String> asked = Stream.of(args).filter(arg -> !arg.equals("quick")).toList();
        for (String part : asked) {
            if (!PARTS.contains(part)) {
                System.err.println("There is no part '" + part + "'; there are " + String.join(", ", PARTS) + ".");
                System.exit(2);
            }
        }
        var benchmarks = new Benchmarks(List.of(args).contains("quick"));
        for (String part : asked.isEmpty() ? PARTS : asked) {
            benchmarks.run(part);
        }
        System.out.println();
        System.out.print(benchmarks.report.table());
        System.out.print(benchmarks.report.loads());
        benchmarks.report.write(Path.of("benchmarks", "target", "benchmarks.json"));
    }

    private void run(String part) throws IOException, InterruptedException, ExecutionException, RunnerException {
        System.out.println("· " + part);
        report.begins(part);
        switch (part) {
            case "size" -> size();
            case "calls" -> calls();
            case "tokens" -> tokens();
            case "decisions" -> decisions();
            case "cold" -> coldStart();
            case "sandbox" -> new SandboxFigures(report, quick).run();
            case "report" -> report();
            case "objects" -> new ObjectFigures(report).run();
            case "streams" -> streams();
            default -> new DeliveryFigures(report, quick).run();
        }
    }

    private void size() throws IOException {
        List<Path> ours = classPathJars(List.of("lanyard-core", "lanyard-identity", "lanyard-policy"));
        List<Path> others = classPathJars(
                List.of("okhttp-jvm", "okio-jvm", "kotlin-stdlib", "annotations-", "gson", "error_prone_annotations"));
        report.figure("third-party jars of identity + policy", others.size(), "jars", "≤ 6");
        report.figure("identity + policy with all they need", (bytes(ours) + bytes(others)) / 1e6, "MB", "≤ 4.1");
    }

    private static List<Path> classPathJars(List<String> names) {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of)
                .filter(path -> names.stream().anyMatch(path.getFileName().toString()::startsWith))
                .toList();
    }

    private static long bytes(Collection<Path> jars) throws IOException {
        long sum = 0;
        for (Path jar : jars) {
            sum += Files.size(jar);
        }
        return sum;
    }

    private void calls() throws RunnerException {
        Map<String, RunResult> results = jmh(CallBenchmark.class);
        report.ratio("one get, CPU", cpu(results, "getLanyard"), cpu(results, "getFloor"), "µs", "≤ 1.15");
        report.ratio("one get, wall", wall(results, "getLanyard"), wall(results, "getFloor"), "µs", "");
        report.ratio("list page of 100, CPU", cpu(results, "listLanyard"), cpu(results, "listFloor"), "µs", "≤ 1.10");
        report.ratio("list page of 100, wall", wall(results, "listLanyard"), wall(results, "listFloor"), "µs", "");
    }

    private void tokens() throws RunnerException {
        Map<String, RunResult> results = jmh(TokenCacheBenchmark.class);
        report.ratio("token-cache hit", wall(results, "hitLanyard"), wall(results, "hitFloor"), "ns", "");
    }

    private void decisions() throws RunnerException {
        Map<String, RunResult> results = jmh(DecisionBenchmark.class);
        for (String n : List.of("10", "1000", "10000", "100000")) {
            String goal = n.equals("10000") ? "≤ 500" : n.equals("100000") ? "≤ 2,000" : "";
            report.figure("decision among " + n + ", CPU", cpu(results, "decide:" + n) * 1_000, "ns", goal);
        }
        for (String n : List.of("10", "1000", "10000", "100000")) {
            String goal = n.equals("10000") ? "≤ 20" : "";
            report.figure("decision and why not, among " + n + ", CPU", cpu(results, "explainDenial:" + n), "µs", goal);
        }
    }

    private void coldStart() throws IOException, InterruptedException {
        try (var server = ServerProcess.start(FixedServer.class)) {
            List<String> flags = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
            var pair = WholeProcess.compare(
                    quick ? 5 : 15,
                    Jvm.command(flags, ColdStartLanyard.class, server.url()),
                    Jvm.command(flags, ColdStartFloor.class, server.url()));
            report.ratio(
                    "cold start, wall", pair.wallMillis(), pair.otherWallMillis(), pair.wallRatio(), "ms", "≤ 1.08");
            report.ratio("cold start, CPU", pair.cpuMillis(), pair.otherCpuMillis(), pair.cpuRatio(), "ms", "");
        }
    }

    private void report() throws IOException, InterruptedException {
        String events = quick ? "100000" : "1000000";
        try (var server = ServerProcess.start(LogServer.class, events)) {
            List<String> flags = List.of("-XX:+UseSerialGC", "-Xmx128m");
            var pair = WholeProcess.compare(
                    quick ? 1 : 3,
                    Jvm.command(flags, ReportOnce.class, server.url(), events),
                    Jvm.command(flags, ReportFloor.class, server.url(), events));
            String what = "report over " + events + " events in 128 MB of heap";
            report.ratio(what + ", wall", pair.wallMillis(), pair.otherWallMillis(), pair.wallRatio(), "ms", "done");
            report.ratio(what + ", CPU", pair.cpuMillis(), pair.otherCpuMillis(), pair.cpuRatio(), "ms", "");
        }
    }

    private void streams() throws IOException, InterruptedException {
        // the sandbox keeps Kafka's logging libraries quiet by itself
        List<String> flags = List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dlog4j.provider=org.apache.logging.log4j.simple.internal.SimpleProvider");
        var pair = WholeProcess.compare(
                quick ? 3 : 7, Jvm.command(flags, StreamsOnce.class), Jvm.command(flags, KafkaOnce.class));
        String what = "process: sandbox, Kafka, first record";
        report.ratio(what + ", wall", pair.wallMillis(), pair.otherWallMillis(), pair.wallRatio(), "ms", "≤ 5,000");
        report.ratio(what + ", CPU", pair.cpuMillis(), pair.otherCpuMillis(), pair.cpuRatio(), "ms", "");
    }

    /** Runs the benchmarks of a class, and names the results: {@code method} or {@code method:parameter}. */
    private Map<String, RunResult> jmh(Class<?> benchmarks) throws RunnerException {
        var options = new OptionsBuilder()
                .include(benchmarks.getName().replace(".", "\\.") + "\\.")
                .forks(quick ? 1 : 2)
                .warmupIterations(quick ? 2 : 4)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(quick ? 3 : 6)
                .measurementTime(TimeValue.seconds(2))
                .jvmArgs("-XX:+UseSerialGC", "-Xms512m", "-Xmx2g")
                .addProfiler(CpuProfiler.class)
                .build();
        return new Runner(options).run().stream().collect(Collectors.toMap(Benchmarks::name, result -> result));
    }

    private static String name(RunResult result) {
        String method = result.getParams().getBenchmark();
        String name = method.substring(method.lastIndexOf('.') + 1);
        return result.getParams().getParamsKeys().stream()
                .map(result.getParams()::getParam)
                .reduce(name, (all, each) -> all + ":" + each);
    }

    private static double wall(Map<String, RunResult> results, String name) {
        return find(results, name).getPrimaryResult().getScore();
    }

    private static double cpu(Map<String, RunResult> results, String name) {
        RunResult found = find(results, name);
        for (String label : found.getSecondaryResults().keySet()) {
            if (label.toLowerCase(Locale.ROOT).endsWith(CpuProfiler.CPU)) {
                return found.getSecondaryResults().get(label).getScore();
            }
        }
        throw new IllegalStateException("no CPU time was measured for " + name);
    }

    private static RunResult find(Map<String, RunResult> results, String name) {
        RunResult result = results.get(name);
        if (result == null) {
            throw new IllegalStateException("no result named " + name + " among " + results.keySet());
        }
        return result;
    }
}
