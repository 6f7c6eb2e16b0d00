package io.lanyard.workshop.labs.external;

import io.lanyard.audit.AuditClient;
import io.lanyard.audit.EventRouting;
import io.lanyard.audit.Location;
import io.lanyard.audit.Region;
import io.lanyard.audit.Route;
import io.lanyard.audit.Rule;
import io.lanyard.audit.Sink;
import io.lanyard.audit.Target;
import io.lanyard.authorizations.ActivityTracker;
import io.lanyard.authorizations.Authorization;
import io.lanyard.authorizations.AuthorizationsClient;
import io.lanyard.core.Crn;
import io.lanyard.resources.Instance;
import io.lanyard.resources.InstanceState;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.labs.logs.LogBook;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** External: the way of an event from Activity Tracker to the log: instance, authorization, target, route. */
final class Pipe {
    private static final Region REGION = Region.EU_DE;

    private final LabEnvironment environment;
    private final Set<String> before = new HashSet<>();
    private boolean looked;

    Pipe(LabEnvironment environment) {
        this.environment = environment;
    }

    /** Remembers what was there before the lab began. */
    void lookAround() {
        instances().forEach(instance -> before.add(instance.id().value()));
        routing().targets().list().forEach(target -> before.add(target.id().value()));
        routing().routes().list().forEach(route -> before.add(route.id().value()));
        authorizations().forEach(found -> before.add(found.id().value()));
        looked = true;
    }

    Instance createLog() {
        var resources = new ResourcesClient(environment.cloud());
        var account = environment.cloud().requireAccount();
        // tag::create-log[]
        var group = resources.groups().defaultOf(account).id();
        var log = resources
                .instances()
                .create("iam-log", group, Offering.plan("logs-standard").in("eu-de"));
        // end::create-log[]
        return log;
    }

    Target createTarget() {
        var routing = new AuditClient(environment.cloud()).routing(Region.EU_DE);
        var log = crn();
        // tag::create-target[]
        var target = routing.targets().create("iam-log", Sink.logs(log), t -> t.region(Region.EU_DE));
        // end::create-target[]
        return target;
    }

    Authorization authorize() {
        var authorizations = new AuthorizationsClient(environment.cloud());
        var log = crn();
        // tag::authorize[]
        var authorization = authorizations.ensure(ActivityTracker.toCloudLogs(log));
        // end::authorize[]
        return authorization;
    }

    /** What a person thinks of first: the regions in which there is something. */
    Route routeRegions() {
        var routes = routing().routes();
        var target = demandTarget().id();
        // tag::route-regions[]
        var route = routes.create(
                "iam-events", Rule.of(Location.EU_DE, Location.EU_GB).to(target));
        // end::route-regions[]
        return route;
    }

    Route routeGlobal() {
        var routes = routing().routes();
        var target = demandTarget().id();
        var id = route().orElseThrow(() -> new UnexpectedStateException("there is no route " + Names.ROUTE))
                .id();
        // tag::route-global[]
        var route = routes.replace(
                id,
                "iam-events",
                Rule.of(Location.GLOBAL, Location.EU_DE, Location.EU_GB).to(target));
        // end::route-global[]
        return route;
    }

    /** Asks Activity Tracker to deliver now what it has collected, and says how the target is. */
    Target deliver() {
        environment.deliverNow();
        return routing().targets().validate(demandTarget().id());
    }

    LogBook log() {
        return new LogBook(environment, crn());
    }

    Crn crn() {
        return instance()
                .map(Instance::crn)
                .orElseThrow(() -> new UnexpectedStateException("there is no log " + Names.LOG + " yet"));
    }

    Optional<Instance> instance() {
        var found = instances();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    Optional<Target> target() {
        return instance()
                .flatMap(log -> routing().targets().list().stream()
                        .filter(target -> target.logs()
                                .filter(sink -> sink.targetCrn().equals(log.crn()))
                                .isPresent())
                        .findFirst());
    }

    private Target demandTarget() {
        return target().orElseThrow(() -> new UnexpectedStateException("there is no target for the log yet"));
    }

    Optional<Route> route() {
        return target().flatMap(target -> routing().routes().list().stream()
                .filter(route ->
                        route.rules().stream().anyMatch(rule -> rule.targetIds().contains(target.id())))
                .findFirst());
    }

    boolean isAuthorized() {
        return !authorizations().isEmpty();
    }

    private List<Authorization> authorizations() {
        return instance()
                .map(log -> new AuthorizationsClient(environment.cloud())
                        .list(environment.cloud().requireAccount()).stream()
                                .filter(found -> found.source()
                                        .service()
                                        .filter("atracker"::equals)
                                        .isPresent())
                                .filter(found -> found.resource()
                                        .value("serviceInstance")
                                        .filter(log.guid()::equals)
                                        .isPresent())
                                .toList())
                .orElse(List.of());
    }

    private List<Instance> instances() {
        return new ResourcesClient(environment.cloud())
                .instances().list(q -> q.name(Names.LOG)).stream()
                        .filter(instance -> instance.state().equals(InstanceState.ACTIVE))
                        .toList();
    }

    private EventRouting routing() {
        return new AuditClient(environment.cloud()).routing(REGION);
    }

    CleanUp<?> logCleanUp() {
        return new CleanUp<>(
                "log instance",
                () -> ours(instances(), instance -> instance.id().value()),
                instance -> new ResourcesClient(environment.cloud()).instances().delete(instance.id()));
    }

    CleanUp<?> authorizationCleanUp() {
        return new CleanUp<>(
                "authorization",
                () -> ours(authorizations(), found -> found.id().value()),
                found -> new AuthorizationsClient(environment.cloud()).delete(found.id()));
    }

    CleanUp<?> targetCleanUp() {
        return new CleanUp<>(
                "target",
                () -> ours(target().stream().toList(), target -> target.id().value()),
                target -> routing().targets().delete(target.id()));
    }

    CleanUp<?> routeCleanUp() {
        return new CleanUp<>(
                "route",
                () -> ours(route().stream().toList(), route -> route.id().value()),
                route -> routing().routes().delete(route.id()));
    }

    private <T> List<T> ours(List<T> found, Function<T, String> id) {
        return looked
                ? found.stream()
                        .filter(thing -> !before.contains(id.apply(thing)))
                        .toList()
                : List.of();
    }
}
