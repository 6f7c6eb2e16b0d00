package io.lanyard.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A load from plain sockets on keep-alive connections, one request at a time on each: the cheapest client there is,
 * because it shares the two cores with the server it measures.
 */
final class RawLoad {

    /** What a run reached: finished requests, how many of them had another status than the wanted one, and the time. */
    record Outcome(long requests, long unexpected, Duration elapsed) {
        double perSecond() {
            return requests / (elapsed.toNanos() / 1e9);
        }
    }

    private final int port;
    private final int connections;

    RawLoad(int port, int connections) {
        this.port = port;
        this.connections = connections;
    }

    /**
     * Sends requests until the time is over.
     *
     * @param requests the n-th request of a connection, as it goes over the wire
     */
    Outcome run(Duration time, int wantedStatus, IntFunction<String> requests)
            throws InterruptedException, IOException {
        long end = System.nanoTime() + time.toNanos();
        return load(
                connection -> n -> System.nanoTime() < end
                        ? requests.apply(connection * 1_000_000 + n).getBytes(StandardCharsets.US_ASCII)
                        : null,
                wantedStatus);
    }

    /**
     * Sends so many requests, shared out among the connections.
     *
     * @param requests the n-th request of all, as it goes over the wire
     */
    Outcome each(int count, int wantedStatus, IntFunction<byte[]> requests) throws InterruptedException, IOException {
        return load(
                connection -> n -> {
                    int number = n * connections + connection;
                    return number < count ? requests.apply(number) : null;
                },
                wantedStatus);
    }

    /** What a connection says: its n-th request, or nothing any more. */
    private interface Script {
        byte @Nullable [] request(int n);
    }

    private Outcome load(IntFunction<Script> scripts, int wantedStatus) throws InterruptedException, IOException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            List<Callable<long[]>> work = new ArrayList<>();
            for (int c = 0; c < connections; c++) {
                var script = scripts.apply(c);
                work.add(() -> converse(script, wantedStatus));
            }
            long done = 0;
            long unexpected = 0;
            for (Future<long[]> each : threads.invokeAll(work)) {
                done += each.get()[0];
                unexpected += each.get()[1];
            }
            return new Outcome(done, unexpected, Duration.ofNanos(System.nanoTime() - start));
        } catch (ExecutionException failed) {
            throw new IOException("the load broke off: " + failed.getCause(), failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] converse(Script script, int wantedStatus) throws IOException {
        long done = 0;
        long unexpected = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                InputStream in = new java.io.BufferedInputStream(socket.getInputStream(), 32_768);
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            int n = 0;
            for (byte[] request = script.request(n); request != null; request = script.request(++n)) {
                out.write(request);
                out.flush();
                if (readAnswer(in) != wantedStatus) {
                    unexpected++;
                }
                done++;
            }
        }
        return new long[] {done, unexpected};
    }

    private static int readAnswer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).substring(9, 12));
        long length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).trim());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
