package io.lanyard.benchmarks;

import io.lanyard.core.AccountId;
import io.lanyard.core.Credentials;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.policy.Policies;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.PolicyId;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One get and one list page of a hundred policies, over keep-alive, through the SDK and through the floor. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {

    private static final AccountId ACCOUNT = AccountId.of(Payloads.ACCOUNT);
    private static final String ID = "00000001-0000-4000-8000-000000000001";
    private static final PolicyId POLICY = PolicyId.of(ID);

    private ServerProcess server;
    private IbmCloud cloud;
    private Policies policies;
    private Floor floor;

    /** Starts the server of ready-made answers, and both clients. */
    @Setup
    public void start() throws IOException {
        server = ServerProcess.start(FixedServer.class);
        String url = server.url();
        cloud = IbmCloud.create(
                o -> o.credentials(Credentials.apiKey(Secret.of("k"))).endpoint("iam", url));
        policies = new PolicyClient(cloud).policies();
        floor = new Floor(url);
    }

    /** Ends them. */
    @TearDown
    public void stop() {
        cloud.close();
        floor.close();
        server.close();
    }

    @Benchmark
    public Object getLanyard() {
        return policies.get(POLICY);
    }

    @Benchmark
    public Object getFloor() throws IOException {
        return floor.get(ID);
    }

    @Benchmark
    public int listLanyard() {
        int count = 0;
        for (Policy each : policies.list(ACCOUNT, q -> q.pageSize(100))) {
            count += each.grant().roles().size();
        }
        return count;
    }

    @Benchmark
    public int listFloor() throws IOException {
        int count = 0;
        for (Floor.Policy each : floor.list().policies()) {
            count += each.control().grant().roles().size();
        }
        return count;
    }
}
