package io.lanyard.workshop.labs.targets;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.CloudLogs;
import io.lanyard.audit.EventRouting;
import io.lanyard.audit.Route;
import io.lanyard.audit.Sink;
import io.lanyard.audit.Target;
import io.lanyard.authorizations.Authorization;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.call.Polling;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.ServiceId;
import io.lanyard.resources.Instance;
import io.lanyard.resources.KeyCredentials;
import io.lanyard.resources.ResourceKey;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.storage.ObjectStore;
import io.lanyard.workshop.streams.EventStreams;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Targets lab: looks at an account: its instances, targets, routes and authorizations. All of it is found by name, each time anew. */
final class AuditState {
    private final LabEnvironment environment;

    AuditState(LabEnvironment environment) {
        this.environment = environment;
    }

    AccountId account() {
        return environment.cloud().requireAccount();
    }

    EventRouting routing() {
        return new AuditClient(environment.cloud()).routing(Names.REGION);
    }

    Optional<Target> target(String name) {
        return routing().targets().list().stream()
                .filter(target -> target.name().equals(name))
                .findFirst();
    }

    Target demandTarget(String name) {
        return target(name).orElseThrow(() -> missing("target", name));
    }

    Optional<Route> route(String name) {
        return routing().routes().list().stream()
                .filter(route -> route.name().equals(name))
                .findFirst();
    }

    List<Instance> instances(String name) {
        return new ResourcesClient(environment.cloud())
                .instances().list(q -> q.name(name)).stream().toList();
    }

    /** Waits until an instance is made: its service takes a moment, or some minutes. */
    Instance await(Instance made) {
        return Polling.until(
                environment.cloud().with(o -> o.deadline(Duration.ofMinutes(5))),
                "awaitInstance",
                "instance " + made.name() + " to be made",
                within -> Optional.of(new ResourcesClient(within).instances().get(made.id()))
                        .filter(Instance::isActive));
    }

    /** The newest of its name. */
    Optional<Instance> instance(String name) {
        return instances(name).stream()
                .max(Comparator.comparing(instance -> instance.createdAt().orElse(Instant.EPOCH)));
    }

    Instance demand(String name) {
        return instance(name).orElseThrow(() -> missing("instance", name));
    }

    Crn crn(String name) {
        return demand(name).crn();
    }

    /** The account's authorizations for Activity Tracker, wherever that runs. */
    List<Authorization> authorizations() {
        return new AuthorizationsClient(environment.cloud())
                .list(account()).stream()
                        .filter(Authorization::isActive)
                        .filter(one -> one.source()
                                .service()
                                .filter("atracker"::equals)
                                .isPresent())
                        .toList();
    }

    List<Authorization> authorizationsOn(Crn instance) {
        return authorizations().stream()
                .filter(one -> one.resource()
                        .value("serviceInstance")
                        .filter(instance.serviceInstance()::equals)
                        .isPresent())
                .toList();
    }

    Optional<ServiceId> actor(String name) {
        return actors(name).stream().max(Comparator.comparing(ServiceId::createdAt));
    }

    List<ServiceId> actors(String name) {
        return new IdentityClient(environment.cloud())
                .serviceIds().list(account(), q -> q.name(name)).stream().toList();
    }

    ObjectStore store(Crn instance) {
        return environment.objectStorage(environment.ownerKey(), instance);
    }

    CloudLogs logs() {
        return new AuditClient(environment.cloud()).logs(crn(Names.LOG));
    }

    /** The brokers, as a target or a service key tells them; asked as the account's owner. */
    EventStreams streams() {
        return EventStreams.at(brokers(), environment.ownerKey());
    }

    List<String> brokers() {
        var stream = demand(Names.STREAM);
        return new ResourcesClient(environment.cloud())
                .instances().keys(stream.id()).stream()
                        .flatMap(key -> key.credentials().stream())
                        .map(KeyCredentials::brokers)
                        .filter(brokers -> !brokers.isEmpty())
                        .findFirst()
                        .or(() -> target(Names.TOPIC_TARGET)
                                .flatMap(Target::topic)
                                .map(Sink.Topic::brokers))
                        .orElseThrow(() -> missing("service key of", Names.STREAM));
    }

    List<ResourceKey> keys(Instance instance) {
        return new ResourcesClient(environment.cloud())
                .instances().keys(instance.id()).stream().toList();
    }

    private static UnexpectedStateException missing(String kind, String name) {
        return new UnexpectedStateException(
                "there is no " + kind + " " + name + ": start with the first step, or make it by hand");
    }
}
