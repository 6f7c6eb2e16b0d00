// Room: sandbox / object storage tests. Requests that no well-behaved client sends, byte by byte.
package io.lanyard.sandbox.services.storage;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends exactly what it is told, and reads the answer until the server ends the connection, or the body is over. */
final class RawS3 {
    private RawS3() {}

    /** Sends head and body; {@code end} closes this side afterwards, as a client that goes away does. */
    static String send(String url, String head, byte[] body, boolean end) {
        var uri = URI.create(url);
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write((head.replace("\n", "\r\n") + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(body);
            out.flush();
            if (end) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    /** Sends the head, waits until the server says something, and sends the body only then. */
    static String hesitate(String url, String head, String body) {
        var uri = URI.create(url);
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write((head.replace("\n", "\r\n") + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            var first = socket.getInputStream().readNBytes(12);
            out.write(body.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(first, StandardCharsets.UTF_8)
                    + new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }
}
