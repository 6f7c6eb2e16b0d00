// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Directory;
import io.lanyard.sandbox.state.World;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * From request to response. Around every handler, and in this order: who calls, is the request well formed, does the thing
 * exist, may he, does {@code If-Match} hold; afterwards the audit event and the error's body. Safe for many threads.
 */
public final class Kernel {
    private static final Logger LOG = System.getLogger(Kernel.class.getName());
    private static final int LONGEST_TRANSACTION_ID = 128;

    private final Map<Plane, Router> routers = new EnumMap<>(Plane.class);
    private final KernelSettings settings;
    private final Directory directory;
    private final Supplier<World> firstWorld;
    private final Authenticator bearer;
    private final Guard guard;
    private final BodyReader bodies;

    /** Makes a kernel without services. */
    public Kernel(
            KernelSettings settings,
            Directory directory,
            Supplier<World> firstWorld,
            Authenticator bearer,
            Guard guard,
            Map<Plane, ErrorShape> fallbacks) {
        this.settings = settings;
        this.directory = directory;
        this.firstWorld = firstWorld;
        this.bearer = bearer;
        this.guard = guard;
        this.bodies = new BodyReader(settings);
        fallbacks.forEach((plane, errors) -> routers.put(plane, new Router(errors)));
    }

    /** Adds a service's routes. */
    public void install(Service service) {
        var router = routers.get(service.plane());
        if (router == null) {
            throw new IllegalArgumentException("no router for " + service.plane());
        }
        service.routes(new Routes(service, router::add));
    }

    /** Finds what will answer; the mount asks it whether the body streams before it reads any. */
    public Dispatch dispatch(Door door, Method method, String path) {
        var router = routers.get(door.plane());
        if (router == null) {
            throw new IllegalArgumentException("no router for " + door);
        }
        return new Dispatch(router.match(method, path));
    }

    /** Answers a request. */
    public Response handle(Request request) {
        return dispatch(request.door(), request.method(), request.path()).answer(request);
    }

    Directory directory() {
        return directory;
    }

    World firstWorld() {
        return firstWorld.get();
    }

    boolean permits(Call call, String action, Target target) {
        return guard.judge(call.caller(), action, target).permitted();
    }

    void require(Call call, String action, Target target) {
        record(call, action, target, guard.judge(call.caller(), action, target));
    }

    /** Judges for somebody, records it, and leaves what follows from it to the caller. */
    boolean decide(Call call, Caller caller, String action, Target target, Optional<String> reason) {
        var judgement = guard.barred(caller, target.account())
                .map(Guard.Judgement::refused)
                .or(() -> reason.map(Guard.Judgement::held))
                .orElseGet(() -> guard.judge(caller, action, target));
        note(call, caller.iamId(), action, target, judgement);
        return judgement.permitted() || !settings.enforcing();
    }

    /** Records under this call what an earlier one decided, or decides now when nothing was recorded then. */
    boolean recall(Call call, String earlier, String action, Target target) {
        var verdicts = Verdicts.of(target.account());
        verdicts.of(earlier).stream()
                .filter(verdict ->
                        verdict.action().equals(action) && verdict.attributes().equals(target.attributes()))
                .findFirst()
                .ifPresentOrElse(
                        found -> verdicts.add(found.recalledIn(
                                call.transactionId(), call.route().operation())),
                        () -> decide(call, call.caller(), action, target, Optional.empty()));
        return !settings.enforcing();
    }

    private void note(Call call, String subject, String action, Target target, Guard.Judgement judgement) {
        var account = target.account();
        Verdicts.of(account)
                .add(new Verdict(
                        call.transactionId(),
                        account.id(),
                        account.now(),
                        call.route().operation(),
                        subject,
                        action,
                        target.attributes(),
                        judgement));
        if (judgement.permitted()) {
            judgement.decision().ifPresent(decision -> guard.used(account, decision));
        }
    }

    private void record(Call call, String action, Target target, Guard.Judgement judgement) {
        note(call, call.caller().iamId(), action, target, judgement);
        if (!judgement.permitted() && settings.enforcing()) {
            throw Refusal.of(Problem.FORBIDDEN, "You are not authorized to use this API")
                    .details("The action " + action + " is not permitted; why: GET /sandbox/v1/decisions/"
                            + call.transactionId())
                    .header("Sandbox-Decision", "/sandbox/v1/decisions/" + call.transactionId());
        }
    }

    /** What will answer one request. */
    public final class Dispatch {
        private final Router.Match match;

        private Dispatch(Router.Match match) {
            this.match = match;
        }

        /** Tells whether the handler reads the body itself, while it comes. */
        public boolean streams() {
            return match.route() != null && match.route().intake() == Route.Intake.STREAM;
        }

        /** Returns how many bytes of body the mount may gather before the answer is 413. */
        public int bodyLimit() {
            return settings.jsonLimit();
        }

