package io.lanyard.workshop.labs;

import io.lanyard.core.Secret;
import io.lanyard.identity.ApiKey;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.ServiceId;
import io.lanyard.identity.ServiceIdId;
import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.engine.UnexpectedStateException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Labs: the service ID that the labs create, found again by its name; what was there before a lab began is left alone. */
final class Robot {
    static final String NAME = "think-registry-demo";
    static final String KEY_NAME = "think-registry-demo-key";
    static final String DESCRIPTION = "Pulls images for the registry workshop";

    private final LabEnvironment environment;
    private Optional<Set<ServiceIdId>> before = Optional.empty();
    private Optional<Secret> key = Optional.empty();

    Robot(LabEnvironment environment) {
        this.environment = environment;
    }

    /** Remembers who was there before the lab began. */
    void lookAround() {
        before = Optional.of(all().stream().map(ServiceId::id).collect(Collectors.toSet()));
    }

    ServiceId create() {
        var serviceIds = new IdentityClient(environment.cloud()).serviceIds();
        var account = environment.cloud().requireAccount();
        // tag::create-service-id[]
        var description = "Pulls images for the registry workshop";
        var robot = serviceIds.create(account, "think-registry-demo", s -> s.description(description));
        // end::create-service-id[]
        return robot;
    }

    ApiKey createKey(ServiceId robot) {
        var apiKeys = new IdentityClient(environment.cloud()).apiKeys();
        var account = robot.accountId();
        // tag::create-api-key[]
        var key = apiKeys.create(robot.iamId(), "think-registry-demo-key", k -> k.account(account));
        // end::create-api-key[]
        this.key = Optional.of(key.secret());
        return key;
    }

    /** Finds the service ID: the lab's own while it is played, else the newest of its name. */
    Optional<ServiceId> find() {
        return (before.isPresent() ? ours() : all()).stream().max(Comparator.comparing(ServiceId::createdAt));
    }

    ServiceId demand() {
        return find().orElseThrow(() ->
                new UnexpectedStateException("there is no service ID called " + NAME + ": start with the first step"));
    }

    /** The key, as long as this lab has it: nobody can read it again. */
    Optional<Secret> key() {
        return key.or(environment::robotKey);
    }

    Secret demandKey() {
        return key().orElseThrow(() -> new UnexpectedStateException(
                "the key of " + NAME + " is not known here: it was shown once, when it was created"));
    }

    List<ApiKey> keys() {
        return find().map(this::keysOf).orElse(List.of());
    }

    private List<ApiKey> keysOf(ServiceId robot) {
        return new IdentityClient(environment.cloud())
                .apiKeys().list(environment.cloud().requireAccount(), q -> q.of(robot.iamId())).stream()
                        .toList();
    }

    CleanUp<ServiceId> cleanUp() {
        return new CleanUp<>("service ID", this::ours, this::remove);
    }

    CleanUp<ApiKey> keyCleanUp() {
        return new CleanUp<>(
                "API key",
                () -> ours().stream().flatMap(robot -> keysOf(robot).stream()).toList(),
                apiKey -> new IdentityClient(environment.cloud()).apiKeys().delete(apiKey.id()));
    }

    /** A lab that stopped half-way may have left the service ID locked. */
    private void remove(ServiceId robot) {
        var serviceIds = new IdentityClient(environment.cloud()).serviceIds();
        // tag::delete[]
        if (robot.locked()) {
            serviceIds.unlock(robot.id());
        }
        serviceIds.delete(robot.id());
        // end::delete[]
    }

    /** Tells whether the lab that runs now has created it, rather than a person by hand. */
    boolean isOfThisRun() {
        return before.isPresent();
    }

    /** Nothing is ours as long as nobody has looked what was there before. */
    private List<ServiceId> ours() {
        return before.map(others -> all().stream()
                        .filter(robot -> !others.contains(robot.id()))
                        .toList())
                .orElse(List.of());
    }

    private List<ServiceId> all() {
        return new IdentityClient(environment.cloud())
                .serviceIds().list(environment.cloud().requireAccount(), q -> q.name(NAME)).stream()
                        .toList();
    }
}
