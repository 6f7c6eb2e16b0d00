package io.lanyard.workshop.labs.iam;

import static io.lanyard.policy.Targets.service;
import static io.lanyard.policy.decision.Request.may;

import io.lanyard.accessgroups.AccessGroup;
import io.lanyard.accessgroups.AccessGroupsClient;
import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.identity.AllowedAddresses;
import io.lanyard.identity.ApiKey;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.IdentitySettings;
import io.lanyard.identity.Restriction;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.RoleId;
import io.lanyard.policy.decision.Decision;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.labs.LiveSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Labs, integrate-iam: what the lab can see of the account. Reads only. */
final class AccountState {
    private static final String IDENTITY = "iam-identity";

    private final LabEnvironment environment;
    private final WayIn wayIn;
    private long changesBefore;

    AccountState(LabEnvironment environment, WayIn wayIn) {
        this.environment = environment;
        this.wayIn = wayIn;
    }

    AccountId account() {
        return environment.cloud().requireAccount();
    }

    IamId owner() {
        return wayIn.owner();
    }

    IdentitySettings settings() {
        return new IdentityClient(environment.cloud())
                .accountSettings()
                .get(account())
                .value();
    }

    /** The account's list of addresses, also where this address isn't on it. */
    AllowedAddresses accountsAddresses() {
        return new IdentityClient(wayIn.cloud())
                .accountSettings()
                .get(account())
                .value()
                .allowedIpAddresses();
    }

    /** The owner's own list of addresses. */
    AllowedAddresses ownersAddresses() {
        return new IdentityClient(wayIn.cloud())
                .users()
                .settings(account(), owner())
                .addresses();
    }

    /** What was changed before the lab began is not the lab's. */
    void lookAround() {
        changesBefore = changesOfAddresses();
    }

    /** How often the account's list was changed since the lab began, as its history tells. */
    long changesOfAddresses() {
        var changes = new IdentityClient(wayIn.cloud())
                .accountSettings().get(account(), more -> more.history()).value().history().stream()
                        .filter(entry -> (entry.params() + entry.message().orElse("")).contains("allowed_ip_addresses"))
                        .count();
        return changes - changesBefore;
    }

    Optional<AccessGroup> group() {
        return new AccessGroupsClient(environment.cloud())
                .groups().list(account(), q -> q.nameContains(Names.GROUP)).stream()
                        .filter(group -> group.name().equals(Names.GROUP))
                        .findFirst();
    }

    boolean ownerIsIn(AccessGroup group) {
        return new AccessGroupsClient(environment.cloud()).members().contains(group.id(), owner());
    }

    /** What the group's policies on the identity service give its members. */
    List<RoleId> rolesOf(AccessGroup group) {
        return policiesOf(group).stream()
                .flatMap(policy -> policy.roles().stream())
                .distinct()
                .toList();
    }

    List<Policy> policiesOf(AccessGroup group) {
        return new PolicyClient(environment.cloud())
                .policies().list(account(), q -> q.ofGroup(group.id().value())).stream()
                        .filter(policy -> policy.resource()
                                .value("serviceName")
                                .filter(IDENTITY::equals)
                                .isPresent())
                        .toList();
    }

    /** Asks the decision engine; nothing is created for it. */
    Decision mayOwner(String action) {
        var settings = settings();
        var restricted = new ArrayList<String>();
        if (settings.restrictCreateServiceId().equals(Restriction.RESTRICTED)) {
            restricted.add(Names.CREATE_SERVICE_ID);
        }
        if (settings.restrictCreatePlatformApikey().equals(Restriction.RESTRICTED)) {
            restricted.add(Names.CREATE_USER_KEY);
        }
        return LiveSnapshot.of(environment, IDENTITY, owner())
                .restricting(restricted.toArray(String[]::new))
                .decide(may(owner()).perform(action).on(service(IDENTITY, account())));
    }

    List<ApiKey> ownersKeys() {
        return new IdentityClient(environment.cloud())
                .apiKeys().list(account(), q -> q.of(owner())).stream()
                        .filter(key -> key.name().equals(Names.USER_KEY))
                        .toList();
    }
}
