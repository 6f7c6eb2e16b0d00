// Room: sandbox / tests. A mount with a service to try it with.
package io.lanyard.sandbox.mount;

import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Door;
import io.lanyard.sandbox.kernel.Kernel;
import io.lanyard.sandbox.kernel.KernelSettings;
import io.lanyard.sandbox.kernel.Plane;
import io.lanyard.sandbox.kernel.errors.PlatformErrors;
import io.lanyard.sandbox.services.policy.PolicyGuard;
import io.lanyard.sandbox.state.Directory;
import io.lanyard.sandbox.state.Ids;
import io.lanyard.sandbox.state.SandboxClock;
import io.lanyard.sandbox.state.World;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One mount for a class, and what it takes to talk to it as clients do and as they should not. */
abstract class Mounted {
    static final EchoService ECHO = new EchoService();
    static final List<Door> DOORS = List.of(Door.CONTROL, Door.registry("us-south"));
    static final Patience IMPATIENT = new Patience(Duration.ofMillis(200), Duration.ofMillis(200));
    static Mount mount;

    @BeforeAll
    static void open() {
        mount = mount(0);
    }

    static Mount mount(int port) {
        return Mount.open(kernel(), DOORS, port);
    }

    static Kernel kernel() {
        var directory = new Directory();
        var world = new World(new SandboxClock(Instant.now()), new Ids(new Random(1)), directory);
        var kernel = new Kernel(
                KernelSettings.STRICT,
                directory,
                () -> world,
                request -> Caller.NOBODY,
                new PolicyGuard((account, guid) -> Optional.empty()),
                Map.of(Plane.CONTROL, PlatformErrors.INSTANCE, Plane.REGISTRY, PlatformErrors.INSTANCE));
        kernel.install(ECHO);
        return kernel;
    }

    @AfterAll
    static void close() {
        mount.close();
    }

    static Http.Answer post(String body) {
        return Http.send("POST", url("/json"), body, "Content-Type", "application/json");
    }

    static String url(String path) {
        return "http://" + mount.authority(Door.CONTROL) + path;
    }

    static Socket connect() throws IOException {
        return connect(mount);
    }

    static Socket connect(Mount to) throws IOException {
        var parts = to.authority(Door.CONTROL).split(":", 2);
        return new Socket(parts[0], Integer.parseInt(parts[1]));
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    static String untilBody(InputStream in, String body) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf(body) < 0) {
            var next = in.read();
            if (next < 0) {
                throw new AssertionError("closed after: " + text);
            }
            text.append((char) next);
        }
        return text.toString();
    }
}
