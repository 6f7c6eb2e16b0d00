package io.lanyard.policy.decision;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.ADMINISTRATOR;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.SERVICE_ID_CREATOR;
import static io.lanyard.policy.RoleId.VIEWER;
import static io.lanyard.policy.RoleId.WRITER;
import static io.lanyard.policy.Targets.accountManagement;
import static io.lanyard.policy.Targets.allServices;
import static io.lanyard.policy.Targets.containerRegistry;
import static io.lanyard.policy.Targets.iamServices;
import static io.lanyard.policy.Targets.resourceGroup;
import static io.lanyard.policy.Targets.resourceGroupItself;
import static io.lanyard.policy.Targets.service;
import static io.lanyard.policy.decision.Fixture.ACCOUNT;
import static io.lanyard.policy.decision.Fixture.COLLEAGUE;
import static io.lanyard.policy.decision.Fixture.GROUP;
import static io.lanyard.policy.decision.Fixture.OTHER_ACCOUNT;
import static io.lanyard.policy.decision.Fixture.OWNER;
import static io.lanyard.policy.decision.Fixture.PULL;
import static io.lanyard.policy.decision.Fixture.PUSH;
import static io.lanyard.policy.decision.Fixture.ROBOT;
import static io.lanyard.policy.decision.Fixture.namespace;
import static io.lanyard.policy.decision.Fixture.policy;
import static io.lanyard.policy.decision.Fixture.pull;
import static io.lanyard.policy.decision.Fixture.with;
import static io.lanyard.policy.decision.Request.may;
import static io.lanyard.policy.decision.Request.mayAnybody;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.policy.Match;
import io.lanyard.policy.Operator;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.PolicyState;
import io.lanyard.policy.RoleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Policy tests: who may do what; the rules of the evaluation page one by one. */
class DecideTest {

    @Test
    void deniesWithoutAPolicy() {
        assertThat(Fixture.empty().decide(pull()).permitted()).isFalse();
    }

    @Test
    void readerOnOneNamespaceOpensThatNamespaceInThatRegionAndNothingElse() {
        var account = with(grant(READER).to(ROBOT).on(namespace("my_namespace", "us-south")));

        assertThat(account.decide(pull()).permitted()).isTrue();
        assertThat(account.decide(pull().perform(PUSH)).permitted()).isFalse();
        assertThat(account.decide(pull().with("resource", "other")).permitted()).isFalse();
        assertThat(account.decide(pull().with("region", "eu-gb")).permitted()).isFalse();
        assertThat(account.decide(pull().with("serviceName", "kms")).permitted())
                .isFalse();
        assertThat(account.decide(pull().as(COLLEAGUE)).permitted()).isFalse();
    }

    @Test
    void attributesThatThePolicyDoesNotMentionAreIgnored() {
        var account = with(grant(READER).to(ROBOT).on(containerRegistry(ACCOUNT)));

        assertThat(account.decide(pull().with("anything", "at all")).permitted())
                .isTrue();
    }

    @Test
    void anAttributeThatTheRequestLacksDoesNotMatch() {
        var account = with(grant(READER).to(ROBOT).on(containerRegistry(ACCOUNT).region("us-south")));
        var request =
                may(ROBOT).perform(PULL).on(Map.of("accountId", ACCOUNT.value(), "serviceName", "container-registry"));

        assertThat(account.decide(request).permitted()).isFalse();
        assertThat(account.decide(request.with("region", "us-south")).permitted())
                .isTrue();
    }

    @Test
    void absentAttributesMatchStringExistsFalse() {
        var account = with(grant(READER)
                .to(ROBOT)
                .on(service("container-registry", ACCOUNT).attribute("region", Match.absent())));
        var request =
                may(ROBOT).perform(PULL).on(Map.of("accountId", ACCOUNT.value(), "serviceName", "container-registry"));

        assertThat(account.decide(request).permitted()).isTrue();
        assertThat(account.decide(request.with("region", "")).permitted()).isFalse();
        assertThat(account.decide(request.with("region", "us-south")).permitted())
                .isFalse();
    }

