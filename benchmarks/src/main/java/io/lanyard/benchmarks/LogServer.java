package io.lanyard.benchmarks;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * A logs instance in a JVM of its own that holds any number of events without keeping one: the n-th event is a function of n, and
 * lies where n says in a month. It answers a query over a time with what lies in it, up to the limit asked for, as a stream.
 */
public final class LogServer {

    static final Instant BEGINNING = Instant.parse("2026-06-01T00:00:00Z");
    static final Duration MONTH = Duration.ofDays(30);
    private static final int IDENTITIES = 9_000;

    private LogServer() {}

    /**
     * Prints {@code port N} once it listens on loopback, and serves until it is killed.
     *
     * @param args how many events lie in the month
     * @throws IOException when no port can be had
     */
    public static void main(String[] args) throws IOException {
        long events = Long.parseLong(args[0]);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/identity/token", exchange -> answer(exchange, Payloads.token()));
        server.createContext("/v1/query", exchange -> query(exchange, events));
        server.start();
        System.out.println("port " + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void query(HttpExchange exchange, long events) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var metadata = JsonParser.parseString(body).getAsJsonObject().getAsJsonObject("metadata");
            long first = number(Instant.parse(metadata.get("start_date").getAsString()), events);
            long end = number(Instant.parse(metadata.get("end_date").getAsString()), events);
            long limit = metadata.get("limit").getAsLong();
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 65_536)) {
                out.write(": success\n".getBytes(StandardCharsets.UTF_8));
                for (long n = first; n < Math.min(end, first + limit); n++) {
                    out.write(event(n, events).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    /** The number of the first event at that time or later. */
    private static long number(Instant at, long events) {
        long nanos = Math.max(0, Duration.between(BEGINNING, at).toNanos());
        long gap = MONTH.toNanos() / events;
        return Math.min(events, (nanos + gap - 1) / gap);
    }

    private static String event(long n, long events) {
        Instant at = BEGINNING.plusNanos(n * (MONTH.toNanos() / events));
        long who = n % IDENTITIES;
        String event = String.format(
                Locale.ROOT,
                "{\"action\":\"iam-access-management.account-settings.eval\",\"eventTime\":\"%s\",\"outcome\":\"success\","
                        + "\"initiator\":{\"id\":\"IBMid-%d\"},\"logSourceCRN\":"
                        + "\"crn:v1:bluemix:public:iam-access-management:global:a/%s:::\",\"target\":{\"id\":\"crn:target\"},"
                        + "\"requestData\":{\"subject\":{\"iam_id\":\"IBMid-%d\",\"account_id\":\"%032x\","
                        + "\"identity_type\":\"user\"},\"resource\":\"crn:v1:bluemix:public:container-registry:us-south:a/%s"
                        + "::namespace:team-%d\"},\"responseData\":{\"decision\":\"%s\",\"isEnforced\":\"false\"}}",
                at,
                who,
                Payloads.ACCOUNT,
                who,
                who % 500,
                Payloads.ACCOUNT,
                n % 7,
                who % 5 == 0 ? "Permit" : "Deny");
        return "data: {\"result\":{\"results\":[{\"metadata\":[{\"key\":\"timestamp\",\"value\":\"" + at
                + "\"}],\"labels\":[{\"key\":\"applicationname\",\"value\":\"ibm-audit-event\"}],\"user_data\":\""
                + event.replace("\"", "\\\"") + "\"}]}}\n\n";
    }
}
