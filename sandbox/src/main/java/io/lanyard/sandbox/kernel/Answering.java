// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.AuditEvent;
import io.lanyard.sandbox.state.Journal;
import io.lanyard.sandbox.state.World;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** One request on its way to its answer: everything that happens around a handler, in order. */
final class Answering {
    private static final Logger LOG = System.getLogger(Answering.class.getName());

    private final Kernel kernel;
    private final RouteFinder.Match match;
    private final Request request;
    private final String id;
    private final long started = System.nanoTime();
    private List<Journal<AuditEvent>> leftIn = List.of();

    Answering(Kernel kernel, RouteFinder.Match match, Request request) {
        this.kernel = kernel;
        this.match = match;
        this.request = request;
        this.id = TransactionId.of(request);
    }

    Response answer() {
        var route = match.route();
        var response = (route == null ? unmatched() : routed(route)).with("Transaction-Id", id);
        return kernel.settings().enforcing() ? response : response.with("Sandbox-Enforcement", "report-only");
    }

    /** Where the audit events are that it left. */
    List<Journal<AuditEvent>> leftIn() {
        return leftIn;
    }

    Response cutOff() {
        var response = write(
                Refusal.of(Problem.MALFORMED_BODY, "The body ended before it was complete."),
                match.route() == null ? "" : match.route().operation());
        observe("", "", new byte[0], response);
        return response.with("Transaction-Id", id);
    }

    private Response unmatched() {
        var known = !match.allowed().isEmpty();
        var shown = Words.shown(request.path());
        var refusal = known
                ? Refusal.of(Problem.METHOD_NOT_ALLOWED, method() + " is not allowed on " + shown + ".")
                        .header("Allow", String.join(", ", match.allowed()))
                : Refusal.of(Problem.UNKNOWN_PATH, "The sandbox has no " + shown + ".")
                        .header("Sandbox-Unmatched", "true");
        var response = write(refusal, "");
        observe("", "", new byte[0], response);
        return response;
    }

    private String method() {
        return request.method() == Method.OTHER
                ? "This method"
                : request.method().toString();
    }

    private Response routed(Route route) {
        var call = new Call(kernel, route, request, id, new HashMap<>(4));
        Optional<Refusal> failure = Optional.empty();
        byte[] sent = {};
        Response response;
        try {
            PathValues.into(call, match.values());
            call.caller(authenticate(route));
            sent = kernel.bodies().read(call);
            response = run(route, call);
        } catch (Refusal refusal) {
            failure = Optional.of(refusal);
            response = write(refusal, route.operation());
        } catch (World.EndedException ended) {
            var refusal = Refusal.of(Problem.INTERNAL, "The sandbox has ended while it was at this.")
                    .status(503);
            failure = Optional.of(refusal);
            response = write(refusal, route.operation());
        } catch (RuntimeException | StackOverflowError accident) {
            LOG.log(Level.ERROR, "The sandbox failed in " + route.operation() + ", transaction " + id, accident);
            var refusal = Refusal.of(
                    Problem.INTERNAL,
                    "The sandbox failed in " + route.operation() + ": "
                            + accident.getClass().getSimpleName()
                            + ". This is a defect of the sandbox; its log has more.");
            failure = Optional.of(refusal);
            response = write(refusal, route.operation());
        }
        AuditTrail.leave(call, response.status(), failure);
        leftIn = call.leftIn();
        observe(route.service().name(), route.operation(), sent, response);
        return response;
    }

    private Caller authenticate(Route route) {
        var who = route.authenticator() == null ? kernel.bearer() : route.authenticator();
        if (route.open() && route.authenticator() == null) {
            return Caller.NOBODY;
        }
        var caller = who.authenticate(request);
        if (!caller.known() && !route.open()) {
            throw Refusal.of(
                    Problem.UNAUTHENTICATED, "The request has no access token: send 'Authorization: Bearer <token>'.");
        }
        return caller;
    }

    private Response run(Route route, Call call) {
        var target = aim(route, call);
        call.target(target.orElse(null));
        if (!route.alone() || target.isEmpty()) {
            return guarded(route, call);
        }
        return target.get().account().alone(() -> {
            call.target(aim(route, call).orElse(null));
            return guarded(route, call);
        });
    }

    private Optional<Target> aim(Route route, Call call) {
        if (route.about() != null) {
            return Optional.of(route.about().apply(call));
        }
        if (route.action() != null) {
            return Optional.of(Target.in(call.callersAccount(), route.service().name()));
        }
        return call.caller()
                .accountId()
                .flatMap(kernel.directory()::account)
                .map(a -> Target.in(a, route.service().name()));
    }

    private Response guarded(Route route, Call call) {
        if (route.action() != null) {
            kernel.judge().demand(call, route.action().apply(call));
        } else if (route.about() != null && route.authenticator() == null) {
            kernel.judge().admit(call);
        }
        if (route.ifMatch()) {
            IfMatch.check(call);
        }
        return route.handler().handle(call);
    }

    private Response write(Refusal refusal, String operation) {
        var circumstances = new ErrorShape.Circumstances(
                id,
                operation,
                request.path(),
                request.header("User-Agent").orElse(""),
                request.origin(),
                request.peer(),
                kernel.firstWorld().clock().now(),
                (System.nanoTime() - started) / 1_000_000);
        var response = match.errors().write(refusal, circumstances);
        for (var header : refusal.headers()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    private void observe(String service, String operation, byte[] sent, Response response) {
        for (var observer : kernel.settings().observers()) {
            observer.observed(new ExchangeObserver.Exchange(service, operation, request, sent, response));
        }
    }
}
