// Room: sandbox / JUnit.
package io.lanyard.sandbox.junit;

import io.lanyard.core.IbmCloud;
import io.lanyard.sandbox.AccountSeed;
import io.lanyard.sandbox.Sandbox;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one test plays on: a sandbox beside all others, a client, and WireMock in front where it was asked for. */
final class Stage implements AutoCloseable {
    private final Sandbox sandbox;
    private final @Nullable WireMockFront front;
    private final IbmCloud cloud;

    Stage(Server server, long seed, Consumer<AccountSeed> seeding, boolean behindWireMock) {
        sandbox = server.sandbox().beside(OptionalLong.of(seed), seeding);
        front = behindWireMock ? new WireMockFront(sandbox) : null;
        cloud = front == null ? sandbox.account().cloud() : IbmCloud.fromEnvironment(front.environment());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    IbmCloud cloud() {
        return cloud;
    }

    WireMockFront front() {
        if (front == null) {
            throw new IllegalStateException("WireMock was not asked for: SandboxExtension.started().behindWireMock()");
        }
        return front;
    }

    @Override
    public void close() {
        cloud.close();
        if (front != null) {
            front.close();
        }
        sandbox.close();
    }
}