    @Test
    void presentAttributesMatchStringExistsTrueEvenWhenEmpty() {
        var account = with(grant(READER)
                .to(ROBOT)
                .on(service("container-registry", ACCOUNT).attribute("region", Match.exists())));

        assertThat(account.decide(pull().with("region", "")).permitted()).isTrue();
        assertThat(account.decide(may(ROBOT)
                                .perform(PULL)
                                .on(Map.of("accountId", ACCOUNT.value(), "serviceName", "container-registry")))
                        .permitted())
                .isFalse();
    }

    @Test
    void anyOfTakesOneOfSeveral() {
        var registry = service("container-registry", ACCOUNT);
        var exact = with(grant(READER).to(ROBOT).on(registry.attribute("region", Match.anyOf("eu-gb", "us-south"))));
        var globs = with(grant(READER).to(ROBOT).on(registry.attribute("region", Match.likeAnyOf("eu-*", "us-?outh"))));

        assertThat(exact.decide(pull()).permitted()).isTrue();
        assertThat(exact.decide(pull().with("region", "us-east")).permitted()).isFalse();
        assertThat(globs.decide(pull()).permitted()).isTrue();
        assertThat(globs.decide(pull().with("region", "us-east")).permitted()).isFalse();
    }

    @Test
    void comparesCaseSensitively() {
        var account = with(grant(READER).to(ROBOT).on(namespace("my_namespace", "us-south")));

        assertThat(account.decide(pull().with("resource", "My_namespace")).permitted())
                .isFalse();
    }

    @Test
    void groupsAndOwnPoliciesAddUp() {
        var account = with(
                        grant(READER).toGroup(GROUP).on(namespace("my_namespace", "us-south")),
                        grant(WRITER).to(ROBOT).on(namespace("other", "us-south")))
                .member(ROBOT, GROUP);

        assertThat(account.decide(pull())).isInstanceOfSatisfying(Permit.class, permit -> {
            assertThat(permit.via()).isEqualTo(Permit.Via.GROUP);
            assertThat(permit.group()).contains(GROUP);
        });
        assertThat(account.decide(pull().with("resource", "other").perform(PUSH))
                        .permitted())
                .isTrue();
        assertThat(account.notMember(ROBOT, GROUP).decide(pull()).permitted()).isFalse();
    }

    @Test
    void aRequestMayBringMembershipsOfItsOwn() {
        var account = with(grant(READER).toGroup(GROUP).on(containerRegistry(ACCOUNT)));

        assertThat(account.decide(pull().memberOf(List.of(GROUP))).permitted()).isTrue();
        assertThat(account.decide(pull()).permitted()).isFalse();
    }

    @Test
    void everybodyIsInThePublicGroupWhileThatIsOn() {
        var account = with(grant(READER).toEverybody().on(containerRegistry(ACCOUNT)));
        var anybody = mayAnybody().perform(PULL).on(namespace("my_namespace", "us-south"));

        assertThat(account.decide(anybody).permitted()).isTrue();
        assertThat(account.decide(pull()).permitted()).isTrue();
        assertThat(account.publicAccess(false).decide(anybody).permitted()).isFalse();
        assertThat(account.publicAccess(false).decide(pull()).permitted()).isFalse();
    }

