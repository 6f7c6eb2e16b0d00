package io.lanyard.core;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Core, tests: a server that does to a connection what no well-behaved server would: reset, drip, hang, lie. */
final class RawServer implements AutoCloseable {

    /** What to do with a request. */
    @FunctionalInterface
    interface Script {
        void answer(Exchange exchange) throws Exception;
    }

    /** A request as it came. */
    record Request(String line, Map<String, String> headers, String body) {}

    private final ServerSocket listener;
    private final Script script;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch over = new CountDownLatch(1);

    RawServer(Script script) throws IOException {
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.script = script;
        start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    List<Request> requests() {
        return requests;
    }

    long count(String startOfLine) {
        return requests.stream().filter(r -> r.line().startsWith(startOfLine)).count();
    }

    private static void start(Runnable task) {
        var thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            for (; ; ) {
                var socket = listener.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            over.countDown();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            for (var line = line(in); line != null && !line.isEmpty(); line = line(in)) {
                var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
                for (var header = line(in); header != null && !header.isEmpty(); header = line(in)) {
                    int colon = header.indexOf(':');
                    headers.put(
                            header.substring(0, colon),
                            header.substring(colon + 1).strip());
                }
                int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
                var request = new Request(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
                requests.add(request);
                var exchange = new Exchange(request, socket, over);
                script.answer(exchange);
                if (exchange.last) {
                    return;
                }
            }
        } catch (Exception e) {
            // the client went away, which is what half of the tests are about
        }
    }

    private static @org.jspecify.annotations.Nullable String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return text.toString().stripTrailing();
            }
            text.append((char) c);
        }
        return null;
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        over.countDown();
    }

    /** One request, and the ways to answer it. */
    static final class Exchange {
        final Request request;
        final Socket socket;
        private final CountDownLatch over;
        private boolean last;

        Exchange(Request request, Socket socket, CountDownLatch over) {
            this.request = request;
            this.socket = socket;
            this.over = over;
        }

        boolean is(String startOfLine) {
            return request.line().startsWith(startOfLine);
        }

        String target() {
            int from = request.line().indexOf(' ') + 1;
            return request.line().substring(from, request.line().indexOf(' ', from));
        }

        void token(String accessToken, long seconds) throws IOException {
            json(200, "{\"access_token\":\"" + accessToken + "\",\"expires_in\":" + seconds + "}");
        }

        void json(int status, String body, String... headers) throws IOException {
            var head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\nContent-Type: application/json\r\n");
            for (var header : headers) {
                head.append(header).append("\r\n");
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            head.append(String.format(Locale.ROOT, "Content-Length: %d\r\n\r\n", bytes.length));
            raw(head.toString());
            out().write(bytes);
            out().flush();
        }

        void raw(String text) throws IOException {
            out().write(text.getBytes(StandardCharsets.UTF_8));
            out().flush();
        }

        OutputStream out() throws IOException {
            return socket.getOutputStream();
        }

        void close() throws IOException {
            last = true;
            socket.close();
        }

        void reset() throws IOException {
            last = true;
            socket.setSoLinger(true, 0);
            socket.close();
        }

        void hang() throws InterruptedException {
            last = true;
            over.await();
        }
    }
}
