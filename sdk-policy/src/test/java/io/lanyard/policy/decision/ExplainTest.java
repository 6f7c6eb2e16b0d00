package io.lanyard.policy.decision;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.OBJECT_WRITER;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.WRITER;
import static io.lanyard.policy.Targets.containerRegistry;
import static io.lanyard.policy.Targets.service;
import static io.lanyard.policy.Weekly.weekly;
import static io.lanyard.policy.decision.Fixture.ACCOUNT;
import static io.lanyard.policy.decision.Fixture.COLLEAGUE;
import static io.lanyard.policy.decision.Fixture.GROUP;
import static io.lanyard.policy.decision.Fixture.OWNER;
import static io.lanyard.policy.decision.Fixture.PUSH;
import static io.lanyard.policy.decision.Fixture.ROBOT;
import static io.lanyard.policy.decision.Fixture.namespace;
import static io.lanyard.policy.decision.Fixture.pull;
import static io.lanyard.policy.decision.Fixture.with;
import static io.lanyard.policy.decision.Request.may;
import static io.lanyard.policy.decision.Request.mayAnybody;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.AccountId;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.RoleId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Policy tests: why, and what would change it. */
class ExplainTest {
    private static final String NOT_JUDGED = "\nnot judged: context-based restrictions; "
            + "external-identity settings of the account; enterprise action controls";

    @Test
    void saysThatNoPolicyNamesWhoAsksAndWhatToGrant() {
        var why = Fixture.empty().decide(pull());

        assertThat(why.explain())
                .isEqualTo("may ServiceId-ba93… do container-registry.image.pull on namespace my_namespace in us-south?"
                        + "  Deny\n0 policies name this service ID or a group it is in"
                        + "\nfix: grant Reader on namespace my_namespace in us-south"
                        + NOT_JUDGED);
    }

    @Test
    void saysThatARoleLacksTheActionAndOffersToAddOne() {
        var account = with(grant(READER).to(ROBOT).on(namespace("my_namespace", "us-south")));

        var why = account.decide(pull().perform(PUSH));

        assertThat(why.explain())
                .isEqualTo("may ServiceId-ba93… do container-registry.image.push on namespace my_namespace in us-south?"
                        + "  Deny\n1 policy names this service ID or a group it is in; it does not permit this:"
                        + "\n  policy p1 grants Reader on namespace my_namespace in us-south:"
                        + " Reader does not hold container-registry.image.push"
                        + "\nfix: add Writer to policy p1 (Reader on namespace my_namespace in us-south)"
                        + NOT_JUDGED);
        assertThat(why.fixes()).singleElement().satisfies(fix -> {
            assertThat(fix.replaces()).contains(PolicyId.of("p1"));
            assertThat(fix.grant())
                    .isEqualTo(grant(READER, WRITER).to(ROBOT).on(namespace("my_namespace", "us-south")));
        });
    }

    @Test
    void saysWhichAttributeDiffers() {
        var account = with(grant(READER).to(ROBOT).on(namespace("my_namespace", "us-south")));

        var failed = account.decide(pull().with("region", "eu-gb"))
                .candidates()
                .get(0)
                .failed();

        assertThat(failed)
                .containsExactly(new FailedClause(
                        FailedClause.Kind.RESOURCE, "region", "stringEquals", "us-south", Optional.of("eu-gb")));
        assertThat(failed.get(0).text()).isEqualTo("region is eu-gb, the policy wants us-south");
    }

    @Test
    void saysThatAnAttributeIsMissing() {
        var account = with(grant(READER).to(ROBOT).on(containerRegistry(ACCOUNT).region("us-south")));

        var why = account.decide(may(ROBOT).perform(Fixture.PULL).on(containerRegistry(ACCOUNT)));

        assertThat(why.explain()).contains("region is missing, the policy wants us-south");
    }

    @Test
    void saysWhenThePolicyWouldCount() {
        var account = with(grant(READER)
                .to(ROBOT)
                .on(namespace("my_namespace", "us-south"))
                .during(weekly(MONDAY, FRIDAY).from("09:00").to("17:00").at(UTC)));

        var why = account.decide(pull().at(Instant.parse("2026-11-22T12:00:00Z")));

        assertThat(why.explain())
                .contains("policy p1 grants Reader on namespace my_namespace in us-south,"
                        + " but only Mon–Fri 09:00–17:00 +00:00; it was Sun +00:00");
    }

