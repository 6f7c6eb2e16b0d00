// Room: sandbox-eventstreams, tests. SASL PLAIN as bytes: what no well-behaved client sends.
package io.lanyard.sandbox.eventstreams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Sandbox;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlainLoginTest {
    private static final int HANDSHAKE = 17;
    private static final int AUTHENTICATE = 36;
    private static final int FAILED = 58;
    private static final String MISSING = "Authentication failed: user name and password are needed";

    private static Sandbox sandbox;
    private static StreamScene scene;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        scene = StreamScene.in(sandbox, sandbox.account());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /**
     * What a broker says to a login.
     *
     * @param error Kafka's number of the error, 0 for none
     * @param message why
     */
    private record Said(int error, String message) {}

    @Test
    void aLoginNeedsAUserAndAPassword() throws IOException {
        for (var broken : new String[] {"", "token", "\0token\0", "\0\0password", "\0token\0password\0more"}) {
            assertThat(login(broken)).isEqualTo(new Said(FAILED, MISSING));
        }
    }

    @Test
    void nobodyActsAsSomebodyElse() throws IOException {
        var key = scene.manager().apikey().orElseThrow().reveal();

        assertThat(login("owner\0token\0" + key).message()).contains("authorization id that is different");
        assertThat(login("token\0token\0" + key).error()).isZero();
        assertThat(login("\0token\0" + key).error()).isZero();
    }

    @Test
    void aWrongKeyIsNotRepeated() throws IOException {
        var said = login("\0token\0not-a-key");

        assertThat(said.error()).isEqualTo(FAILED);
        assertThat(said.message()).doesNotContain("not-a-key");
    }

    /** Speaks Kafka's protocol by hand: a handshake for PLAIN, then the bytes. */
    private static Said login(String bytes) throws IOException {
        var broker = scene.brokers().split(",", -1)[0];
        var colon = broker.lastIndexOf(':');
        try (var socket = new Socket(broker.substring(0, colon), Integer.parseInt(broker.substring(colon + 1)))) {
            var out = new DataOutputStream(socket.getOutputStream());
            var in = new DataInputStream(socket.getInputStream());
            out.write(request(HANDSHAKE, 1, text("PLAIN")));
            assertThat(answer(in).getShort()).isZero();
            out.write(request(AUTHENTICATE, 0, block(bytes.getBytes(UTF_8))));
            var answer = answer(in);
            return new Said(answer.getShort(), message(answer));
        }
    }

    private static byte[] request(int api, int version, byte[] body) {
        var length = 2 + 2 + 4 + 2 + body.length;
        return ByteBuffer.allocate(4 + length)
                .putInt(length)
                .putShort((short) api)
                .putShort((short) version)
                .putInt(1)
                .putShort((short) -1) // no client id
                .put(body)
                .array();
    }

    private static ByteBuffer answer(DataInputStream in) throws IOException {
        var answer = new byte[in.readInt()];
        in.readFully(answer);
        return ByteBuffer.wrap(answer).position(4); // behind the number of the request
    }

    private static String message(ByteBuffer answer) {
        var length = answer.getShort();
        if (length < 0) {
            return "";
        }
        var text = new byte[length];
        answer.get(text);
        return new String(text, UTF_8);
    }

    private static byte[] text(String text) {
        return ByteBuffer.allocate(2 + text.length())
                .putShort((short) text.length())
                .put(text.getBytes(UTF_8))
                .array();
    }

    private static byte[] block(byte[] bytes) {
        return ByteBuffer.allocate(4 + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }
}
