package io.lanyard.benchmarks;

import io.lanyard.identity.IdentityClient;
import io.lanyard.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Objects of 64 KiB put into a bucket of the sandbox and read again, each request judged, on sixteen keep-alive connections. */
final class ObjectFigures {

    /** The size of an object, in bytes. */
    static final int SIZE = 65_536;

    private static final int COUNT = 1_000;
    private static final int CONNECTIONS = 16;

    private final Report report;
    private final byte[] content = new byte[SIZE];

    ObjectFigures(Report report) {
        this.report = report;
        new Random(1).nextBytes(content);
    }

    void run() throws IOException, InterruptedException {
        try (var sandbox = Sandbox.start();
                var floor = ServerProcess.start(ObjectServer.class)) {
            var account = sandbox.account();
            var instance = account.newInstance("cloud-object-storage-standard", "global", "store");
            String token = new IdentityClient(account.cloud())
                    .tokens()
                    .exchange(account.ownerKey())
                    .accessToken()
                    .reveal();
            var ours = new RawLoad(URI.create(sandbox.storageUrl()).getPort(), CONNECTIONS);
            var bare = new RawLoad(URI.create(floor.url()).getPort(), CONNECTIONS);
            String headers =
                    "Authorization: Bearer " + token + "\r\nibm-service-instance-id: " + instance.value() + "\r\n";
            expect(ours.each(
                    1,
                    200,
                    n -> ascii(
                            "PUT /objects HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "Content-Length: 0\r\n\r\n")));
            // The first round warms both up.
            put(ours, headers);
            put(bare, headers);
            show("put", put(ours, headers), put(bare, headers));
            get(ours, headers);
            get(bare, headers);
            show("get", get(ours, headers), get(bare, headers));
        }
    }

    private RawLoad.Outcome put(RawLoad load, String headers) throws IOException, InterruptedException {
        return expect(load.each(COUNT, 200, n -> {
            byte[] head = ascii("PUT /objects/" + n + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "Content-Length: "
                    + SIZE + "\r\n\r\n");
            byte[] whole = new byte[head.length + SIZE];
            System.arraycopy(head, 0, whole, 0, head.length);
            System.arraycopy(content, 0, whole, head.length, SIZE);
            return whole;
        }));
    }

    private static RawLoad.Outcome get(RawLoad load, String headers) throws IOException, InterruptedException {
        return expect(load.each(
                COUNT, 200, n -> ascii("GET /objects/" + n + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n")));
    }

    private static RawLoad.Outcome expect(RawLoad.Outcome outcome) throws IOException {
        if (outcome.unexpected() > 0) {
            throw new IOException(outcome.unexpected() + " of " + outcome.requests() + " objects were refused");
        }
        return outcome;
    }

    private void show(String what, RawLoad.Outcome ours, RawLoad.Outcome floor) {
        report.ratio(
                "1,000 × 64 KiB " + what + ", wall",
                ours.elapsed().toNanos() / 1e6,
                floor.elapsed().toNanos() / 1e6,
                "ms",
                "");
        report.figure("1,000 × 64 KiB " + what, ours.perSecond(), "/s", "");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