    @Test
    void showsTheNearestThreeOfMany() {
        var account = with(
                grant(READER).to(ROBOT).on(service("kms", ACCOUNT)),
                grant(READER).to(ROBOT).on(namespace("other", "eu-gb")),
                grant(READER).to(ROBOT).on(namespace("other", "us-south")),
                grant(READER)
                        .to(ROBOT)
                        .on(namespace("my_namespace", "us-south"))
                        .during(weekly(MONDAY, MONDAY)));

        var why = account.decide(pull().at(Instant.parse("2026-11-22T12:00:00Z")));

        assertThat(why.explanation().considered()).isEqualTo(4);
        assertThat(why.candidates())
                .extracting(candidate -> candidate.policy().id().value())
                .containsExactly("p4", "p3", "p2");
        assertThat(why.explain())
                .contains("4 policies name this service ID or a group it is in; none permits this, nearest are:");
    }

    @Test
    void aPolicyForAnotherServiceIsNamedWhenThereIsNothingNearer() {
        var account = with(grant(READER).to(ROBOT).on(service("kms", ACCOUNT)));

        assertThat(account.decide(pull()).explain())
                .contains("serviceName is container-registry, the policy wants kms");
    }

    @Test
    void saysThatPublicAccessIsOff() {
        var account =
                with(grant(READER).toEverybody().on(containerRegistry(ACCOUNT))).publicAccess(false);

        var why = account.decide(mayAnybody().perform(Fixture.PULL).on(namespace("my_namespace", "us-south")));

        assertThat(why.explain()).contains("may anybody do", "public access is off, the policy wants on");
        assertThat(why.fixes()).isEmpty();
    }

    @Test
    void proposesTheRoleThatDoesTheLeastHarm() {
        var put = may(ROBOT)
                .perform("cloud-object-storage.object.put")
                .on(service("cloud-object-storage", ACCOUNT).instance("guid-1").resource("bucket", "audit-logs"));

        var fix = Fixture.empty().decide(put).fixes().get(0);

        assertThat(fix.grant().roles()).containsExactly(OBJECT_WRITER);
        assertThat(fix.text()).isEqualTo("grant Object Writer on bucket audit-logs of instance guid-1");
        assertThat(fix.applyTo(Fixture.empty()).decide(put).permitted()).isTrue();
    }

    @Test
    void callsRolesInAllItsWordsAsPeopleDo() {
        var account = with(grant(RoleId.SERVICE_ID_CREATOR).to(COLLEAGUE).on(service("iam-identity", ACCOUNT)))
                .with(Fixture.ROLES.with(
                        "iam-identity", RoleId.USER_API_KEY_CREATOR, Set.of("iam-identity.user-apikey.create")));

        var why = account.decide(
                may(COLLEAGUE).perform("iam-identity.user-apikey.create").on(service("iam-identity", ACCOUNT)));

        assertThat(why.explain())
                .contains("grants Service ID creator on iam-identity: Service ID creator does not hold")
                .contains("fix: add User API key creator to policy p1 (Service ID creator on iam-identity)");
    }

    @Test
    void letsTheOtherAccountGiveAccessToWhatIsTheirs() {
        var create = pull().perform("iam.policy.create");

        var here = Fixture.empty().decide(create.loggedInTo(ACCOUNT)).fixes();
        var abroad = Fixture.empty()
                .decide(create.loggedInTo(AccountId.of("fedcba9876543210fedcba9876543210")))
                .fixes();

        assertThat(here)
                .extracting(Fix::text)
                .containsExactly("grant Administrator on namespace my_namespace in us-south");
        assertThat(abroad)
                .extracting(Fix::text)
                .containsExactly("have it created in account " + ACCOUNT
                        + ", by its owner or whoever is Administrator on namespace my_namespace in us-south");
    }

    @Test
    void proposesNothingForAnActionThatNoRoleHolds() {
        assertThat(Fixture.empty()
                        .decide(pull().perform("container-registry.no.such"))
                        .fixes())
                .isEmpty();
    }

    @Test
    void tellsWhatElseAFixWouldTurn() {
        var account = Fixture.empty();
        var pulled = account.decide(pull());
        var pushed = account.decide(pull().perform(PUSH));
        var listed = account.decide(pull().perform("container-registry.image.list"));

        assertThat(pulled.fixes().get(0).turns(account, List.of(pulled, pushed, listed)))
                .containsExactly(pulled, listed);
    }

    @Test
    void aPermitNamesItsPolicyAndTheWayToIt() {
        var account = with(grant(READER).toGroup(GROUP).on(containerRegistry(ACCOUNT)))
                .member(ROBOT, GROUP);

        assertThat(account.decide(pull()).explain())
                .contains("Permit\npolicy p1 grants Reader on container-registry, through the access group " + GROUP);
        assertThat(account.decide(pull().as(OWNER)).explain())
                .contains("may IBMid-270001OWNR do")
                .contains("it owns the account, and has every right in it");
        assertThat(account.decide(pull().as(COLLEAGUE)).explain()).contains("0 policies name this user or a group");
    }
}
