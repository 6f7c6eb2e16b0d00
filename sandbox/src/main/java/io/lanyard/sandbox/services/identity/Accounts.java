// Room: sandbox / IAM Identity. Finding the account that a call is about.
package io.lanyard.sandbox.services.identity;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.state.Account;
import java.util.Optional;

/** Which account: named in a body or query, or the home of an id. */
final class Accounts {
    private Accounts() {}

    static Optional<Account> homeOf(Call call, String type, String id) {
        return id.startsWith(type + "-") ? call.directory().homeOf(id) : Optional.empty();
    }

    /** The account of {@code account_id}, which a list needs unless a page token carries it. */
    static Account required(Call call, ListQuery query) {
        String id = query.get("account_id")
                .orElseThrow(() -> Refusal.of(Problem.MISSING, "Property missing or empty.")
                        .details("Property 'account_id' either missing or empty.")
                        .about("account_id"));
        return named(call, "account_id", id);
    }

    static Account named(Call call, String property, String id) {
        return call.directory()
                .account(id)
                .orElseThrow(() -> IdentityRefusals.invalid(property, "there is no account with this id."));
    }

    static void requireMember(Call call, Account account) {
        if (!call.caller().actsIn(account.id())) {
            throw IdentityRefusals.notAuthorized(
                    "The token acts in another account, and no policy of account " + account.id() + " permits this.");
        }
    }
}
