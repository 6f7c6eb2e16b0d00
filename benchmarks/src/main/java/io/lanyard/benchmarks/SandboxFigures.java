package io.lanyard.benchmarks;

import io.lanyard.core.Secret;
import io.lanyard.identity.IdentityClient;
import io.lanyard.policy.PolicyClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.services.policy.PolicyQuotas;
import io.lanyard.sandbox.services.policy.PolicyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the sandbox bears: enforced reads and writes a second on sixteen keep-alive connections, with load and server on
 * the same cores, and the time from starting a process to its first answer.
 */
final class SandboxFigures {

    private static final int CONNECTIONS = 16;

    private final Report report;
    private final boolean quick;

    SandboxFigures(Report report, boolean quick) {
        this.report = report;
        this.quick = quick;
    }

    void run() throws IOException, InterruptedException {
        start();
        load();
    }

    private void start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lanyard");
        Path archive = folder.resolve("classes.jsa");
        List<String> flags = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        WholeProcess.run(Jvm.command(with(flags, "-XX:ArchiveClassesAtExit=" + archive), SandboxOnce.class));
        var pair = WholeProcess.compare(
                quick ? 3 : 9,
                Jvm.command(with(flags, "-XX:SharedArchiveFile=" + archive), SandboxOnce.class),
                Jvm.command(flags, SandboxOnce.class));
        report.figure("sandbox: started, answered, ended, with CDS", pair.wallMillis(), "ms", "≤ 1,000");
        report.figure("sandbox: the same without CDS", pair.otherWallMillis(), "ms", "");
        Files.delete(archive);
        Files.delete(folder);
    }

    private static List<String> with(List<String> flags, String more) {
        return Stream.concat(flags.stream(), Stream.of(more)).toList();
    }

    private void load() throws IOException, InterruptedException {
        Duration time = Duration.ofSeconds(quick ? 5 : 15);
        try (var sandbox = Sandbox.start()) {
            var account = sandbox.account();
            PolicyStore.of(account.state()).quotas(new PolicyQuotas(10_000_000, 1_000, 500));
            int port = java.net.URI.create(sandbox.url()).getPort();
            String token = token(account.ownerKey(), new IdentityClient(account.cloud()));
            var policy = new PolicyClient(account.cloud())
                    .policies()
                    .create(io.lanyard.policy.Grant.grant(io.lanyard.policy.RoleId.READER)
                            .to(account.owner())
                            .on(io.lanyard.policy.Targets.containerRegistry(account.id())
                                    .region("us-south")
                                    .namespace("team-a")));
            var load = new RawLoad(port, CONNECTIONS);
            String get = "GET /v2/policies/" + policy.id().value() + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                    + "\r\nAuthorization: Bearer " + token + "\r\n\r\n";
            load.run(time, 200, n -> get);
            show("enforced reads a second", load.run(time, 200, n -> get), "≥ 10,000");
            load.run(
                    time.dividedBy(2),
                    201,
                    n -> create(port, token, account.id().value(), n));
            show(
                    "enforced writes a second",
                    load.run(time, 201, n -> create(port, token, account.id().value(), 100_000_000 + n)),
                    "≥ 5,000");
            System.gc();
            Runtime now = Runtime.getRuntime();
            report.figure("heap in use after it", (now.totalMemory() - now.freeMemory()) / 1e6, "MB", "");
            report.figure(
                    "events kept in the journal", sandbox.events(account.id()).size(), "", "bounded");
        }
    }

    private void show(String what, RawLoad.Outcome outcome, String goal) {
        report.figure("sandbox: " + what, outcome.perSecond(), "/s", goal);
        if (outcome.unexpected() > 0) {
            report.figure("sandbox: of these answered otherwise", (double) outcome.unexpected(), "", "0");
        }
    }

    private static String token(Secret key, IdentityClient identity) {
        return identity.tokens().exchange(key).accessToken().reveal();
    }

    private static String create(int port, String token, String account, int n) {
        String body = String.format(
                Locale.ROOT,
                "{\"type\":\"access\",\"subject\":{\"attributes\":[{\"key\":\"iam_id\",\"operator\":\"stringEquals\","
                        + "\"value\":\"iam-ServiceId-%d\"}]},\"control\":{\"grant\":{\"roles\":[{\"role_id\":"
                        + "\"crn:v1:bluemix:public:iam::::serviceRole:Reader\"}]}},\"resource\":{\"attributes\":["
                        + "{\"key\":\"accountId\",\"operator\":\"stringEquals\",\"value\":\"%s\"},{\"key\":\"serviceName\","
                        + "\"operator\":\"stringEquals\",\"value\":\"container-registry\"}]}}",
                n,
                account);
        return "POST /v2/policies HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
