// Room: sandbox / tests. Clients that ask before they send a body.
package io.lanyard.sandbox.mount;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code Expect: 100-continue}. */
class ContinueTest {
    private Mount mount;
    private Socket socket;

    @BeforeEach
    void connect() throws IOException {
        var directory = new Directory();
        var world = new World(new SandboxClock(Instant.now()), new Ids(new Random(1)), directory);
        var kernel = new Kernel(
                KernelSettings.STRICT,
                directory,
                () -> world,
                request -> Caller.NOBODY,
                new PolicyGuard((account, guid) -> Optional.empty()),
                Map.of(Plane.CONTROL, PlatformErrors.INSTANCE));
        kernel.install(new EchoService());
        mount = Mount.open(kernel, List.of(Door.CONTROL), 0);
        var parts = mount.authority(Door.CONTROL).split(":", 2);
        socket = new Socket(parts[0], Integer.parseInt(parts[1]));
        socket.setSoTimeout(30_000);
    }

    @AfterEach
    void hangUp() throws IOException {
        socket.close();
        mount.close();
    }

    @Test
    void aStreamIsInvitedWhenItIsRead() throws IOException {
        write(head("PUT /stream", 5));

        assertThat(until("\r\n\r\n")).startsWith("HTTP/1.1 100 Continue\r\n");
        write("12345");
        assertThat(until("}")).startsWith("HTTP/1.1 200 OK").endsWith("{\"bytes\":5}");
    }

    @Test
    void aSmallBodyIsInvitedToo() throws IOException {
        write(head("POST /json", 12).replace("\r\nExpect", "\r\nContent-Type: application/json\r\nExpect"));

        assertThat(until("\r\n\r\n")).startsWith("HTTP/1.1 100 Continue\r\n");
        write("{\"name\":\"a\"}");
        assertThat(until("}")).startsWith("HTTP/1.1 200 OK").endsWith("{\"name\":\"a\"}");
    }

    @Test
    void theConnectionIsKeptAfterAnInvitation() throws IOException {
        write(head("PUT /stream", 5));
        until("\r\n\r\n");
        write("12345");
        until("}");

        write("GET /items/1 HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(until("}")).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void whoIsRefusedBeforeHeSendsAnythingHasToConnectAgain() throws IOException {
        write(head("PUT /refused", 5));

        assertThat(until("\r\n\r\n")).startsWith("HTTP/1.1 403 Forbidden").contains("Connection: close");
    }

    private static String head(String line, int length) {
        return line + " HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private String until(String end) throws IOException {
        InputStream in = socket.getInputStream();
        var text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            var next = in.read();
            if (next < 0) {
                throw new AssertionError("closed after: " + text);
            }
            text.append((char) next);
        }
        return text.toString();
    }
}
