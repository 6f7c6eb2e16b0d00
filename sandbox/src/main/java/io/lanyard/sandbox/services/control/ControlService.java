// Room: sandbox / control API.
package io.lanyard.sandbox.services.control;

import static io.lanyard.sandbox.kernel.BodyShape.Type.BOOLEAN;
import static io.lanyard.sandbox.kernel.BodyShape.Type.OBJECT;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.POST;
import static io.lanyard.sandbox.kernel.Method.PUT;

import com.google.gson.JsonElement;
import io.lanyard.core.Crn;
import io.lanyard.core.IamId;
import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.kernel.Verdict;
import io.lanyard.sandbox.kernel.Verdicts;
import io.lanyard.sandbox.services.Surroundings;
import io.lanyard.sandbox.services.routing.EventJson;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.SandboxClock;
import io.lanyard.sandbox.state.SignUp;
import io.lanyard.sandbox.state.World;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Our own API, beside IBM's: is it there, what time is it, what happened, why was that denied. It needs no token: it is for the
 * person at this machine's keyboard, and the sandbox listens on loopback only. Pages of other origins get nothing.
 */
public final class ControlService extends Control {
    private static final BodyShape CLOCK =
            BodyShape.object().optional(STRING, "now", "advance").optional(BOOLEAN, "frozen");
    private static final BodyShape ACCOUNT = BodyShape.object().optional(STRING, "name", "member_of");
    private static final BodyShape QUESTION = BodyShape.object()
            .required(STRING, "subject", "action")
            .required(
                    "resource",
                    OBJECT,
                    BodyShape.object().required(STRING, "accountId").open());

    private final Surroundings with;

    /** Serves it. */
    public ControlService(Surroundings with) {
        this.with = with;
    }

    @Override
    public void routes(Routes routes) {
        on(routes, GET, "/sandbox/v1/health", "health").handledBy(this::health);
        on(routes, GET, "/sandbox/v1/clock", "getClock").query("account_id").handledBy(this::clock);
        on(routes, PUT, "/sandbox/v1/clock", "setClock")
                .query("account_id")
                .takes(CLOCK)
                .handledBy(this::turnClock);
        on(routes, GET, "/sandbox/v1/events", "listEvents")
                .query("account_id", "action", "correlation_id", "outcome")
                .handledBy(this::events);
        on(routes, GET, "/sandbox/v1/decisions", "listDecisions")
                .query("account_id")
                .handledBy(call -> verdicts(Verdicts.of(account(call)).all()));
        on(routes, GET, "/sandbox/v1/decisions/{transaction}", "getDecision").handledBy(this::decision);
        on(routes, POST, "/sandbox/v1/accounts", "openAccount")
                .query("account_id")
                .takes(ACCOUNT)
                .handledBy(this::openAccount);
        on(routes, POST, "/sandbox/v1/authz", "explain").takes(QUESTION).handledBy(this::explain);
    }

    private Response health(Call call) {
        var body = new LinkedHashMap<String, Object>();
        body.put("status", "ok");
        body.put("enforcement", with.settings().enforcing() ? "on" : "report-only");
        body.put("strict", !with.settings().lenient());
        body.put("now", with.firstWorld().get().clock().now().toString());
        return Response.ok(body);
    }

    private Response clock(Call call) {
        return time(world(call).clock());
    }

    private Response turnClock(Call call) {
        var clock = world(call).clock();
        var stood = clock.frozen();
        try {
            var now = call.json().maybeText("now").map(Instant::parse);
            var by = call.json().maybeText("advance").map(Duration::parse);
            stand(clock, call.json().flag("frozen", stood)); // beforehand: it then shows what it was set to
            now.ifPresent(clock::set);
            by.ifPresent(clock::advance);
        } catch (DateTimeException | ArithmeticException unreadable) {
            stand(clock, stood);
            throw Refusal.of(
                    Problem.INVALID,
                    "'now' is an instant like 2026-01-31T12:00:00Z, 'advance' a duration like PT2H30M or P1D: "
                            + unreadable.getMessage());
        }
        return time(clock);
    }

    private static void stand(SandboxClock clock, boolean still) {
        if (still && !clock.frozen()) {
            clock.freeze();
        } else if (!still && clock.frozen()) {
            clock.run();
        }
    }

