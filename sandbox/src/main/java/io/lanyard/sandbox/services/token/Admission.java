// Room: sandbox / token service. Whether an account's settings let a login through.
package io.lanyard.sandbox.services.token;

import static io.lanyard.sandbox.kernel.Problem.BAD_REQUEST;
import static io.lanyard.sandbox.kernel.Problem.FORBIDDEN;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.services.settings.AccountSettings;
import io.lanyard.sandbox.services.settings.Mfa;
import io.lanyard.sandbox.services.settings.UserSettings;
import io.lanyard.sandbox.state.Account;
import java.util.Optional;

/** Checks of a login that succeeded otherwise; IBM's codes for them aren't published (errors.md §2). */
final class Admission {
    private static final String NOT_ALLOWED = "SIM_IP_NOT_ALLOWED: ";

    private Admission() {}

    /** Demands that both lists of addresses admit the client: the account's, and that of the user in it. */
    static void address(Account account, String iamId, String peer) {
        keptOut(account, iamId, peer).ifPresent(why -> {
            throw Refusal.of(FORBIDDEN, "User not authorized")
                    .code("BXNIM0501E")
                    .details(NOT_ALLOWED + why + ".");
        });
    }

    /** Says which of the two lists doesn't admit the client. */
    static Optional<String> keptOut(Account account, String iamId, String peer) {
        if (!AccountSettings.of(account).addresses().admits(peer)) {
            return Optional.of("the account's allowed IP addresses don't include " + peer);
        }
        return UserSettings.of(account).user(iamId).addresses().admits(peer)
                ? Optional.empty()
                : Optional.of("the user's allowed IP addresses don't include " + peer);
    }

    /** Demands that a password is enough for this user. */
    static void password(Account account, String iamId) {
        var trait = Mfa.of(account, iamId);
        if (!trait.equals("NONE")) {
            var requirements = new JsonObject();
            requirements.addProperty("code", "mfa_required");
            requirements.addProperty(
                    "error",
                    "An account of this user sets mfa to " + trait
                            + ": a password alone is not enough. Log in with an API key or a passcode.");
            throw Refusal.of(BAD_REQUEST, "External authentication is needed.")
                    .code("BXNIM0400E")
                    .details(requirements);
        }
    }

    /** Says in half a sentence why an address was refused. */
    static String reason(Refusal refused) {
        var text = refused.detailText();
        return text.startsWith(NOT_ALLOWED) ? text.substring(NOT_ALLOWED.length(), text.length() - 1) : text;
    }
}
