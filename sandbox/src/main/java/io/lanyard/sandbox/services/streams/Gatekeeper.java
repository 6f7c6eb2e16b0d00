// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.ExternalEvent;
import io.lanyard.sandbox.kernel.Guard.Judgement;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.ProtocolEvent;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.kernel.Verdict;
import io.lanyard.sandbox.kernel.Verdicts;
import io.lanyard.sandbox.services.Surroundings;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.state.Account;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says of one instance who somebody is and what he may do. No decision is remembered, so that a changed policy counts for the
 * next request of an open connection. Safe for many threads.
 */
public final class Gatekeeper {
    /** The user name that goes with an API key. */
    static final String USER = "token";

    /** Ends the name of somebody who came with a token. */
    private static final String BY_TOKEN = "/token";

    private final Surroundings with;
    private final Account account;
    private final String guid;
    private final Map<String, Guest> guests = new ConcurrentHashMap<>();
    private final Evaluations evaluations;

    /**
     * Somebody who has shown who he is.
     *
     * @param caller who
     * @param keyHolder whether an API key proved it at the broker: then where he calls from counts with every request
     * @param until how long that holds, by the sandbox's clock
     */
    private record Guest(Caller caller, boolean keyHolder, Instant until) {}

    /**
     * Somebody who was let in.
     *
     * @param principal the name under which {@link #may} knows him
     * @param until how long his token holds, by the sandbox's clock
     * @param now the time by that clock
     */
    public record Entry(String principal, Instant until, Instant now) {}

    Gatekeeper(Surroundings with, Account account, String guid) {
        this.with = with;
        this.account = account;
        this.guid = guid;
        this.evaluations = new Evaluations(account);
    }

    /** Returns the id of the instance. */
    public String instance() {
        return guid;
    }

    /**
     * Lets in whom an API key belongs to.
     *
     * @throws Refusal when the user name isn't {@code token}, the key is unknown, disabled or expired, or its owner may not log in
     */
    public Entry byKey(String user, String key) {
        if (!user.equals(USER)) {
            throw Refusal.of(Problem.UNAUTHENTICATED, "The user name that goes with an API key is 'token'.");
        }
        if (tokensOnly()) {
            throw Refusal.of(Problem.UNAUTHENTICATED, "This instance takes tokens only (iam_token_only).");
        }
        return enter(with.logins().byKey(key).caller(), true, Instant.MAX);
    }

    /**
     * Lets in whom an access token belongs to.
     *
     * @throws Refusal when it isn't one of ours, or has expired
     */
    public Entry byToken(String token) {
        Caller caller = with.tokens().verify(token);
        return enter(caller, false, with.tokens().expires(token).orElseGet(account::now));
    }

    private boolean tokensOnly() {
        return instanceNow()
                .map(instance -> instance.parameters().get("iam_token_only"))
                .filter(value -> value.isJsonPrimitive() && value.getAsBoolean())
                .isPresent();
    }

    /** Somebody with a key and the same with a token are two: the one's time is no time of the other's. */
    private Entry enter(Caller caller, boolean keyHolder, Instant until) {
        String who = caller.actsIn(account.id())
                ? caller.iamId()
                : caller.iamId() + "@" + caller.accountId().orElse("");
        String principal = keyHolder ? who : who + BY_TOKEN;
        var guest = new Guest(caller, keyHolder, until);
        guests.merge(principal, guest, (before, now) -> before.until().isAfter(now.until()) ? before : now);
        return new Entry(principal, until, account.now());
    }

    /**
     * Somebody's request.
     *
     * @param principal who, by the name that he was let in under
     * @param peer the address he calls from
     * @param client what his program calls itself
     * @param operation what he does, in Kafka's words
     */
    public record Visit(String principal, String peer, String client, String operation) {}

