// Room: sandbox / tests. Sockets: streams, limits, odd clients.
package io.lanyard.sandbox.mount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MountTest {
    private static final EchoService ECHO = new EchoService();
    private static final List<Door> DOORS = List.of(Door.CONTROL, Door.registry("us-south"));
    private static Mount mount;

    @BeforeAll
    static void open() {
        mount = mount(0);
    }

    private static Mount mount(int port) {
        return Mount.open(kernel(), DOORS, port);
    }

    private static Kernel kernel() {
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

    @Test
    void closesAtOnceOnATlsHello() throws IOException {
        try (var socket = connect()) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream()
                    .write(new byte[] {0x16, 0x03, 0x01, 0x00, (byte) 0xf8, 0x01, 0x00, 0x00, (byte) 0xf4, 0x03, 0x03});
            socket.getOutputStream().flush();

            var answer = socket.getInputStream().readAllBytes();

            assertThat(new String(answer, StandardCharsets.US_ASCII)).doesNotContain(" 200 ");
        }
    }

    @Test
    void bodiesOfAnySizeStreamIn() throws IOException {
        var connection = (HttpURLConnection) URI.create(url("/stream")).toURL().openConnection();
        connection.setRequestMethod("PUT");
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(1 << 16);
        try (var out = connection.getOutputStream()) {
            new EchoService.Zeros(64L << 20).transferTo(out);
        }

        assertThat(text(connection.getInputStream())).isEqualTo("{\"bytes\":" + (64L << 20) + "}");
    }

    @Test
    void bodiesOfAnySizeStreamOut() throws IOException {
        var connection = (HttpURLConnection)
                URI.create(url("/stream/" + (64L << 20))).toURL().openConnection();

        var count = 0L;
        try (var in = connection.getInputStream()) {
            var buffer = new byte[1 << 16];
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                count += n;
            }
        }

        assertThat(count).isEqualTo(64L << 20);
        assertThat(connection.getContentLengthLong()).isEqualTo(64L << 20);
    }

    @Test
    void headSaysTheLengthAndSendsNothing() {
        var answer = Http.send("HEAD", url("/stream/12345"), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("12345");
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void aJsonBodyThatEndsTooEarlyIsRefusedInTheShapeOfTheApi() throws IOException {
        for (var framing : List.of("Content-Length: 100\r\n\r\n{\"na", "Content-Length: 100\r\n\r\n")) {
            try (var socket = connect()) {
                write(socket, "POST /json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + framing);
                socket.shutdownOutput();

                assertThat(text(socket.getInputStream()))
                        .contains(" 400 ", "malformed_body", "The body ended before it was complete.");
            }
        }
    }

    @Test
    void aBodyThatDoesNotGoOnIsGivenUp() throws IOException {
        try (var impatient = Mount.open(kernel(), DOORS, 0, Duration.ofMillis(200));
                var socket = connect(impatient)) {
            write(socket, "POST /json HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"na");
            socket.setSoTimeout(30_000);

            assertThat(text(socket.getInputStream())).doesNotContain(" 200 ");
        }
    }

    @Test
    void aSlashAtTheEndMakesNoDifferenceBecauseClientsOfIbmsLeaveItOut() {
        assertThat(Http.get(url("/items/1/")).status()).isEqualTo(200);
        assertThat(Http.get(url("/slash/")).status()).isEqualTo(204);
        assertThat(Http.get(url("/slash")).status()).isEqualTo(204);
        assertThat(Http.get(url("/rest/a/b/")).text()).isEqualTo("{\"name\":\"a/b\"}");
    }

    @Test
    void fieldsComeInTheSameOrderInEveryJvm() {
        assertThat(Http.get(url("/order")).text())
                .isEqualTo("{\"a\":{\"x\":1,\"y\":2,\"z\":3},\"b\":2,\"c\":3,\"d\":4,\"e\":{\"z\":1,\"y\":2}}");
    }

    @Test
    void aFieldThatComesTwiceIsRefused() {
        assertThat(post("{\"name\":\"a\",\"\\u006eame\":\"b\"}").status()).isEqualTo(400);
        assertThat(post("{\"name\":\"a\",\"name\":\"b\"}").text()).contains("'name' is in the same object twice");
        assertThat(post("{\"name\":\"name\",\"tags\":[\"a\",\"a\"]}").status()).isEqualTo(200);
    }

    @Test
    void aHandlerHearsThatTheClientWentAway() throws IOException, InterruptedException {
        try (var socket = connect()) {
            write(socket, "PUT /stream HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf");
        }

        assertThat(ECHO.cut.poll(10, TimeUnit.SECONDS)).isEqualTo("after 4");
    }

    @Test
    void halfAnAnswerDoesNotLookLikeAWholeOne() throws IOException {
        try (var socket = connect()) {
            write(socket, "GET /broken HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(text(socket.getInputStream())).doesNotContain(" 200 ");
        }
    }

    @Test
    void aConnectionIsKept() throws IOException {
        try (var socket = connect()) {
            for (var i = 0; i < 3; i++) {
                write(socket, "GET /items/" + i + " HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(untilBody(socket.getInputStream(), "{\"id\":\"" + i + "\"}"))
                        .contains("200 OK");
            }
        }
    }

    @Test
    void aTooLargeJsonBodyIsRefusedInWords() {
        var answer = Http.send(
                "POST", url("/json"), "{\"name\":\"" + "x".repeat(2 << 20) + "\"}", "Content-Type", "application/json");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("too_large", "1048576");
    }

    /** The client is still sending when the answer comes: a connection closed under it would lose the answer, too. */
    @RepeatedTest(10)
    void aTooLargeJsonBodyIsReadToItsEndSoThatTheAnswerArrives() throws IOException {
        var half = "x".repeat(1 << 20);
        try (var socket = connect()) {
            socket.setSoTimeout(10_000);
            write(
                    socket,
                    "POST /json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " + (2 << 20)
                            + "\r\n\r\n" + half);
            var answer = untilBody(socket.getInputStream(), "too_large");
            write(socket, half + "GET /items/7 HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(answer).contains(" 413 ");
            assertThat(untilBody(socket.getInputStream(), "{\"id\":\"7\"}")).contains(" 200 ");
        }
    }

    @Test
    void aPortInUseIsOneSentence() {
        var taken = Integer.parseInt(mount.authority(Door.CONTROL).split(":", 2)[1]);

        assertThatThrownBy(() -> mount(taken))
                .isInstanceOf(PortTakenException.class)
                .hasMessageContaining("Port " + taken)
                .hasMessageContaining("choose another");
    }

    @Test
    void unknownPathsAndMethodsAreToldApart() {
        var unknown = Http.get(url("/nothing/here"));
        var method = Http.send("DELETE", url("/items/1"), "");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Sandbox-Unmatched")).isEqualTo("true");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Sandbox-Unmatched")).isEmpty();
        assertThat(method.header("Allow")).isEqualTo("GET");
    }

    @Test
    void namesWithSlashesAndEncodedOnesReachTheirRoute() {
        assertThat(Http.get(url("/names/a/b/c/tags/list")).text()).isEqualTo("{\"name\":\"a/b/c\"}");
        assertThat(Http.get(url("/names/a%2Fb/tags/list")).text()).isEqualTo("{\"name\":\"a/b\"}");
        assertThat(Http.get(url("/items/us.icr.io%2Fns%2Frepo:tag+1")).text())
                .isEqualTo("{\"id\":\"us.icr.io/ns/repo:tag+1\"}");
    }

    @Test
    void noIdLeavesItsSegment() throws IOException {
        assertThat(Http.get(url("/items/%2e%2e")).status()).isEqualTo(400);
        assertThat(Http.get(url("/items/a%2F..%2Fb")).status()).isEqualTo(400);
        assertThat(Http.get(url("/items/%00")).status()).isEqualTo(400);
        try (var socket = connect()) {
            write(socket, "GET /items/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(text(socket.getInputStream())).contains(" 400 ");
        }
    }

    @Test
    void badBodiesAreToldWhatIsWrong() {
        assertThat(post("{\"name\":").text()).contains("malformed_body", "not valid JSON");
        assertThat(post("[]").text()).contains("must be a JSON object");
        assertThat(post("{\"name\":\"a\"} x").text()).contains("not valid JSON");
        assertThat(post("{}").text()).contains("missing", "Property 'name'");
        assertThat(post("{\"name\":1}").text()).contains("Property 'name' must be a string");
        assertThat(post("{\"name\":\"a\",\"tags\":[1]}").text()).contains("'tags' must be an array of strings");
        assertThat(post("{\"name\":\"a\",\"size\":1.5}").text()).contains("'size' must be a whole number");
        assertThat(post("{\"name\":\"a\",\"tagz\":[]}").text()).contains("did you mean 'tags'?");
        assertThat(Http.send("POST", url("/json"), "{}", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(Http.get(url("/items/1?limti=3")).text()).contains("did you mean 'limit'?");
    }

    @Test
    void aDefectOfTheSandboxIsA500InTheShapeOfTheApi() {
        var answer = Http.get(url("/fails"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json()
                        .getAsJsonArray("errors")
                        .get(0)
                        .getAsJsonObject()
                        .get("code")
                        .getAsString())
                .isEqualTo("internal");
    }

    @Test
    void theTransactionIdComesBack() {
        var answer = Http.get(url("/items/1"), "Transaction-Id", "my-own-id");

        assertThat(answer.header("Transaction-Id")).isEqualTo("my-own-id");
        assertThat(Http.get(url("/items/1")).header("Transaction-Id")).hasSize(32);
    }

    private static Http.Answer post(String body) {
        return Http.send("POST", url("/json"), body, "Content-Type", "application/json");
    }

    private static String url(String path) {
        return "http://" + mount.authority(Door.CONTROL) + path;
    }

    private static Socket connect() throws IOException {
        return connect(mount);
    }

    private static Socket connect(Mount to) throws IOException {
        var parts = to.authority(Door.CONTROL).split(":", 2);
        return new Socket(parts[0], Integer.parseInt(parts[1]));
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String untilBody(InputStream in, String body) throws IOException {
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
