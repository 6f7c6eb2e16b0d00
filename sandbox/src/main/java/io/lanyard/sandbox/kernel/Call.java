// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.AuditEvent;
import io.lanyard.sandbox.state.Directory;
import io.lanyard.sandbox.state.Journal;
import io.lanyard.sandbox.state.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call in progress: what handlers read the request through. Used by one thread. */
public final class Call {
    private final Kernel kernel;
    private final Route route;
    private final Request request;
    private final String transactionId;
    private final Map<String, String> pathValues;
    private final EventDraft event = new EventDraft();
    private final Map<Class<?>, Object> readings = new HashMap<>(2);
    private final List<Journal<AuditEvent>> leftIn = new ArrayList<>(1);
    private final Set<Account> screened = new HashSet<>(2);
    private @Nullable Map<String, List<String>> query;
    private Caller caller = Caller.NOBODY;
    private @Nullable JsonBody json;
    private byte[] bytes = {};
    private Map<String, List<String>> form = Map.of();
    private @Nullable Target target;

    Call(Kernel kernel, Route route, Request request, String transactionId, Map<String, String> pathValues) {
        this.kernel = kernel;
        this.route = route;
        this.request = request;
        this.transactionId = transactionId;
        this.pathValues = pathValues;
    }

    /** Returns the raw request. */
    public Request request() {
        return request;
    }

    /** Returns the id that the client sent, or ours. */
    public String transactionId() {
        return transactionId;
    }

    /** Returns the decoded value of a path parameter. */
    public String path(String name) {
        var value = pathValues.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no {" + name + "} in " + route.template());
        }
        return value;
    }

    /** Returns the first value of a query parameter. */
    public Optional<String> query(String name) {
        var values = queries().get(name);
        return values == null ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Returns all query parameters. */
    public Map<String, List<String>> queries() {
        if (query == null) {
            query = request.query();
        }
        return query;
    }

    /** Returns a query parameter that must be there and not empty. */
    public String requiredQuery(String name) {
        return query(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> Refusal.of(Problem.MISSING, "Query parameter '" + name + "' is required.")
                        .about(name));
    }

    /** Returns the first value of a header. */
    public Optional<String> header(String name) {
        return request.header(name);
    }

    /** Returns the JSON body of a route that takes one. */
    public JsonBody json() {
        if (json == null) {
            throw new IllegalStateException(route.operation() + " takes no JSON body");
        }
        return json;
    }

    /**
     * Returns what a route makes of its request, made once: the target is worked out twice, before and under the account's lock,
     * and the handler reads the same.
     */
    public <T> T reading(Class<T> type, Supplier<T> reader) {
        var there = readings.get(type);
        if (there == null) {
            there = reader.get();
            readings.put(type, there);
        }
        return type.cast(there);
    }

    /** Returns the first value of a form field; an empty one counts as absent. */
    public Optional<String> form(String name) {
        var values = form.get(name);
        return values == null || values.get(0).isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Returns the body of a route that takes bytes. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns the body of a route that streams. */
    public RequestBody body() {
        return request.body();
    }

    /** Returns who calls. */
    public Caller caller() {
        return caller;
    }

    /** Returns what the call is about. */
    public Target target() {
        if (target == null) {
            throw new IllegalStateException(route.operation() + " is about nothing");
        }
        return target;
    }

    /** Returns the account of the target. */
    public Account account() {
        return target().account();
    }

    /** Finds an account by id, or refuses with 404. */
    public Account account(String id) {
        return directory().account(id).orElseThrow(() -> Refusal.notFound("Account", id));
    }

    /** Returns the account that the caller's token acts in, or refuses: the token has none. */
    public Account callersAccount() {
        return caller.accountId()
                .flatMap(directory()::account)
                .orElseThrow(() -> Refusal.of(Problem.FORBIDDEN, "The token does not act in any account."));
    }

    /** Returns the server's directory. */
    public Directory directory() {
        return kernel.directory();
    }

    /** Returns the world that the call happens in: the target's, else the caller's, else the server's first. */
    public World world() {
        if (target != null) {
            return target.account().world();
        }
        return caller.accountId()
                .flatMap(directory()::account)
                .map(Account::world)
                .orElseGet(kernel::firstWorld);
    }

    /** Returns the time in that world. */
    public Instant now() {
        return world().clock().now();
    }

    /** Returns the cloud region of the door that the call came through. */
    public String region() {
        return request.door().region();
    }

    /** Returns the audit event that this call will leave, to add what the route doesn't know. */
    public EventDraft event() {
        return event;
    }

    /**
     * Asks whether the caller may do something else as well; yes where nothing is enforced. Nothing is recorded, but that a foreign token
     * was looked at.
     */
    public boolean permits(String action, Target other) {
        return kernel.judge().permits(this, action, other);
    }

    /** Demands that the caller may do something else as well; recorded, and refused with 403 when he may not. */
    public void require(String action, Target other) {
        kernel.judge().require(this, action, other);
    }

    /**
     * Judges for a caller who proved himself in another way than the route's, and records it; the answer is for the handler to
     * act on. {@code reason} permits without asking the policies.
     */
    public boolean decide(Caller who, String action, Target other, Optional<String> reason) {
        return kernel.judge().decide(this, who, action, other, reason);
    }

    /**
     * Records for this call what an earlier one decided, so that a refusal which follows from a decision of then can be
     * explained by this call's transaction id. Returns whether the call may go on all the same: only where nothing is enforced.
     */
    public boolean recall(String earlierTransaction, String action, Target other) {
        return kernel.judge().recall(this, earlierTransaction, action, other);
    }

    /**
     * Records under this call that somebody is denied something for a reason that no policy can mend, and returns the refusal
     * with a hint where that can be read.
     */
    public Refusal denied(Caller who, String action, Target other, String reason, Refusal refusal) {
        kernel.judge().deny(this, who, action, other, reason);
        return refusal.header("Sandbox-Decision", "/sandbox/v1/decisions/" + transactionId());
    }

    void pathValue(String name, String value) {
        pathValues.put(name, value);
    }

    Route route() {
        return route;
    }

    void caller(Caller who) {
        caller = who;
    }

    void bytes(byte[] body) {
        bytes = body;
    }

    void json(JsonBody body) {
        json = body;
    }

    void form(Map<String, List<String>> fields) {
        form = fields;
    }

    void leftIn(Journal<AuditEvent> journal) {
        leftIn.add(journal);
    }

    /** The accounts that were told of the caller's foreign token. */
    Set<Account> screened() {
        return screened;
    }

    /** Where its audit events are. */
    List<Journal<AuditEvent>> leftIn() {
        return leftIn;
    }

    void target(@Nullable Target what) {
        target = what;
    }

    /** The account that the call's audit event goes to, where there is one. */
    Optional<Account> concerned() {
        return event.account()
                .or(() -> maybeTarget().map(Target::account))
                .or(() -> caller.accountId().flatMap(directory()::account));
    }

    Optional<Target> maybeTarget() {
        return Optional.ofNullable(target);
    }
}
