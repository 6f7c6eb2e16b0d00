// Room: sandbox / external identities. What an account does about tokens of other accounts (external-interactions.md
// §2, §4).
package io.lanyard.sandbox.services.external;

import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.state.Account;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The rules of one account, one for each type of identity; every account begins with all of them off. */
public final class ExternalAccess {
    /** The types that have a rule. */
    public enum IdentityType {
        /** People, and callers without an identity. */
        USER,
        /** Service IDs. */
        SERVICE_ID,
        /** Services and resources, known by their CRN. */
        SERVICE;

        /** Returns its name in the API. */
        public String field() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Tells which rule is for a caller; a trusted profile has none, because its token is from the account itself. */
        public static Optional<IdentityType> of(Caller caller) {
            return switch (caller.kind()) {
                case USER, NOBODY -> Optional.of(USER);
                case SERVICE_ID -> Optional.of(SERVICE_ID);
                case CRN -> Optional.of(SERVICE);
                case PROFILE -> Optional.empty();
            };
        }
    }

    /** What a rule does: the API's names, of which {@code enabled} is the one that restricts nothing. */
    public enum State {
        /** Nothing is checked. */
        ENABLED,
        /** Whom it would keep out is told in events, and let in. */
        MONITOR,
        /** Whom it keeps out is kept out. */
        LIMITED
    }

    /**
     * A rule.
     *
     * @param state what it does
     * @param allowed accounts whose tokens are let in like the account's own
     */
    public record Rule(State state, List<String> allowed) {
        /** Checks nothing. */
        public static final Rule OFF = new Rule(State.ENABLED, List.of());
    }

    private final Account account;
    private final AtomicLong revision = new AtomicLong(1);
    private volatile Map<IdentityType, Rule> rules = Map.of();

    private ExternalAccess(Account account) {
        this.account = account;
    }

    /** The rules of an account. */
    public static ExternalAccess of(Account account) {
        return account.part(ExternalAccess.class, ExternalAccess::new);
    }

    /** Returns the rule for a type. */
    public Rule rule(IdentityType type) {
        return rules.getOrDefault(type, Rule.OFF);
    }

    /** Returns the rule for a caller. */
    public Rule rule(Caller caller) {
        return rules.isEmpty()
                ? Rule.OFF
                : IdentityType.of(caller).map(this::rule).orElse(Rule.OFF);
    }

    /** Tells whether a caller's token comes from outside: from neither this account nor one on the rule's list. */
    public boolean outside(Caller caller) {
        return !caller.actsIn(account.id())
                && caller.accountId().filter(rule(caller).allowed()::contains).isEmpty();
    }

    /** Changes some of the rules. */
    public void change(Map<IdentityType, Rule> changes) {
        var all = new EnumMap<IdentityType, Rule>(IdentityType.class);
        all.putAll(rules);
        all.putAll(changes);
        rules = Map.copyOf(all);
        revision.incrementAndGet();
    }

    /** Returns a number that is another one after every change. */
    public long revision() {
        return revision.get();
    }

    String entityTag() {
        return revision.get() + "-" + account.id();
    }
}
