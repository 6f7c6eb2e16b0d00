// Room: sandbox / tests. Sockets: connections, limits, odd clients.
package io.lanyard.sandbox.mount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.kernel.Door;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class MountTest extends Mounted {
    @Test
    void closesAtOnceOnATlsHello() throws IOException {
        try (var socket = connect()) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(new byte[] {0x16, 0x03, 0x01, 0x00, (byte) 0xf8, 0x01, 0x00, 0x00, (byte) 0xf4, 0x03, 0x03});
            socket.getOutputStream().flush();

            var answer = socket.getInputStream().readAllBytes();

            assertThat(new String(answer, StandardCharsets.US_ASCII)).doesNotContain(" 200 ");
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
    void aPortInUseIsOneSentence() {
        var taken = Integer.parseInt(mount.authority(Door.CONTROL).split(":", 2)[1]);

        assertThatThrownBy(() -> mount(taken))
                .isInstanceOf(PortTakenException.class)
                .hasMessageContaining("Port " + taken)
                .hasMessageContaining("choose another");
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
        try (var impatient = Mount.open(kernel(), DOORS, 0, IMPATIENT);
                var socket = connect(impatient)) {
            write(socket, "POST /json HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"na");
            socket.setSoTimeout(30_000);

            assertThat(text(socket.getInputStream())).doesNotContain(" 200 ");
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
            socket.setSoTimeout(30_000);
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
}
