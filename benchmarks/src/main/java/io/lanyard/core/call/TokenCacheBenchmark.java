package io.lanyard.core.call;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A token that is already there: what every call pays for it. The floor is a volatile read and a look at the clock. In
 * this package because the cache is nobody's business but the pipeline's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenCacheBenchmark {

    private final Ambient ambient = Ambient.real();
    private final Deadline deadline = Deadline.in(Duration.ofHours(1), ambient);
    private final Token ready = new Token("eyJraWQiOiIyMDI2IiwiYWxnIjoiUlMyNTYifQ.e30.c2ln");
    private final CachedTokens tokens =
            new CachedTokens(asked -> new Grant.Granted(ready, Duration.ofHours(1)), ambient);
    private volatile Token held = ready;
    private final long end = System.nanoTime() + Duration.ofHours(1).toNanos();

    /** Fills the cache. */
    @Setup
    public void fill() {
        tokens.token(deadline);
    }

    @Benchmark
    public Object hitLanyard() {
        return tokens.token(deadline);
    }

    @Benchmark
    public Object hitFloor() {
        Token now = held;
        if (System.nanoTime() - end >= 0) {
            throw new IllegalStateException("the benchmark ran for an hour");
        }
        return now;
    }
}
