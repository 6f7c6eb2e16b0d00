package io.lanyard.benchmarks;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.Targets.service;
import static io.lanyard.policy.Weekly.weekly;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.RoleId;
import io.lanyard.policy.decision.Request;
import io.lanyard.policy.decision.RoleTable;
import io.lanyard.policy.decision.Snapshot;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * An account with policies as accounts have them: about 45 for each subject (a third of the subjects are access groups),
 * over four services and five regions, most on one resource, some with a wildcard, a fifth with a weekly window; and
 * 1 024 requests of identities that are in two to six groups each.
 */
final class Workload {

    private final Snapshot snapshot;
    private final List<Request> requests;
    private final List<Request> denials;

    private Workload(Snapshot snapshot, List<Request> requests, List<Request> denials) {
        this.snapshot = snapshot;
        this.requests = requests;
        this.denials = denials;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Requests about resources that policies are about: some permitted, some not. */
    Request[] requests() {
        return requests.toArray(Request[]::new);
    }

    /** Requests about resources that no policy is about. */
    Request[] denials() {
        return denials.toArray(Request[]::new);
    }

    private static final AccountId ACCOUNT = AccountId.of(Payloads.ACCOUNT);
    private static final String[] SERVICES = {"container-registry", "cloud-object-storage", "messagehub", "logs"};
    private static final String[] ACTIONS = {
        "container-registry.image.pull",
        "cloud-object-storage.object.get",
        "messagehub.topic.read",
        "logs.data-ingress.send"
    };
    private static final String[] TYPES = {"namespace", "bucket", "topic", "stream"};
    private static final String[] REGIONS = {"us-south", "eu-gb", "eu-de", "jp-tok", "au-syd"};
    private static final RoleId[] ROLES = {RoleId.READER, RoleId.WRITER, RoleId.MANAGER, RoleId.VIEWER};
    private static final Instant NOON = Instant.parse("2026-01-07T12:00:00Z");
    private static final int REQUESTS = 1024;
    private static final int PER_SUBJECT = 45;

    static Workload of(int policies) {
        Random random = new Random(42);
        int subjects = Math.max(2, policies / PER_SUBJECT);
        int groups = Math.max(1, subjects / 3);
        int identities = Math.max(1, subjects - groups);
        Snapshot empty = Snapshot.of(ACCOUNT, roles());
        List<Policy> all = new ArrayList<>(policies);
        for (int i = 0; i < policies; i++) {
            all.add(Policy.of(PolicyId.of("p-" + i), policy(random, i % subjects, groups)));
        }
        Snapshot snapshot = empty.withAll(all);
        for (int i = 0; i < identities; i++) {
            int memberships = 2 + random.nextInt(5);
            for (int m = 0; m < memberships; m++) {
                snapshot = snapshot.member(identity(i), group(random.nextInt(groups)));
            }
        }
        return new Workload(snapshot, requests(random, identities, true), requests(random, identities, false));
    }

    private static Grant policy(Random random, int subject, int groups) {
        int s = random.nextInt(SERVICES.length);
        var resource = service(SERVICES[s], ACCOUNT)
                .attribute("region", REGIONS[random.nextInt(REGIONS.length)])
                .attribute("resourceType", TYPES[s])
                .attribute("resource", "team-" + random.nextInt(20));
        Grant grant = grant(ROLES[random.nextInt(ROLES.length)]).on(resource);
        grant = subject < groups ? grant.toGroup(group(subject)) : grant.to(identity(subject - groups));
        return random.nextInt(5) == 0
                ? grant.during(weekly(MONDAY, FRIDAY).from("09:00").to("17:00").at(java.time.ZoneOffset.UTC))
                : grant;
    }

    private static List<Request> requests(Random random, int identities, boolean known) {
        return IntStream.range(0, REQUESTS)
                .mapToObj(i -> {
                    int s = random.nextInt(SERVICES.length);
                    return Request.may(identity(random.nextInt(identities)))
                            .perform(ACTIONS[s])
                            .on(Map.of(
                                    "accountId", ACCOUNT.value(),
                                    "serviceName", SERVICES[s],
                                    "region", REGIONS[random.nextInt(REGIONS.length)],
                                    "resourceType", TYPES[s],
                                    "resource", (known ? "team-" : "nobody-") + random.nextInt(20)))
                            .at(NOON);
                })
                .toList();
    }

    private static IamId identity(int n) {
        return IamId.of("iam-ServiceId-%08x-0000-4000-8000-000000000000".formatted(n));
    }

    private static String group(int n) {
        return "AccessGroupId-%08x-0000-4000-8000-000000000000".formatted(n);
    }

    private static RoleTable roles() {
        var stream = io.lanyard.sandbox.Sandbox.class.getResourceAsStream("services/roles/roles.json");
        try (var reader = new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8)) {
            return RoleTable.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