    @Test
    void deletedPoliciesDoNotCount() {
        var grant = grant(READER).to(ROBOT).on(containerRegistry(ACCOUNT));
        var active = policy("p1", grant);
        var deleted = new Policy(
                active.id(),
                grant,
                PolicyState.DELETED,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var account = Fixture.empty().with(active);

        assertThat(account.decide(pull()).permitted()).isTrue();
        assertThat(account.with(deleted).decide(pull()).permitted()).isFalse();
        assertThat(account.with(deleted).with(active).decide(pull()).permitted())
                .isTrue();
        assertThat(account.without(PolicyId.of("p1")).decide(pull()).permitted())
                .isFalse();
    }

    @Test
    void aChangedSnapshotLeavesTheOldOneAsItWas() {
        var before = Fixture.empty();
        var after = before.with(policy("p1", grant(READER).to(ROBOT).on(containerRegistry(ACCOUNT))));

        assertThat(before.decide(pull()).permitted()).isFalse();
        assertThat(after.decide(pull()).permitted()).isTrue();
    }

    @Test
    void anotherAccountsResourceIsDenied() {
        var account = with(grant(READER).to(ROBOT).on(containerRegistry(ACCOUNT)));

        var decision = account.decide(pull().with("accountId", OTHER_ACCOUNT.value()));

        assertThat(decision.permitted()).isFalse();
        assertThat(decision.explain()).contains("the resource is in account " + OTHER_ACCOUNT);
        assertThat(account.decide(may(ROBOT).perform(PULL)).explain()).contains("the request names no account");
    }

    @Test
    void rolesDoNotInherit() {
        var account = with(grant(ADMINISTRATOR).to(ROBOT).on(containerRegistry(ACCOUNT)));

        assertThat(account.decide(pull()).permitted()).isFalse();
        assertThat(account.decide(pull().perform(Fixture.CREATE_POLICY)).permitted())
                .isTrue();
    }

    @Test
    void findsARoleUnderEitherOfItsNames() {
        var byService = with(
                grant(RoleId.service("container-registry", "Reader")).to(ROBOT).on(containerRegistry(ACCOUNT)));
        var byIam = with(grant(READER).to(ROBOT).on(containerRegistry(ACCOUNT)));

        assertThat(byService.decide(pull()).permitted()).isTrue();
        assertThat(byIam.decide(pull()).permitted()).isTrue();
    }

    @Test
    void aCustomRoleCountsAsSoonAsTheCatalogKnowsIt() {
        var puller = RoleId.custom(ACCOUNT, "Puller");
        var account = with(grant(puller).to(ROBOT).on(containerRegistry(ACCOUNT)));
        var catalog = Fixture.ROLES.with("container-registry", puller, Set.of(PULL));

        assertThat(account.decide(pull()).permitted()).isFalse();
        assertThat(account.decide(pull()).candidates().get(0).failed())
                .extracting(FailedClause::kind)
                .containsExactly(FailedClause.Kind.ROLE);
        assertThat(account.with(catalog).decide(pull()).permitted()).isTrue();
        assertThat(account.with(catalog)
                        .with(catalog.without("container-registry", puller))
                        .decide(pull())
                        .permitted())
                .isFalse();
    }

    @Test
    void allServicesMeansEveryServiceButAccountManagement() {
        var account = with(grant(READER, VIEWER).to(ROBOT).on(allServices(ACCOUNT)));
        var get = may(ROBOT).perform("iam-identity.serviceid.get").on(service("iam-identity", ACCOUNT));

        assertThat(account.decide(pull()).permitted()).isTrue();
        assertThat(account.decide(get).permitted()).isFalse();
        assertThat(with(grant(VIEWER).to(ROBOT).on(accountManagement(ACCOUNT)))
                        .decide(get)
                        .permitted())
                .isTrue();
        assertThat(with(grant(READER).to(ROBOT).on(accountManagement(ACCOUNT)))
                        .decide(pull())
                        .permitted())
                .isFalse();
    }

    @Test
    void platformServiceIsReadWithAHyphenToo() {
        var account = with(grant(VIEWER)
                .to(ROBOT)
                .on(service("iam-identity", ACCOUNT).attribute("serviceType", "platform-service")));

        assertThat(account.decide(
                                may(ROBOT).perform("iam-identity.serviceid.get").on(service("iam-identity", ACCOUNT)))
                        .permitted())
                .isTrue();
    }

    @Test
    void theServiceGroupIamHoldsTheServicesAroundIam() {
        var account = with(grant(VIEWER, READER).to(ROBOT).on(iamServices(ACCOUNT)));

        assertThat(account.decide(
                                may(ROBOT).perform("iam-identity.serviceid.get").on(service("iam-identity", ACCOUNT)))
                        .permitted())
                .isTrue();
        assertThat(account.decide(pull()).permitted()).isFalse();
    }

    @Test
    void aResourceGroupHoldsServiceResourcesOnly() {
        var account = with(grant(READER, VIEWER).to(ROBOT).on(resourceGroup(ACCOUNT, "rg1")));

        assertThat(account.decide(pull().with("resourceGroupId", "rg1")).permitted())
                .isTrue();
        assertThat(account.decide(pull().with("resourceGroupId", "rg2")).permitted())
                .isFalse();
        assertThat(account.decide(pull()).permitted()).isFalse();
        assertThat(account.decide(may(ROBOT)
                                .perform("iam-identity.serviceid.get")
                                .on(service("iam-identity", ACCOUNT).resourceGroup("rg1")))
                        .permitted())
                .isFalse();
    }

    @Test
    void theResourceGroupItselfIsAThingOfItsOwn() {
        var catalog = Fixture.ROLES.with("", VIEWER, Set.of("resource-controller.group.retrieve"));
        var account = Snapshot.of(ACCOUNT, catalog)
                .with(policy("p1", grant(VIEWER).to(ROBOT).on(resourceGroupItself(ACCOUNT, "rg1"))));
        var look = may(ROBOT).perform("resource-controller.group.retrieve");

        assertThat(account.decide(look.on(resourceGroupItself(ACCOUNT, "rg1"))).permitted())
                .isTrue();
        assertThat(account.decide(look.on(resourceGroupItself(ACCOUNT, "rg2"))).permitted())
                .isFalse();
    }

    @Test
    void allListedTagsMustBeAttached() {
        var account = with(grant(READER)
                .to(ROBOT)
                .on(allServices(ACCOUNT).tag("env", "prod").tag("team", Match.like("blue-*"))));

        assertThat(account.decide(pull().tagged("env", "prod").tagged("team", "blue-1"))
                        .permitted())
                .isTrue();
        assertThat(account.decide(pull().tagged("env", "dev")
                                .tagged("env", "prod")
                                .tagged("team", "blue-"))
                        .permitted())
                .isTrue();
        assertThat(account.decide(pull().tagged("env", "prod")).permitted()).isFalse();
        assertThat(account.decide(pull()).permitted()).isFalse();
    }

    @Test
    void theOwnerMayEverythingButWhatTakesARoleOfItsOwn() {
        var account = Fixture.empty();
        var template = may(OWNER)
                .perform("iam-access-management.policy-template.create")
                .on(service("iam-access-management", ACCOUNT));
        var create = may(OWNER).perform("iam-identity.serviceid.create").on(service("iam-identity", ACCOUNT));

        assertThat(account.decide(pull().as(OWNER)))
                .isInstanceOfSatisfying(
                        Permit.class, permit -> assertThat(permit.via()).isEqualTo(Permit.Via.OWNER));
        assertThat(account.decide(pull().as(OWNER).perform("container-registry.brand.new"))
                        .permitted())
                .isTrue();
        assertThat(account.decide(template).permitted()).isFalse();
        assertThat(account.decide(create).permitted()).isTrue();
    }

    @Test
    void theOwnerNeedsTheCreatorRoleWhereCreationIsRestricted() {
        var account = Fixture.empty().restricting("iam-identity.serviceid.create");
        var create = may(OWNER).perform("iam-identity.serviceid.create").on(service("iam-identity", ACCOUNT));

        assertThat(account.decide(create).permitted()).isFalse();
        assertThat(account.with(policy("p1", grant(SERVICE_ID_CREATOR).to(OWNER).on(service("iam-identity", ACCOUNT))))
                        .decide(create)
                        .permitted())
                .isTrue();
    }

    @Test
    void anUnknownOperatorNeverMatchesAndIsListed() {
        var account = with(grant(READER)
                .to(ROBOT)
                .on(service("container-registry", ACCOUNT)
                        .attribute(
                                "region",
                                new Match(Operator.of("stringSoundsLike"), io.lanyard.policy.Value.of("x")))));

        var decision = account.decide(pull());

        assertThat(decision.permitted()).isFalse();
        assertThat(decision.notModelled()).anyMatch(part -> part.contains("stringSoundsLike"));
    }

    @Test
    void tellsWhoWouldLoseAccess() {
        var account = with(grant(READER).to(COLLEAGUE).on(containerRegistry(ACCOUNT)));

        var denied = account.denied(List.of(OWNER, COLLEAGUE, ROBOT), pull());

        assertThat(denied).extracting(deny -> deny.request().subject()).containsExactly(ROBOT.value());
    }
}
