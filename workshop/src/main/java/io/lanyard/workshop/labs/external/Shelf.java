package io.lanyard.workshop.labs.external;

import static io.lanyard.workshop.labs.external.Names.IMAGE;
import static io.lanyard.workshop.labs.external.Names.NAMESPACE;
import static io.lanyard.workshop.labs.external.Names.SHELF;

import io.lanyard.core.IamId;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.PolicyId;
import io.lanyard.registry.RegistryClient;
import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.oci.Digest;
import io.lanyard.workshop.oci.HelloWorld;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** External: what those from outside come for, and the policies that let them: found again, and removed. */
final class Shelf {
    private final LabEnvironment environment;
    private final Set<PolicyId> policiesBefore = new HashSet<>();
    private boolean namespaceBefore;
    private boolean looked;

    Shelf(LabEnvironment environment) {
        this.environment = environment;
    }

    void lookAround() {
        policies().forEach(policy -> policiesBefore.add(policy.id()));
        namespaceBefore = hasNamespace();
        looked = true;
    }

    String createNamespace() {
        return registry().namespaces().create(NAMESPACE).name();
    }

    Digest pushImage() {
        return environment
                .registry(SHELF)
                .login("iamapikey", environment.ownerKey())
                .push(HelloWorld.version("1.0"), IMAGE);
    }

    boolean hasImage() {
        return hasNamespace()
                && registry().images().list(q -> q.namespace(NAMESPACE)).stream()
                        .flatMap(found -> found.repoTags().stream())
                        .anyMatch(tag -> tag.endsWith("/" + IMAGE));
    }

    boolean hasNewNamespace() {
        return !namespaceBefore && hasNamespace();
    }

    private boolean hasNamespace() {
        return registry().namespaces().list().contains(NAMESPACE);
    }

    /** The policies of the lab: their descriptions begin alike. */
    List<Policy> policies() {
        var account = environment.cloud().requireAccount();
        return new PolicyClient(environment.cloud())
                .policies().list(account).stream()
                        .filter(policy -> policy.description().orElse("").startsWith(Names.MARK))
                        .toList();
    }

    /** All policies that name an identity. */
    static List<Policy> policiesOf(LabEnvironment environment, IamId identity) {
        var account = environment.cloud().requireAccount();
        return new PolicyClient(environment.cloud())
                .policies().list(account, q -> q.of(identity)).stream().toList();
    }

    CleanUp<?> namespaceCleanUp() {
        return new CleanUp<>(
                "namespace",
                () -> looked && hasNewNamespace() ? List.of(NAMESPACE) : List.of(),
                name -> registry().namespaces().delete(name));
    }

    CleanUp<?> policyCleanUp() {
        return new CleanUp<>(
                "policy",
                () -> looked
                        ? policies().stream()
                                .map(Policy::id)
                                .filter(id -> !policiesBefore.contains(id))
                                .toList()
                        : List.of(),
                id -> new PolicyClient(environment.cloud()).policies().delete(id));
    }

    private RegistryClient registry() {
        return RegistryClient.in(environment.cloud(), SHELF);
    }
}
