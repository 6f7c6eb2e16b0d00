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

/** Labs: a service ID that a lab creates, found again by its name; what was there before the lab began is left alone. */
public class OwnServiceId {
    private final LabEnvironment environment;
    private final String name;
    private final String variable;
    private Optional<Set<ServiceIdId>> before = Optional.empty();
    private Optional<Secret> key = Optional.empty();

    /**
     * Names it; nothing is sent yet.
     *
     * @param environment where it is, or will be
     * @param name its name
     * @param variable the environment variable in which a person keeps a key of it that he made by hand
     */
    public OwnServiceId(LabEnvironment environment, String name, String variable) {
        this.environment = environment;
        this.name = name;
        this.variable = variable;
    }

    /** Remembers who was there before the lab began. */
    public final void lookAround() {
        before = Optional.of(all().stream().map(ServiceId::id).collect(Collectors.toSet()));
    }

    /**
     * Keeps the key: nobody can read it again.
     *
     * @param created the key, as it was when it was created
     */
    public final void keep(ApiKey created) {
        key = Optional.of(created.secret());
    }

    /**
     * Finds the service ID: the lab's own while it is played, else the newest of its name.
     *
     * @return the service ID, empty if there is none
     */
    public final Optional<ServiceId> find() {
        return (before.isPresent() ? ours() : all()).stream().max(Comparator.comparing(ServiceId::createdAt));
    }

    /**
     * Finds the service ID, and insists on there being one.
     *
     * @return the service ID
     */
    public final ServiceId demand() {
        return find().orElseThrow(() -> new UnexpectedStateException(
                "there is no service ID called " + name + ": start with the step that creates it"));
    }

    /**
     * Finds its key: the lab's own, or the one that a person kept.
     *
     * @return the key, empty if it isn't known here
     */
    public final Optional<Secret> key() {
        return key.or(() -> environment.kept(variable));
    }

    /**
     * Finds its key, and insists on it.
     *
     * @return the key
     */
    public final Secret demandKey() {
        return key().orElseThrow(() -> new UnexpectedStateException(
                "the key of " + name + " is not known here: it was shown once, when it was created"));
    }

    /**
     * Lists the keys that it has.
     *
     * @return the keys, without their values
     */
    public final List<ApiKey> keys() {
        return find().map(this::keysOf).orElse(List.of());
    }

    private List<ApiKey> keysOf(ServiceId owner) {
        return new IdentityClient(environment.cloud())
                .apiKeys().list(environment.cloud().requireAccount(), q -> q.of(owner.iamId())).stream()
                        .toList();
    }

    /**
     * Says how to remove it.
     *
     * @return the clean-up
     */
    public final CleanUp<ServiceId> cleanUp() {
        return new CleanUp<>("service ID", this::ours, this::remove);
    }

    /**
     * Says how to remove its keys.
     *
     * @return the clean-up
     */
    public final CleanUp<ApiKey> keyCleanUp() {
        return new CleanUp<>(
                "API key",
                () -> ours().stream().flatMap(owner -> keysOf(owner).stream()).toList(),
                apiKey -> new IdentityClient(environment.cloud()).apiKeys().delete(apiKey.id()));
    }

    /** A lab that stopped half-way may have left it locked. */
    private void remove(ServiceId robot) {
        var serviceIds = new IdentityClient(environment.cloud()).serviceIds();
        // tag::delete[]
        if (robot.locked()) {
            serviceIds.unlock(robot.id());
        }
        serviceIds.delete(robot.id());
        // end::delete[]
    }

    /**
     * Tells whether the lab that runs now has created it, rather than a person by hand.
     *
     * @return whether it has
     */
    public final boolean isOfThisRun() {
        return before.isPresent();
    }

    /** Nothing is ours as long as nobody has looked what was there before. */
    private List<ServiceId> ours() {
        return before.map(others -> all().stream()
                        .filter(found -> !others.contains(found.id()))
                        .toList())
                .orElse(List.of());
    }

    private List<ServiceId> all() {
        return new IdentityClient(environment.cloud())
                .serviceIds().list(environment.cloud().requireAccount(), q -> q.name(name)).stream()
                        .toList();
    }
}
