package io.lanyard.workshop.labs.external;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.CONTENT_READER;
import static io.lanyard.policy.Targets.bucket;

import io.lanyard.core.Crn;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.Subject;
import io.lanyard.resources.Instance;
import io.lanyard.resources.InstanceId;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.storage.ObjectStore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** External: a bucket that is open to everybody, also to those who come without a token, and so from no account. */
final class PublicBucket {
    private static final Request READS =
            Request.of("read", Names.FILE + " in the public bucket").as(Names.NOBODY);

    private final LabEnvironment environment;
    private final Set<InstanceId> before = new HashSet<>();
    private boolean looked;

    PublicBucket(LabEnvironment environment) {
        this.environment = environment;
    }

    void lookAround() {
        all().forEach(instance -> before.add(instance.id()));
        looked = true;
    }

    void open(Scene scene) throws Exception {
        scene.ask(
                Request.of("create", "Object Storage instance " + Names.STORE + ", a bucket, and " + Names.FILE),
                this::create,
                name -> "bucket " + name);
        scene.ask(
                Request.of("grant", "Content Reader on the bucket to everybody"),
                this::grantToEverybody,
                policy -> "policy " + policy.id() + " of the group Public Access");
    }

    void nobodyReads(Scene scene) throws Exception {
        scene.ask(READS, this::readWithoutToken, text -> text.length() + " bytes");
    }

    Refusal nobodyIsDenied(Scene scene) throws Exception {
        return scene.refused(READS, this::readWithoutToken);
    }

    private String create() {
        var resources = new ResourcesClient(environment.cloud());
        var group = resources.groups().defaultOf(environment.cloud().requireAccount());
        var made = resources
                .instances()
                .create(
                        Names.STORE,
                        group.id(),
                        Offering.plan("744bfc56-d12c-4866-88d5-dac9139e0e5d").in("global"));
        var name = name();
        var store = asOwner(made);
        store.createBucket(name);
        store.put(name, Names.FILE, "Everybody is welcome.\n");
        return name;
    }

    private Policy grantToEverybody() {
        var policies = new PolicyClient(environment.cloud()).policies();
        var store = crn();
        var name = name();
        // tag::open-bucket[]
        var policy = policies.create(grant(CONTENT_READER)
                .toEverybody()
                .on(bucket(store, name))
                .because("external identities lab: files for everybody"));
        // end::open-bucket[]
        return policy;
    }

    String readWithoutToken() {
        return environment.publicStorage().get(name(), Names.FILE);
    }

    boolean isThere() {
        return find().isPresent();
    }

    /** Tells whether a policy lets everybody read it. */
    boolean isOpen() {
        var account = environment.cloud().requireAccount();
        return new PolicyClient(environment.cloud())
                .policies().list(account, q -> q.ofGroup(Subject.PUBLIC_ACCESS)).stream()
                        .anyMatch(policy -> policy.resource()
                                .value("resource")
                                .filter(name()::equals)
                                .isPresent());
    }

    CleanUp<Instance> cleanUp() {
        return new CleanUp<>("Object Storage instance", () -> looked ? ours() : List.of(), this::remove);
    }

    private void remove(Instance instance) {
        var store = asOwner(instance);
        if (store.hasBucket(name())) {
            store.deleteBucket(name());
        }
        new ResourcesClient(environment.cloud()).instances().deleteWithKeys(instance.id());
    }

    private ObjectStore asOwner(Instance instance) {
        return environment.objectStorage(environment.ownerKey(), instance.crn());
    }

    private String name() {
        return Names.bucket(environment.cloud().requireAccount());
    }

    private Crn crn() {
        return find().map(Instance::crn)
                .orElseThrow(() -> new UnexpectedStateException("there is no instance " + Names.STORE + " yet"));
    }

    private Optional<Instance> find() {
        return ours().stream().findFirst();
    }

    private List<Instance> ours() {
        return all().stream()
                .filter(instance -> !before.contains(instance.id()))
                .toList();
    }

    private List<Instance> all() {
        return new ResourcesClient(environment.cloud())
                .instances().list(q -> q.name(Names.STORE)).stream()
                        .filter(Instance::isActive)
                        .toList();
    }
}
