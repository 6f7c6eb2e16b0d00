package io.lanyard.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.call.Endpoint;
import io.lanyard.core.call.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Core, tests: a server, a cloud object that talks to it, and a world around both. */
final class Bench implements AutoCloseable {

    /** What the tests read. */
    record Thing(String id) {}

    static final String THING = "{\"id\":\"x\"}";

    final RawServer server;
    final TurnedWorld world = new TurnedWorld();
    final IbmCloud cloud;
    final Service iam;

    Bench(RawServer.Script script) throws Exception {
        this(script, options -> {});
    }

    Bench(RawServer.Script script, Consumer<CloudOptions> more) throws Exception {
        this.server = new RawServer(script);
        this.cloud = IbmCloud.create(o -> {
            o.endpoint("iam", server.url()).ambient(world);
            more.accept(o);
        });
        this.iam = new Service(cloud, Endpoint.IAM);
    }

    static Consumer<CloudOptions> key(String key) {
        return o -> o.credentials(Credentials.apiKey(Secret.of(key)));
    }

    Thing get() {
        return iam.get("getThing", "/v1/things/{id}", "x").as(Thing.class);
    }

    long tokenRequests() {
        return server.count("POST /identity/token");
    }

    /** Lets many threads begin at the same moment, and returns what each came to: a result or an exception. */
    static List<Object> together(int threads, Callable<?> task) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        var start = new CountDownLatch(1);
        try {
            var futures = new ArrayList<Future<Object>>();
            for (int i = 0; i < threads; i++) {
                futures.add(pool.submit(() -> {
                    start.await();
                    try {
                        return task.call();
                    } catch (IamException e) {
                        return e;
                    }
                }));
            }
            start.countDown();
            var results = new ArrayList<Object>();
            for (var future : futures) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
            assertThat(pool.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Override
    public void close() {
        cloud.close();
        server.close();
    }
}
