package io.lanyard.policy.decision;

import static io.lanyard.policy.decision.Fixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.IamId;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Match;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.Resource;
import io.lanyard.policy.RoleId;
import io.lanyard.policy.Subject;
import io.lanyard.policy.Targets;
import io.lanyard.policy.Weekly;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Policy tests: whatever the policies and however they came, the index decides as the plain reading does. */
class IndexPropertiesTest {
    private static final List<IamId> PEOPLE = List.of(Fixture.ROBOT, Fixture.COLLEAGUE);
    private static final List<String> GROUPS = List.of(Fixture.GROUP, "AccessGroupId-2", Subject.PUBLIC_ACCESS);
    private static final List<String> SERVICES = List.of("container-registry", "kms", "iam-identity");
    private static final List<String> REGIONS = List.of("us-south", "us-east", "eu-gb");
    private static final List<String> NAMES = List.of("dev-1", "dev-2", "prod");
    private static final List<RoleId> ROLES =
            List.of(RoleId.READER, RoleId.WRITER, RoleId.VIEWER, RoleId.ADMINISTRATOR, RoleId.MANAGER);
    private static final List<String> ACTIONS = List.of(
            Fixture.PULL, Fixture.PUSH, "kms.secrets.list", "iam-identity.serviceid.get", Fixture.CREATE_POLICY);

    /** The number of the repetition is the seed. */
    @RepeatedTest(300)
    void theIndexDecidesAsTheNaiveReadingDoes(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var policies = new HashMap<PolicyId, Policy>();
        var members = new HashMap<String, List<String>>();
        var snapshot = Snapshot.of(ACCOUNT, Fixture.ROLES);
        for (int i = 0; i < 2; i++) {
            var person = PEOPLE.get(i);
            var group = GROUPS.get(random.nextInt(2));
            members.put(person.value(), List.of(group));
            snapshot = snapshot.member(person, group);
        }
        for (int i = 0; i < 40; i++) {
            var id = PolicyId.of("p" + random.nextInt(25));
            if (random.nextInt(5) == 0) {
                policies.remove(id);
                snapshot = snapshot.without(id);
            } else {
                var policy = Policy.of(id, grant(random));
                policies.put(id, policy);
                snapshot = snapshot.with(policy);
            }
        }

        for (int i = 0; i < 60; i++) {
            var request = request(random);
            var decision = snapshot.decide(request);

            assertThat(decision.permitted())
                    .as("%s among %s", request, policies.values())
                    .isEqualTo(NaiveEvaluator.permits(policies.values(), members, Fixture.ROLES, request));
            for (var fix : decision.fixes()) {
                assertThat(fix.applyTo(snapshot).decide(request).permitted())
                        .as("%s with %s", request, fix)
                        .isTrue();
            }
            for (var candidate : decision.candidates()) {
                assertThat(candidate.failed())
                        .as("%s and %s", request, candidate)
                        .isNotEmpty();
            }
        }
        assertThat(snapshot.policies()).hasSameElementsAs(policies.values());
    }

    @RepeatedTest(50)
    void theOrderInWhichPoliciesComeDoesNotMatter(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var grants = List.of(grant(random), grant(random), grant(random), grant(random));
        var forward = Fixture.empty();
        var backward = Fixture.empty();
        for (int i = 0; i < grants.size(); i++) {
            forward = forward.with(Policy.of(PolicyId.of("p" + i), grants.get(i)));
            int last = grants.size() - 1 - i;
            backward = backward.with(Policy.of(PolicyId.of("p" + last), grants.get(last)));
        }

        var request = request(random);

        assertThat(forward.decide(request).effect())
                .isEqualTo(backward.decide(request).effect());
        assertThat(forward.decide(request).candidates())
                .isEqualTo(backward.decide(request).candidates());
    }

    private static Grant grant(Random random) {
        var target = switch (random.nextInt(8)) {
            case 0 -> Targets.allServices(ACCOUNT);
            case 1 -> Targets.resourceGroup(ACCOUNT, "rg1");
            case 2 -> Targets.iamServices(ACCOUNT);
            case 3 -> Targets.accountManagement(ACCOUNT);
            default -> narrowed(Targets.service(pick(SERVICES, random), ACCOUNT), random);
        };
        var grant = Grant.grant(pick(ROLES, random), pick(ROLES, random)).on(target);
        grant = random.nextBoolean() ? grant.to(pick(PEOPLE, random)) : grant.toGroup(pick(GROUPS, random));
        return random.nextInt(4) > 0
                ? grant
                : grant.during(Weekly.weekly(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)))
                        .from("06:00")
                        .to("18:30")
                        .at(ZoneOffset.ofHours(random.nextInt(25) - 12)));
    }

    private static Resource narrowed(Resource resource, Random random) {
        var narrowed = switch (random.nextInt(5)) {
            case 0 -> resource.region(pick(REGIONS, random));
            case 1 -> resource.attribute("region", Match.like("us-*"));
            case 2 -> resource.attribute("region", Match.anyOf("eu-gb", "us-east"));
            case 3 -> resource.attribute("region", random.nextBoolean() ? Match.absent() : Match.exists());
            default -> resource;
        };
        return switch (random.nextInt(4)) {
            case 0 -> narrowed.resource("namespace", pick(NAMES, random));
            case 1 -> narrowed.attribute("resource", Match.likeAnyOf("dev-?", "x*"));
            case 2 -> narrowed.resourceGroup("rg1");
            default -> narrowed;
        };
    }

    private static Request request(Random random) {
        var attributes = new HashMap<String, String>(Map.of("accountId", ACCOUNT.value()));
        attributes.put("serviceName", pick(SERVICES, random));
        if (random.nextInt(5) > 0) {
            attributes.put("region", pick(REGIONS, random));
        }
        if (random.nextInt(3) > 0) {
            attributes.put("resourceType", "namespace");
            attributes.put("resource", pick(NAMES, random));
        }
        if (random.nextBoolean()) {
            attributes.put("resourceGroupId", random.nextBoolean() ? "rg1" : "rg2");
        }
        return Request.may(pick(PEOPLE, random))
                .perform(pick(ACTIONS, random))
                .on(attributes)
                .at(Instant.ofEpochSecond(1_795_000_000L + random.nextInt(1_000_000)));
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
