// Room: sandbox / tests. Bodies that are streams, both ways, and what ends them.
package io.lanyard.sandbox.mount;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Http;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamsTest extends Mounted {
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
    void headSaysTheLengthAndSendsNothing() throws InterruptedException {
        var answer = Http.send("HEAD", url("/stream/12345"), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("12345");
        assertThat(answer.text()).isEmpty();
        assertThat(ECHO.cut.poll(60, TimeUnit.SECONDS)).isEqualTo("unwanted");
    }

    @Test
    void aStreamThatFallsSilentIsGivenUp() throws IOException, InterruptedException {
        try (var impatient = Mount.open(kernel(), DOORS, 0, IMPATIENT);
                var socket = connect(impatient)) {
            write(socket, "PUT /stream HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf");
            socket.setSoTimeout(30_000);

            assertThat(text(socket.getInputStream())).contains(" 400 ", "cut off");
            assertThat(ECHO.cut.poll(60, TimeUnit.SECONDS)).isEqualTo("after 4");
        }
    }

    @Test
    void aHandlerHearsThatTheClientWentAway() throws IOException, InterruptedException {
        try (var socket = connect()) {
            write(socket, "PUT /stream HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf");
        }

        assertThat(ECHO.cut.poll(60, TimeUnit.SECONDS)).isEqualTo("after 4");
    }

    @Test
    void halfAnAnswerDoesNotLookLikeAWholeOne() throws IOException {
        try (var socket = connect()) {
            write(socket, "GET /broken HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(text(socket.getInputStream())).doesNotContain(" 200 ");
        }
    }
}
