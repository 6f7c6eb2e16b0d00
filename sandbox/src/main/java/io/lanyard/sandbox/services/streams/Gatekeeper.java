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
import io.lanyard.sandbox.services.token.Login;
import io.lanyard.sandbox.state.Account;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
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

    /** From so many tickets on, those that have ended go. */
    private static final int MANY = 1_000;

    private final Surroundings with;
    private final Account account;
    private final String guid;
    private final Map<String, Guest> guests = new ConcurrentHashMap<>();
    private final Evaluations evaluations;

    /**
     * Somebody who has shown who he is.
     *
     * @param principal his name
     * @param caller who
     * @param until how long that holds, by the sandbox's clock
     */
    private record Guest(String principal, Caller caller, Instant until) {}

    /**
     * Somebody who was let in.
     *
     * @param principal his name, the same with each of his keys and tokens
     * @param ticket under which {@link #may} knows him; each token has its own
     * @param until how long his token holds, by the sandbox's clock
     * @param now the time by that clock
     */
    public record Entry(String principal, String ticket, Instant until, Instant now) {}

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
     * Lets in whom an API key belongs to. Where he calls from counts now, as it does for a token: not with each request.
     *
     * @param peer the address he calls from
     * @throws Refusal when the user name isn't {@code token}, or the key is unknown, disabled or expired; {@link Problem#FORBIDDEN}
     *     when the key is good, but may not open this instance, or not from there
     */
    public Entry byKey(String user, String key, String peer) {
        if (!user.equals(USER)) {
            throw Refusal.of(Problem.UNAUTHENTICATED, "The user name that goes with an API key is 'token'.");
        }
        if (tokensOnly()) {
            throw Refusal.of(Problem.FORBIDDEN, "this instance takes tokens only (iam_token_only)");
        }
        Login login = with.logins().byKey(key);
        with.logins().keptOut(login.caller(), peer).ifPresent(why -> {
            throw keptOut(login, why);
        });
        return enter(with.logins().admit(login, peer).caller(), Optional.empty(), Instant.MAX);
    }

    /** Who is kept out because of his address can read why, though no policy was asked. */
    private static Refusal keptOut(Login login, String why) {
        Target target = Target.in(login.account(), "iam-identity");
        Verdicts.of(login.account())
                .add(new Verdict(
                        randomId(),
                        login.account().id(),
                        login.account().now(),
                        "SaslAuthenticate",
                        login.iamId(),
                        login.auditAction(),
                        target.attributes(),
                        Judgement.refused(why)));
        return Refusal.of(Problem.FORBIDDEN, why);
    }

    /**
     * Lets in whom an access token belongs to.
     *
     * @throws Refusal when it isn't one of ours, or has expired
     */
    public Entry byToken(String token) {
        Caller caller = with.tokens().verify(token);
        return enter(caller, Optional.of(token), with.tokens().expires(token).orElseGet(account::now));
    }

    private boolean tokensOnly() {
        return instanceNow()
                .map(instance -> instance.parameters().get("iam_token_only"))
                .filter(value -> value.isJsonPrimitive() && value.getAsBoolean())
                .isPresent();
    }

    /** Each token is a guest of its own: the one's time is no time of the other's. */
    private Entry enter(Caller caller, Optional<String> token, Instant until) {
        Instant now = account.now();
        if (guests.size() >= MANY) {
            guests.values().removeIf(guest -> !guest.until().isAfter(now));
        }
        String principal = caller.actsIn(account.id())
                ? caller.iamId()
                : caller.iamId() + "@" + caller.accountId().orElse("");
        String ticket = principal + token.map(Gatekeeper::fingerprint).orElse("");
        guests.put(ticket, new Guest(principal, caller, until));
        return new Entry(principal, ticket, until, now);
    }

    private static String fingerprint(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return "#" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    /**
     * Somebody's request.
     *
     * @param ticket who, by what he was given when he was let in
     * @param peer the address he calls from
     * @param client what his program calls itself
     * @param operation what he does, in Kafka's words
     */
    public record Visit(String ticket, String peer, String client, String operation) {}

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
        Guest guest = guests.get(visit.ticket());
        if (guest == null || instance.isEmpty()) {
            return false;
        }
        Target cluster = Resource.CLUSTER.in(account, instance.get());
        Optional<Judgement> barred = barred(guest, instance.get()).map(Judgement::refused);
        Judgement first =
                barred.orElseGet(() -> with.guard().judge(guest.caller(), EventStreams.CLUSTER_READ, cluster));
        if (!first.permitted() || action.equals(EventStreams.CLUSTER_READ)) {
            return settled(visit, guest, EventStreams.CLUSTER_READ, cluster, first, told);
        }
        screened(visit, guest, randomId(), EventStreams.CLUSTER_READ, cluster, first);
        Target target = resource.in(account, instance.get());
        if (resource.isBrokersOwn() && !action.equals(EventStreams.TOPIC_READ)) {
            var why = "the topic '" + resource.name() + "' is the broker's own";
            settled(visit, guest, action, target, Judgement.refused(why), told);
            return false; // it would break, so this is so where nothing is enforced, too
        }
        Judgement second = with.guard().judge(guest.caller(), action, target);
        return settled(visit, guest, action, target, second, told);
    }

    private Optional<String> barred(Guest guest, ServiceInstance instance) {
        if (!instance.isThere()) {
            return Optional.of("the instance " + instance.name() + " is deleted");
        }
        if (!guest.until().isAfter(account.now())) {
            return Optional.of("the access token has expired at " + guest.until());
        }
        return with.guard().barred(guest.caller(), account);
    }

    private boolean settled(Visit visit, Guest guest, String action, Target target, Judgement judgement, boolean told) {
        String id = randomId();
        if (told || action.equals(EventStreams.CLUSTER_READ)) {
            screened(visit, guest, id, action, target, judgement);
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
                            guest.caller().iamId(),
                            action,
                            target.attributes(),
                            judgement));
        }
        return judgement.permitted() || !with.settings().enforcing();
    }

    private void screened(Visit visit, Guest guest, String id, String action, Target target, Judgement judgement) {
        var event = new ExternalEvent(id, guest.caller(), visit.peer(), visit.client());
        evaluations.leave(guest.principal(), event, action, target, judgement.screening());
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
     * @param status the HTTP status that is closest to what became of it
     * @param failure what stood against it, when something did
     */
    public void touched(Visit visit, String what, String topic, int status, Optional<String> failure) {
        Guest guest = guests.get(visit.ticket());
        if (guest != null) {
            instanceNow()
                    .ifPresent(instance -> new ProtocolEvent(
                                    UUID.randomUUID().toString(), guest.caller(), visit.peer(), visit.client())
                            .leave(
                                    "Event Streams",
                                    "event-streams.topic." + what,
                                    Resource.topic(topic).in(account, instance),
                                    status,
                                    failure));
        }
    }

    private Optional<ServiceInstance> instanceNow() {
        return EventStreams.instance(account, guid);
    }
}
