package io.lanyard.policy.decision;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.Weekly.weekly;
import static io.lanyard.policy.decision.Request.may;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import io.lanyard.core.IamId;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.RoleId;
import io.lanyard.policy.Targets;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Policy tests: prints what a decision costs, in CPU time of its thread. Not a test: figures depend on the machine. Run its main
 * with the test class path.
 */
public final class Measure {
    private static final int REQUESTS = 1024;
    private static final int BATCHES = 25;
    private static final List<String> SERVICES = List.of(
            "container-registry", "kms", "cloud-object-storage", "messagehub", "logs", "atracker", "iam-identity");
    private static final List<String> REGIONS = List.of("us-south", "eu-gb", "eu-de", "jp-tok");
    private static final List<RoleId> ROLES = List.of(RoleId.READER, RoleId.WRITER, RoleId.MANAGER, RoleId.VIEWER);

    private final Random random = new Random(7);
    private final List<IamId> people = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();

    private Measure() {}

    /**
     * Prints the figures.
     *
     * @param args how many policies, such as 10000
     */
    public static void main(String[] args) {
        for (var size : args) {
            new Measure().measure(Integer.parseInt(size));
        }
    }

    private void measure(int size) {
        int subjects = Math.max(4, size / 45);
        for (int i = 0; i < subjects; i++) {
            people.add(IamId.of("iam-ServiceId-" + new UUID(random.nextLong(), random.nextLong())));
            groups.add("AccessGroupId-" + new UUID(random.nextLong(), random.nextLong()));
        }
        var policies = new ArrayList<Policy>();
        for (int i = 0; i < size; i++) {
            policies.add(
                    Policy.of(PolicyId.of(new UUID(random.nextLong(), random.nextLong()).toString()), randomGrant()));
        }
        var snapshot = Snapshot.of(Fixture.ACCOUNT, catalog()).withAll(policies);
        for (var person : people) {
            for (int i = 0; i < 2 + random.nextInt(5); i++) {
                snapshot = snapshot.member(person, pick(groups));
            }
        }
        var requests = new Request[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            requests[i] = randomRequest();
        }
        var account = snapshot;
        int permitted = 0;
        for (var request : requests) {
            permitted += account.decide(request).permitted() ? 1 : 0;
        }
        System.out.printf("%,d policies, %d of %d requests permitted%n", size, permitted, REQUESTS);
        print("decide", cost(200, i -> sink = account.decide(requests[i % REQUESTS])));
        var denied = Arrays.stream(requests)
                .map(account::decide)
                .filter(decision -> !decision.permitted())
                .toList();
        print("decide and explain", cost(4, i -> {
            var decision = account.decide(denied.get(i % denied.size()).request());
            sink = decision.explain();
        }));
        print("one policy more", cost(2, i -> sink = account.with(policies.get(i % policies.size()))));
    }

    static volatile Object sink = "";

    private static double[] cost(int rounds, IntConsumer work) {
        var threads = ManagementFactory.getThreadMXBean();
        var nanos = new double[BATCHES];
        int batch = rounds * REQUESTS;
        for (int warm = 0; warm < 8; warm++) {
            for (int i = 0; i < batch; i++) {
                work.accept(i);
            }
        }
        for (int b = 0; b < BATCHES; b++) {
            long start = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < batch; i++) {
                work.accept(i);
            }
            nanos[b] = (threads.getCurrentThreadCpuTime() - start) / (double) batch;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static void print(String what, double[] nanos) {
        System.out.printf("  %-20s min %,9.0f  median %,9.0f ns CPU%n", what, nanos[0], nanos[nanos.length / 2]);
    }

    private Grant randomGrant() {
        var service = pick(SERVICES);
        var target = Targets.service(service, Fixture.ACCOUNT).region(pick(REGIONS));
        if (random.nextInt(3) > 0) {
            target = target.resource("namespace", "ns" + random.nextInt(50));
        }
        var grant = grant(pick(ROLES)).on(random.nextInt(20) == 0 ? Targets.allServices(Fixture.ACCOUNT) : target);
        grant = random.nextBoolean() ? grant.to(pick(people)) : grant.toGroup(pick(groups));
        return random.nextInt(5) == 0
                ? grant.during(weekly(MONDAY, FRIDAY).from("09:00").to("17:00"))
                : grant;
    }

    private Request randomRequest() {
        var service = pick(SERVICES);
        return may(pick(people))
                .perform(service + ".thing.do" + random.nextInt(12))
                .on(Targets.service(service, Fixture.ACCOUNT)
                        .region(pick(REGIONS))
                        .resource("namespace", "ns" + random.nextInt(50)))
                .at(Instant.parse("2026-11-21T12:00:00Z"));
    }

    private static RoleTable catalog() {
        var table = RoleTable.empty();
        for (var service : SERVICES) {
            for (int r = 0; r < ROLES.size(); r++) {
                var actions = new ArrayList<String>();
                for (int a = 0; a <= 3 * r; a++) {
                    actions.add(service + ".thing.do" + a);
                }
                table = table.with(service, ROLES.get(r), Set.copyOf(actions));
            }
        }
        return table;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
