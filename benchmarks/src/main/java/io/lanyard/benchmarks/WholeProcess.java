package io.lanyard.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Times whole processes in pairs, A B A B …, so that a ratio holds while the machine's speed drifts. */
final class WholeProcess {

    /** One finished process: wall clock, and the CPU time the operating system accounted to it. */
    record Run(Duration wall, Duration cpu) {}

    /** Medians of two commands run in turn, and the median of the ratios pair by pair. */
    record Pair(
            double wallMillis,
            double otherWallMillis,
            double cpuMillis,
            double otherCpuMillis,
            double wallRatio,
            double cpuRatio) {}

    private WholeProcess() {}

    static Pair compare(int rounds, List<String> command, List<String> other) throws IOException, InterruptedException {
        run(command);
        run(other);
        double[][] figures = new double[6][rounds];
        for (int i = 0; i < rounds; i++) {
            Run a = run(command);
            Run b = run(other);
            double[] row = {
                millis(a.wall()),
                millis(b.wall()),
                millis(a.cpu()),
                millis(b.cpu()),
                millis(a.wall()) / millis(b.wall()),
                millis(a.cpu()) / Math.max(1, millis(b.cpu()))
            };
            for (int f = 0; f < row.length; f++) {
                figures[f][i] = row[f];
            }
        }
        return new Pair(
                median(figures[0]),
                median(figures[1]),
                median(figures[2]),
                median(figures[3]),
                median(figures[4]),
                median(figures[5]));
    }

    static Run run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle handle = process.toHandle();
        Duration cpu = Duration.ZERO;
        // The accounting vanishes with the process: the last reading before the end is off by a poll at most.
        while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
            cpu = handle.info().totalCpuDuration().orElse(cpu);
        }
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        if (process.exitValue() != 0) {
            throw new IOException("exit " + process.exitValue() + " from " + command.get(command.size() - 1));
        }
        return new Run(wall, cpu);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
