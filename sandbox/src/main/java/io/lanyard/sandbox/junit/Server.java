// Room: sandbox / JUnit.
package io.lanyard.sandbox.junit;

import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxOptions;
import java.util.function.Consumer;

/** A running server in a JUnit store, which closes it. */
final class Server implements AutoCloseable {
    private final Sandbox sandbox;

    Server(Consumer<SandboxOptions> options) {
        sandbox = Sandbox.start(options);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
