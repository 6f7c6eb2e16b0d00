package io.lanyard.workshop.labs.iam;

import static io.lanyard.identity.Restriction.RESTRICTED;
import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.SERVICE_ID_CREATOR;
import static io.lanyard.policy.RoleId.USER_API_KEY_CREATOR;
import static io.lanyard.policy.Targets.service;

import io.lanyard.accessgroups.AccessGroup;
import io.lanyard.accessgroups.AccessGroupsClient;
import io.lanyard.accessgroups.MemberOutcome;
import io.lanyard.core.Versioned;
import io.lanyard.identity.AccountSettings;
import io.lanyard.identity.ApiKey;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.IdentitySettings;
import io.lanyard.policy.Policies;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.Scene.Fact;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.Denials;
import io.lanyard.workshop.labs.LabEnvironment;
import java.util.List;

/** Labs, integrate-iam: the steps in which creating identities is restricted, and allowed again for a few. */
final class CreatorActs {
    private final LabEnvironment environment;
    private final AccountState state;
    private final Uploader uploader;

    CreatorActs(LabEnvironment environment, AccountState state, Uploader uploader) {
        this.environment = environment;
        this.state = state;
        this.uploader = uploader;
    }

    void showSettings(Scene scene) throws Exception {
        var account = state.account();
        var identity = new IdentityClient(environment.cloud());
        var settings = scene.ask(
                Request.of("read", "the account's IAM settings"),
                () -> {
                    // tag::look-around[]
                    var found = identity.accountSettings().get(account).value();
                    // end::look-around[]
                    return found;
                },
                found -> "three of them matter to whoever collects events");
        scene.show(List.of(
                new Fact(
                        "restrict_create_service_id",
                        settings.restrictCreateServiceId().toString()),
                new Fact(
                        "restrict_create_platform_apikey",
                        settings.restrictCreatePlatformApikey().toString()),
                new Fact("allowed_ip_addresses", AddressActs.words(settings.allowedIpAddresses()))));
        scene.say("Not set means not restricted: every member may create service IDs and API keys, and log in from"
                + " everywhere.");
    }

    void restrictServiceIds(Scene scene) throws Exception {
        scene.ask(
                Request.of("restrict", "the creation of service IDs"),
                this::restrictServiceIds,
                now -> "restrict_create_service_id is " + now.value().restrictCreateServiceId());
        Denials.explain(
                environment,
                scene,
                scene.refused(
                        Request.of("create", "service ID " + Names.UPLOADER).as(Names.OWNER), uploader::create));
        scene.say(
                "The owner may do everything in his account, but for this: it takes a role of its own. Administrator isn't"
                        + " enough, either.");
    }

    private Versioned<IdentitySettings> restrictServiceIds() {
        var settings = settings();
        var account = state.account();
        // tag::restrict-service-ids[]
        var now = settings.update(account, s -> s.withServiceIdCreation(RESTRICTED));
        // end::restrict-service-ids[]
        return now;
    }

    void letTheGroupCreate(Scene scene) throws Exception {
        var group = scene.ask(
                Request.of("create", "access group " + Names.GROUP),
                this::createGroup,
                created -> created.id().value());
        scene.ask(Request.of("add", Names.OWNER + " to the group"), () -> join(group), joined -> "he is in it");
        scene.ask(
                Request.of("grant", "Service ID creator to the group"),
                () -> grantCreator(group),
                policy -> "policy " + policy.id());
        scene.ask(
                Request.of("create", "service ID " + Names.UPLOADER).as(Names.OWNER),
                uploader::create,
                created -> created.id().value());
    }

    private AccessGroup createGroup() {
        var account = state.account();
        var groups = new AccessGroupsClient(environment.cloud()).groups();
        // tag::create-group[]
        var group =
                groups.create(account, "identity-creators", g -> g.description("may create service IDs and API keys"));
        // end::create-group[]
        return group;
    }

    private MemberOutcome join(AccessGroup group) {
        var owner = state.owner();
        var members = new AccessGroupsClient(environment.cloud()).members();
        // tag::add-member[]
        var outcome = members.add(group.id(), owner).get(0);
        // end::add-member[]
        if (!outcome.done()) {
            throw new UnexpectedStateException("the owner could not join the group: " + outcome.errors());
        }
        return outcome;
    }

    private Policy grantCreator(AccessGroup group) {
        var policies = policies();
        var account = state.account();
        // tag::grant-creator[]
        var policy = policies.create(grant(SERVICE_ID_CREATOR)
                .toGroup(group.id().value())
                .on(service("iam-identity", account))
                .because("who may create identities"));
        // end::grant-creator[]
        return policy;
    }

    void restrictApiKeys(Scene scene) throws Exception {
        scene.ask(
                Request.of("restrict", "the creation of user API keys"),
                this::restrictApiKeys,
                now -> "restrict_create_platform_apikey is " + now.value().restrictCreatePlatformApikey());
        var request = Request.of("create", "user API key " + Names.USER_KEY).as(Names.OWNER);
        Denials.explain(environment, scene, scene.refused(request, this::createUserKey));
        scene.ask(
                Request.of("create", "API key " + Names.UPLOADER_KEY + " of the service ID"),
                uploader::createKey,
                key -> key.id() + ", and its value, once");
        scene.say("That worked: the setting is about keys of users. Whoever created a service ID may create its keys.");
        var policy = onlyPolicy();
        scene.ask(
                Request.of("grant", "User API key creator as well, in the same policy"),
                () -> addKeyCreator(policy),
                changed -> "policy " + changed.id() + ": both roles");
        scene.ask(request, this::createUserKey, key -> key.id().value());
    }

    private Versioned<IdentitySettings> restrictApiKeys() {
        var settings = settings();
        var account = state.account();
        // tag::restrict-api-keys[]
        var now = settings.update(account, s -> s.withApiKeyCreation(RESTRICTED));
        // end::restrict-api-keys[]
        return now;
    }

    private ApiKey createUserKey() {
        var owner = state.owner();
        var apiKeys = new IdentityClient(environment.cloud()).apiKeys();
        // tag::create-user-key[]
        var key = apiKeys.create(owner, "audit-admin-key");
        // end::create-user-key[]
        return key;
    }

    private Policy addKeyCreator(Policy policy) {
        var policies = policies();
        // tag::grant-key-creator[]
        var changed = policies.update(policy.id(), p -> p.withRoles(SERVICE_ID_CREATOR, USER_API_KEY_CREATOR));
        // end::grant-key-creator[]
        return changed;
    }

    private Policy onlyPolicy() {
        var found = state.group().map(state::policiesOf).orElse(List.of());
        if (found.size() != 1) {
            throw new UnexpectedStateException("the group " + Names.GROUP
                    + " should have one policy on the identity service, but there are " + found.size());
        }
        return found.get(0);
    }

    private AccountSettings settings() {
        return new IdentityClient(environment.cloud()).accountSettings();
    }

    private Policies policies() {
        return new PolicyClient(environment.cloud()).policies();
    }
}
