package io.lanyard.benchmarks;

import io.lanyard.policy.decision.Decision;
import io.lanyard.policy.decision.Request;
import io.lanyard.policy.decision.Snapshot;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision among more and more policies, with and without its explanation. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecisionBenchmark {

    /** How many policies the account has. */
    @Param({"10", "1000", "10000", "100000"})
    public int policies;

    private Snapshot snapshot;
    private Request[] requests;
    private Request[] denials;
    private int next;

    /** Fills an account. */
    @Setup
    public void fill() {
        Workload workload = Workload.of(policies);
        snapshot = workload.snapshot();
        requests = workload.requests();
        denials = workload.denials();
    }

    @Benchmark
    public Decision decide() {
        return snapshot.decide(requests[next++ & (requests.length - 1)]);
    }

    @Benchmark
    public String explainDenial() {
        return snapshot.decide(denials[next++ & (denials.length - 1)]).explain();
    }
}
