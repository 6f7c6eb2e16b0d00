package io.lanyard.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The floor of an object store: bare sockets in a JVM of their own that let go of what is put, and give 64 KiB of nothing. */
public final class ObjectServer {

    private ObjectServer() {}

    /**
     * Prints {@code port N} once it listens on loopback, and serves until it is killed.
     *
     * @param args none
     * @throws IOException when no port can be had
     */
    public static void main(String[] args) throws IOException {
        try (var server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress())) {
            System.out.println("port " + server.getLocalPort());
            while (true) {
                Socket socket = server.accept();
                Thread connection = new Thread(() -> serve(socket), "connection");
                connection.setDaemon(true);
                connection.start();
            }
        }
    }

    private static void serve(Socket socket) {
        byte[] object = new byte[ObjectFigures.SIZE];
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 65_536);
                OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 65_536)) {
            socket.setTcpNoDelay(true);
            for (String head = FixedServer.head(in); !head.isEmpty(); head = FixedServer.head(in)) {
                boolean reads = head.startsWith("GET");
                in.skipNBytes(reads ? 0 : ObjectFigures.SIZE);
                out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + (reads ? object.length : 0) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(object, 0, reads ? object.length : 0);
                out.flush();
            }
        } catch (IOException closed) {
            // The client went away: the end of every connection of a benchmark.
        }
    }
}
