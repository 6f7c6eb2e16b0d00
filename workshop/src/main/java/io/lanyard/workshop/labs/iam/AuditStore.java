package io.lanyard.workshop.labs.iam;

import io.lanyard.core.Crn;
import io.lanyard.resources.Instance;
import io.lanyard.resources.InstanceId;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.storage.ObjectStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Labs, integrate-iam: the Object Storage instance that events go to, found again by its name. */
final class AuditStore {

    private final LabEnvironment environment;
    private Optional<Set<InstanceId>> before = Optional.empty();

    AuditStore(LabEnvironment environment) {
        this.environment = environment;
    }

    void lookAround() {
        before = Optional.of(all().stream().map(Instance::id).collect(Collectors.toSet()));
    }

    Instance create() {
        var resources = new ResourcesClient(environment.cloud());
        var account = environment.cloud().requireAccount();
        // tag::create-instance[]
        var group = resources.groups().defaultOf(account);
        var lite = Offering.plan("2fdf0c08-2d32-4f46-84b5-32e0c92fffd8").in("global");
        var instance = resources.instances().create("audit-store", group.id(), lite);
        // end::create-instance[]
        return instance;
    }

    Optional<Instance> find() {
        return ours().stream().findFirst();
    }

    Crn demand() {
        return find().map(Instance::crn)
                .orElseThrow(() -> new UnexpectedStateException(
                        "there is no instance called " + Names.INSTANCE + ": start with the step that creates it"));
    }

    /** The instance's buckets, as the owner sees them. */
    ObjectStore asOwner() {
        return environment.objectStorage(environment.ownerKey(), demand());
    }

    /** Its buckets go first: an instance with content is not given up lightly. */
    CleanUp<String> buckets() {
        return new CleanUp<>(
                "bucket",
                () -> before.isEmpty() || find().isEmpty()
                        ? List.of()
                        : List.of(Names.BUCKET, Names.OTHER_BUCKET).stream()
                                .filter(asOwner()::hasBucket)
                                .toList(),
                name -> asOwner().deleteBucket(name));
    }

    CleanUp<Instance> instance() {
        return new CleanUp<>(
                "Object Storage instance",
                () -> before.isEmpty() ? List.of() : ours(),
                instance -> new ResourcesClient(environment.cloud()).instances().deleteWithKeys(instance.id()));
    }

    private List<Instance> ours() {
        var others = before.orElse(Set.of());
        return all().stream()
                .filter(instance -> !others.contains(instance.id()))
                .toList();
    }

    private List<Instance> all() {
        return new ResourcesClient(environment.cloud())
                .instances().list(q -> q.name(Names.INSTANCE)).stream()
                        .filter(Instance::isActive)
                        .toList();
    }
}
