package io.lanyard.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A server of ready-made answers in a JVM of its own, so that what is measured is the client alone. It knows three
 * requests: a token, one policy, and a page of a hundred.
 */
public final class FixedServer {

    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private FixedServer() {}

    /**
     * Prints {@code port N} once it listens on loopback, and serves until it is killed.
     *
     * @param args none
     * @throws IOException when no port can be had
     */
    public static void main(String[] args) throws IOException {
        Map<String, byte[]> answers = Map.of(
                "POST /identity/token", answer(Payloads.token()),
                "GET /v2/policies/", answer(Payloads.policy(1)),
                "GET /v2/policies?", answer(Payloads.page(100)));
        try (var server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress())) {
            System.out.println("port " + server.getLocalPort());
            while (true) {
                Socket socket = server.accept();
                Thread connection = new Thread(() -> serve(socket, answers), "connection");
                connection.setDaemon(true);
                connection.start();
            }
        }
    }

    private static byte[] answer(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head =
                ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: 1-0123456789abcdef0123456789abcdef\r\n"
                                + "Transaction-Id: 0123456789abcdef0123456789abcdef\r\nContent-Length: " + body.length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private static void serve(Socket socket, Map<String, byte[]> answers) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                in.skipNBytes(contentLength(head));
                out.write(pick(head, answers));
                out.flush();
            }
        } catch (IOException closed) {
            // The client went away: the end of every connection of a benchmark.
        }
    }

    private static byte[] pick(String head, Map<String, byte[]> answers) throws IOException {
        for (var answer : answers.entrySet()) {
            if (head.startsWith(answer.getKey())) {
                return answer.getValue();
            }
        }
        throw new IOException(
                "no answer is prepared for " + head.lines().findFirst().orElse("an empty request"));
    }

    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder(512);
        int matched = 0;
        while (matched < END_OF_HEAD.length) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
            matched = next == END_OF_HEAD[matched] ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString();
    }

    private static long contentLength(String head) {
        int at = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
        return at < 0
                ? 0
                : Long.parseLong(head.substring(at + 15, head.indexOf('\r', at)).trim());
    }
}
