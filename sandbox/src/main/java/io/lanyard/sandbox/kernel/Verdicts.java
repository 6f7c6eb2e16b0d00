// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Journal;
import java.util.List;

/** The last verdicts of an account, for those who ask why. */
public final class Verdicts {
    private static final int KEPT = 2_000;

    private final Journal<Verdict> journal = new Journal<>(KEPT);

    private Verdicts() {}

    /** Returns those of an account. */
    public static Verdicts of(Account account) {
        return account.part(Verdicts.class, a -> new Verdicts());
    }

    /** Returns them, oldest first. */
    public List<Verdict> all() {
        return journal.entries();
    }

    /** Returns those of one call, oldest first. */
    public List<Verdict> of(String transactionId) {
        return all().stream()
                .filter(v -> v.transactionId().equals(transactionId))
                .toList();
    }

    /** Adds one. */
    public void add(Verdict verdict) {
        journal.add(verdict);
    }
}