        /** Answers. */
        public Response answer(Request request) {
            var started = System.nanoTime();
            var id = transactionId(request);
            var route = match.route();
            var response = route == null ? unmatched(request, id, started) : routed(route, request, id, started);
            response = response.with("Transaction-Id", id);
            return settings.enforcing() ? response : response.with("Sandbox-Enforcement", "report-only");
        }

        private Response unmatched(Request request, String id, long started) {
            var known = !match.allowed().isEmpty();
            var shown = Words.shown(request.path());
            var refusal = known
                    ? Refusal.of(Problem.METHOD_NOT_ALLOWED, request.method() + " is not allowed on " + shown + ".")
                            .header("Allow", String.join(", ", match.allowed()))
                    : Refusal.of(Problem.UNKNOWN_PATH, "The sandbox has no " + shown + ".")
                            .header("Sandbox-Unmatched", "true");
            var response = write(refusal, "", request, id, started, match.errors());
            observe("", "", request, new byte[0], response);
            return response;
        }

        private Response routed(Route route, Request request, String id, long started) {
            var call = new Call(Kernel.this, route, request, id, new HashMap<>(4));
            Optional<Refusal> failure = Optional.empty();
            byte[] sent = {};
            Response response;
            try {
                PathValues.into(call, match.values());
                call.caller(authenticate(route, request));
                sent = bodies.read(call);
                response = run(route, call);
            } catch (Refusal refusal) {
                failure = Optional.of(refusal);
                response = write(refusal, route.operation(), request, id, started, match.errors());
            } catch (RuntimeException | StackOverflowError accident) {
                LOG.log(Level.ERROR, "The sandbox failed in " + route.operation() + ", transaction " + id, accident);
                var refusal = Refusal.of(
                        Problem.INTERNAL,
                        "The sandbox failed in " + route.operation() + ": "
                                + accident.getClass().getSimpleName()
                                + ". This is a defect of the sandbox; its log has more.");
                failure = Optional.of(refusal);
                response = write(refusal, route.operation(), request, id, started, match.errors());
            }
            AuditTrail.leave(call, response.status(), failure);
            observe(route.service().name(), route.operation(), request, sent, response);
            return response;
        }

        private Caller authenticate(Route route, Request request) {
            var who = route.authenticator() == null ? bearer : route.authenticator();
            if (route.open() && route.authenticator() == null) {
                return Caller.NOBODY;
            }
            var caller = who.authenticate(request);
            if (!caller.known() && !route.open()) {
                throw Refusal.of(
                        Problem.UNAUTHENTICATED,
                        "The request has no access token: send 'Authorization: Bearer <token>'.");
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
                return Optional.of(
                        Target.in(call.callersAccount(), route.service().name()));
            }
            return call.caller()
                    .accountId()
                    .flatMap(directory::account)
                    .map(a -> Target.in(a, route.service().name()));
        }

        private Response guarded(Route route, Call call) {
            if (route.action() != null) {
                var action = route.action().apply(call);
                var judgement = guard.barred(call.caller(), call.account())
                        .map(Guard.Judgement::refused)
                        .or(() -> route.exemption().apply(call).map(Guard.Judgement::held))
                        .orElseGet(() -> guard.judge(call.caller(), action, call.target()));
                record(call, action, call.target(), judgement);
            }
            if (route.ifMatch()) {
                IfMatch.check(call);
            }
            return route.handler().handle(call);
        }

        private Response write(
                Refusal refusal, String operation, Request request, String id, long started, ErrorShape shape) {
            var circumstances = new ErrorShape.Circumstances(
                    id,
                    operation,
                    request.header("User-Agent").orElse(""),
                    request.origin(),
                    request.peer(),
                    firstWorld.get().clock().now(),
                    (System.nanoTime() - started) / 1_000_000);
            var response = shape.write(refusal, circumstances);
            for (var header : refusal.headers()) {
                response = response.with(header.getKey(), header.getValue());
            }
            return response;
        }

        private void observe(String service, String operation, Request request, byte[] sent, Response response) {
            for (var observer : settings.observers()) {
                observer.observed(new ExchangeObserver.Exchange(service, operation, request, sent, response));
            }
        }
    }

    private static String transactionId(Request request) {
        for (var name : List.of("Transaction-Id", "X-Correlation-Id", "X-Request-Id")) {
            var sent = request.header(name);
            if (sent.isPresent()
                    && !sent.get().isEmpty()
                    && sent.get().length() <= LONGEST_TRANSACTION_ID
                    && sent.get().chars().allMatch(c -> c > ' ' && c < 127)) {
                return sent.get();
            }
        }
        var random = ThreadLocalRandom.current();
        return hex16(random.nextLong()) + hex16(random.nextLong());
    }

    private static String hex16(long value) {
        var text = Long.toHexString(value);
        return "0".repeat(16 - text.length()) + text;
    }

    /** Returns the account of a target if a call has one; for those who write events. */
    static Optional<Account> accountOf(Call call) {
        return call.event()
                .account()
                .or(() -> call.maybeTarget().map(Target::account))
                .or(() -> call.caller().accountId().flatMap(call.directory()::account));
    }
}
