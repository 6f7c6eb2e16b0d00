package io.lanyard.benchmarks;

import io.lanyard.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;

/** A whole process: start the sandbox, ask it once, end. */
public final class SandboxOnce {

    private SandboxOnce() {}

    /**
     * Starts, asks, ends.
     *
     * @param args none
     * @throws IOException when it doesn't answer
     */
    public static void main(String[] args) throws IOException {
        try (var sandbox = Sandbox.start(options -> options.freshKey());
                var answer =
                        URI.create(sandbox.url() + "/sandbox/v1/health").toURL().openStream()) {
            if (answer.read() < 0) {
                throw new IOException("an empty answer");
            }
        }
    }
}