    /**
     * Tells whether somebody may do something. Everybody needs {@code messagehub.cluster.read} first. A refusal is recorded among
     * the account's verdicts; what the account's settings for external identities make of the token is told in an event, though
     * not for every batch again.
     *
     * @param action what it takes
     * @param resource what he does it to
     * @param told false where no refusal follows, as when a list leaves out what he may not see
     */
    public boolean may(Visit visit, String action, Resource resource, boolean told) {
        Optional<ServiceInstance> instance = instanceNow();
        Guest guest = guests.get(visit.principal());
        if (guest == null || instance.isEmpty()) {
            return false;
        }
        Target cluster = Resource.CLUSTER.in(account, instance.get());
        Optional<Judgement> barred = barred(guest, visit.peer(), instance.get()).map(Judgement::refused);
        Judgement first =
                barred.orElseGet(() -> with.guard().judge(guest.caller(), EventStreams.CLUSTER_READ, cluster));
        if (!first.permitted() || action.equals(EventStreams.CLUSTER_READ)) {
            return settled(visit, guest.caller(), EventStreams.CLUSTER_READ, cluster, first, told);
        }
        screened(visit, guest.caller(), randomId(), EventStreams.CLUSTER_READ, cluster, first);
        Target target = resource.in(account, instance.get());
        Judgement second = with.guard().judge(guest.caller(), action, target);
        return settled(visit, guest.caller(), action, target, second, told);
    }

    private Optional<String> barred(Guest guest, String peer, ServiceInstance instance) {
        if (!instance.isThere()) {
            return Optional.of("the instance " + instance.name() + " is deleted");
        }
        if (!guest.until().isAfter(account.now())) {
            return Optional.of("the access token has expired at " + guest.until());
        }
        return with.guard()
                .barred(guest.caller(), account)
                .or(() -> guest.keyHolder() ? with.logins().keptOut(guest.caller(), peer) : Optional.empty());
    }

    private boolean settled(
            Visit visit, Caller caller, String action, Target target, Judgement judgement, boolean told) {
        String id = randomId();
        if (told || action.equals(EventStreams.CLUSTER_READ)) {
            screened(visit, caller, id, action, target, judgement);
        }
        if (judgement.permitted()) {
            judgement.decision().ifPresent(decision -> with.guard().used(account, decision));
        } else if (told) {
            Verdicts.of(account)
                    .add(new Verdict(
                            id,
                            account.id(),
                            account.now(),
                            visit.operation(),
                            caller.iamId(),
                            action,
                            target.attributes(),
                            judgement));
        }
        return judgement.permitted() || !with.settings().enforcing();
    }

    private void screened(Visit visit, Caller caller, String id, String action, Target target, Judgement judgement) {
        var event = new ExternalEvent(id, caller, visit.peer(), visit.client());
        evaluations.leave(visit, event, action, target, judgement.screening());
    }

    private static String randomId() {
        return UUID.randomUUID().toString();
    }

    /**
     * Leaves the audit event of a topic that was made, changed or deleted over Kafka's protocol.
     *
     * @param visit who did it, and from where
     * @param what {@code create}, {@code update} or {@code delete}
     * @param topic the topic's name
     * @param problem what stood against it, when something did
     */
    public void touched(Visit visit, String what, String topic, Optional<Problem> problem) {
        Guest guest = guests.get(visit.principal());
        if (guest != null) {
            instanceNow()
                    .ifPresent(instance -> new ProtocolEvent(
                                    UUID.randomUUID().toString(), guest.caller(), visit.peer(), visit.client())
                            .leave(
                                    "Event Streams",
                                    "event-streams.topic." + what,
                                    Resource.topic(topic).in(account, instance),
                                    problem.map(Problem::status).orElse(200),
                                    problem.map(why -> why == Problem.FORBIDDEN
                                            ? "Not authorized to " + what + " the topic"
                                            : "The topic exists already")));
        }
    }

    private Optional<ServiceInstance> instanceNow() {
        return EventStreams.instance(account, guid);
    }
}
