package io.lanyard.workshop.labs;

import static io.lanyard.policy.Targets.containerRegistry;
import static io.lanyard.policy.decision.Request.may;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.identity.ApiKey;
import io.lanyard.identity.ApiKeyScope;
import io.lanyard.identity.IdentityClient;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.decision.Deny;
import io.lanyard.policy.decision.Snapshot;
import io.lanyard.registry.Region;
import io.lanyard.registry.RegistryClient;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.oci.ImageName;
import io.lanyard.workshop.oci.OciException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Labs: what the registry lab can see of the account. Reads only. */
final class RegistryState {
    private static final String SERVICE = "container-registry";

    private final LabEnvironment environment;
    private final Robot robot;

    RegistryState(LabEnvironment environment, Robot robot) {
        this.environment = environment;
        this.robot = robot;
    }

    AccountId account() {
        return environment.cloud().requireAccount();
    }

    RegistryClient registry(Region region) {
        return RegistryClient.in(environment.cloud(), region);
    }

    boolean isEnforced(Region region) {
        return registry(region).enforcement().get().enforcesPolicies();
    }

    boolean hasNamespace(Places.Namespace place) {
        return registry(place.region()).namespaces().list().contains(place.name());
    }

    boolean hasImage(Region region, ImageName image) {
        var namespace = image.repository().substring(0, image.repository().indexOf('/'));
        return registry(region).images().list(q -> q.namespace(namespace)).stream()
                .flatMap(found -> found.repoTags().stream())
                .anyMatch(tag -> tag.endsWith("/" + image));
    }

    /** Tries to pull as the robot; pulling changes nothing. */
    Optional<Refusal> refusesToPull(Region region, ImageName image) {
        try {
            environment.registry(region).login("iamapikey", robot.demandKey()).pull(image);
            return Optional.empty();
        } catch (OciException e) {
            return Optional.of(new CloudTroubles().refusal(e).orElseThrow(() -> e));
        }
    }

    List<Policy> policies() {
        return new PolicyClient(environment.cloud())
                .policies().list(account()).stream().toList();
    }

    List<Policy> policiesOf(IamId identity) {
        return policies().stream()
                .filter(policy ->
                        policy.subject().iamId().filter(identity::equals).isPresent())
                .toList();
    }

    /** Everybody who can log in to the registry at all: whoever holds an API key in this account. Names come from the keys. */
    Map<IamId, String> keyHolders() {
        var identity = new IdentityClient(environment.cloud());
        var names = new LinkedHashMap<IamId, String>();
        for (ApiKey key : identity.apiKeys().list(account(), q -> q.scope(ApiKeyScope.ACCOUNT))) {
            names.merge(key.iamId(), key.name(), (first, next) -> first + ", " + next);
        }
        return names;
    }

    /** Asks for all of them at once what would happen if policies were enforced in a region; offline, and changes nothing. */
    List<Deny> losing(Set<IamId> identities, String action, Region region) {
        var account = account();
        var anyone = identities.iterator().next();
        var snapshot = snapshot();
        // tag::who-loses-access[]
        var losing = snapshot.denied(
                identities,
                may(anyone).perform(action).on(containerRegistry(account).region(region.value())));
        // end::who-loses-access[]
        return losing;
    }

    /** The account as it is now, for the decision engine. */
    Snapshot snapshot() {
        var owner = new IdentityClient(environment.cloud())
                .tokens()
                .exchange(environment.ownerKey())
                .claims()
                .iamId();
        return LiveSnapshot.of(environment, SERVICE, owner);
    }
}
