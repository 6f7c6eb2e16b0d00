package io.lanyard.workshop.labs.targets;

import io.lanyard.audit.Route;
import io.lanyard.audit.Target;
import io.lanyard.authorizations.Authorization;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.ServiceId;
import io.lanyard.resources.Instance;
import io.lanyard.resources.Reclamation;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.storage.ObjectStore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Targets lab: what it leaves in an account, and how to remove it. What was there before is not touched. */
final class Belongings {
    private final LabEnvironment environment;
    private final AuditState state;
    private final List<String> instanceNames;
    private final Set<String> before = new HashSet<>();
    private boolean looked;

    Belongings(LabEnvironment environment, List<String> instanceNames) {
        this.environment = environment;
        this.state = new AuditState(environment);
        this.instanceNames = List.copyOf(instanceNames);
    }

    void lookAround() {
        before.addAll(everything().collect(Collectors.toSet()));
        looked = true;
    }

    /** One of the things that are there now and weren't before. */
    Optional<String> left() {
        return everything().filter(id -> !before.contains(id)).findFirst();
    }

    private Stream<String> everything() {
        return Stream.of(
                        allInstances().map(instance -> instance.crn().value()),
                        allTargets().map(target -> target.crn().value()),
                        allRoutes().map(route -> route.crn().value()),
                        allAuthorizations().map(Authorizing::id),
                        allActors().map(actor -> actor.id().value()))
                .flatMap(ids -> ids);
    }

    CleanUp<Instance> instances() {
        return new CleanUp<>(
                "instance", () -> ours(allInstances(), one -> one.crn().value()), this::remove);
    }

    /** Stores of ours that have a bucket of that name. */
    List<ObjectStore> buckets(String instance, String name) {
        return ours(state.instances(instance).stream(), one -> one.crn().value()).stream()
                .map(one -> state.store(one.crn()))
                .filter(store -> store.hasBucket(name))
                .toList();
    }

    CleanUp<Target> targets() {
        return new CleanUp<>(
                "target",
                () -> ours(allTargets(), one -> one.crn().value()),
                target -> state.routing().targets().delete(target.id()));
    }

    CleanUp<Route> routes() {
        return new CleanUp<>(
                "route",
                () -> ours(allRoutes(), one -> one.crn().value()),
                route -> state.routing().routes().delete(route.id()));
    }

    CleanUp<Authorization> authorizations() {
        return new CleanUp<>(
                "authorization",
                () -> ours(allAuthorizations(), Authorizing::id),
                one -> new AuthorizationsClient(environment.cloud()).delete(one.id()));
    }

    CleanUp<ServiceId> actors() {
        return new CleanUp<>(
                "service ID",
                () -> ours(allActors(), one -> one.id().value()),
                actor -> new IdentityClient(environment.cloud()).serviceIds().delete(actor.id()));
    }

    private Stream<Instance> allInstances() {
        return instanceNames.stream().flatMap(name -> state.instances(name).stream());
    }

    private Stream<Target> allTargets() {
        return state.routing().targets().list().stream().filter(target -> Names.TARGETS.contains(target.name()));
    }

    private Stream<Route> allRoutes() {
        return state.routing().routes().list().stream().filter(route -> Names.ROUTES.contains(route.name()));
    }

    private Stream<Authorization> allAuthorizations() {
        return state.authorizations().stream()
                .filter(one -> one.description().orElse("").startsWith(Names.MARK));
    }

    private Stream<ServiceId> allActors() {
        return Names.ACTORS.stream().flatMap(name -> state.actors(name).stream());
    }

    /** Nothing is ours as long as nobody has looked what was there before. */
    private <T> List<T> ours(Stream<T> found, java.util.function.Function<T, String> id) {
        return looked ? found.filter(one -> !before.contains(id.apply(one))).toList() : List.of();
    }

    /** What is paid for waits a week for its end, in case somebody wants it back. Nobody does. */
    private void remove(Instance instance) {
        var resources = new ResourcesClient(environment.cloud());
        // tag::remove-instance[]
        resources.instances().deleteWithKeys(instance.id());
        for (Reclamation waiting : resources.reclamations().list(q -> q.of(instance.id()))) {
            resources.reclamations().reclaim(waiting.id(), "the workshop is over");
        }
        // end::remove-instance[]
    }
}