    private static Response time(SandboxClock clock) {
        return Response.ok(Map.of("now", clock.now().toString(), "frozen", clock.frozen()));
    }

    private Response events(Call call) {
        var events = account(call).journal().entries().stream()
                .filter(e -> wanted(call, "action", e.action()))
                .filter(e -> wanted(call, "correlation_id", e.correlationId()))
                .filter(e -> wanted(call, "outcome", e.outcome()))
                .map(EventJson::line)
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
        return Response.jsonBytes(200, events.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean wanted(Call call, String parameter, String value) {
        return call.query(parameter).map(value::equals).orElse(true);
    }

    /** The key is shown once, as that of a new account is. */
    private Response openAccount(Call call) {
        var host = call.json().maybeText("member_of").map(call::account);
        var world = host.map(Account::world).orElseGet(() -> world(call));
        var name = call.json().maybeText("name").orElse("Another account");
        var account = SignUp.open(world, name, "owner@another.example", "Another", "Owner", false);
        host.ifPresent(other -> SignUp.admit(other, account));
        return Response.created(Map.of(
                "account_id", account.id(),
                "name", account.name(),
                "iam_id", account.ownerIamId(),
                "api_key", SignUp.key(account, account.ownerIamId(), "owner-key")));
    }

    private Response decision(Call call) {
        var id = call.path("transaction");
        var found = with.directory().accounts().stream()
                .flatMap(account -> Verdicts.of(account).of(id).stream())
                .toList();
        if (found.isEmpty()) {
            throw Refusal.notFound("Decision", id)
                    .details("No guarded call with this transaction id is remembered: it may be too long ago.");
        }
        return verdicts(found);
    }

    private static Response verdicts(List<Verdict> verdicts) {
        return Response.ok(
                Map.of("decisions", verdicts.stream().map(ControlService::view).toList()));
    }

    private static Map<String, Object> view(Verdict verdict) {
        var view = new LinkedHashMap<String, Object>();
        view.put("transaction_id", verdict.transactionId());
        view.put("at", verdict.at().toString());
        view.put("operation", verdict.operation());
        view.put("subject", verdict.subject());
        view.put("action", verdict.action());
        view.put("resource", verdict.attributes());
        view.put("decision", verdict.permitted() ? "Permit" : "Deny");
        view.put("explanation", verdict.explain());
        verdict.decision().ifPresent(decision -> view.put("details", DecisionView.of(decision)));
        return view;
    }

    private Response explain(Call call) {
        var question = call.json().tree();
        var attributes = new HashMap<String, String>();
        question.getAsJsonObject("resource").entrySet().forEach(e -> attributes.put(e.getKey(), text(e)));
        var account = call.account(String.valueOf(attributes.get("accountId")));
        var subject = identity(call.json().text("subject"));
        var home = with.directory()
                .homeOf(subject.startsWith("iam-") ? subject.substring("iam-".length()) : subject)
                .orElse(account);
        var caller = Caller.of(subject, subject, home.id(), "token");
        var judgement = with.guard().judge(caller, call.json().text("action"), Target.of(account, attributes));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("decision", judgement.permitted() ? "Permit" : "Deny");
        answer.put("explanation", judgement.explain());
        judgement.decision().ifPresent(decision -> answer.put("details", DecisionView.of(decision)));
        return Response.ok(answer);
    }

    private static String identity(String subject) {
        try {
            if (Caller.Kind.of(subject) == Caller.Kind.CRN) {
                Crn.parse(subject.substring("crn-".length()));
            }
            return IamId.of(subject).value();
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.of(Problem.INVALID, "'subject' is no IAM id: " + unreadable.getMessage() + ".");
        }
    }

    private static String text(Map.Entry<String, JsonElement> attribute) {
        if (!attribute.getValue().isJsonPrimitive()) {
            throw Refusal.of(Problem.INVALID, "Attribute '" + attribute.getKey() + "' must be text.");
        }
        return attribute.getValue().getAsString();
    }

    private Account account(Call call) {
        return call.query("account_id")
                .map(call::account)
                .orElseGet(() -> with.firstWorld().get().first());
    }

    private World world(Call call) {
        return call.query("account_id").map(id -> call.account(id).world()).orElseGet(with.firstWorld());
    }
}
