// Room: sandbox / token service. Tokens of services.
package io.lanyard.sandbox.services.token;

import static io.lanyard.sandbox.kernel.Problem.BAD_REQUEST;
import static io.lanyard.sandbox.kernel.Problem.FORBIDDEN;
import static io.lanyard.sandbox.kernel.Problem.UNAUTHENTICATED;

import io.lanyard.core.Crn;
import io.lanyard.policy.decision.Request;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Guard;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.policy.AccessRules;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Directory;
import java.util.Optional;

/**
 * The grant {@code iam-authz}: a service gets the token of one of its resources where an authorization has it as a source
 * (identity.md §4.1). Who may ask is ours to say, as it isn't published: the service itself, or who administers the resource.
 */
final class ServiceLogins {
    static final String AUTHORIZATION = "urn:ibm:params:oauth:grant-type:iam-authz";

    private static final String PREFIX = "crn-";

    private final Tokens tokens;
    private final Directory directory;
    private final Guard guard;

    ServiceLogins(Tokens tokens, Directory directory, Guard guard) {
        this.tokens = tokens;
        this.directory = directory;
        this.guard = guard;
    }

    /**
     * Logs a resource in.
     *
     * @throws Refusal BXNIM0113E no CRN of a service in an account, BXNIM0407E the token is none of ours or has expired, BXNIM0513E
     *     it doesn't act for the resource, or no authorization names that
     */
    Login byAuthorization(String accessToken, String desiredIamId) {
        var caller = caller(accessToken);
        var crn = crn(desiredIamId);
        var account = directory
                .account(crn.scope().substring(2))
                .filter(found -> mayActFor(caller, crn, found))
                .orElseThrow(() -> notAuthorized(
                        "The token is neither the service's own nor that of an administrator of " + crn.value() + "."));
        if (!isSource(account, crn)) {
            throw notAuthorized(
                    "No authorization has " + crn.value() + " as its source: create one in the account of the target.");
        }
        return Login.of(account, PREFIX + crn.value(), crn.serviceName(), Means.AUTHORIZATION, Sessions.Part.NONE);
    }

    private Caller caller(String accessToken) {
        try {
            return tokens.verify(accessToken);
        } catch (Refusal invalid) {
            throw Refusal.of(UNAUTHENTICATED, "Provided access_token is invalid or expired.")
                    .code("BXNIM0407E");
        }
    }

    private static Crn crn(String desiredIamId) {
        return Optional.of(desiredIamId)
                .filter(id -> id.startsWith(PREFIX))
                .flatMap(id -> Crn.tryParse(id.substring(PREFIX.length())))
                .filter(crn -> crn.account().isPresent() && !crn.serviceName().isEmpty())
                .orElseThrow(() -> Refusal.of(BAD_REQUEST, "Provided cloud resource name is invalid.")
                        .code("BXNIM0113E")
                        .details("'desired_iam_id' must be crn- and the CRN of a service or resource in an account."));
    }

    private boolean mayActFor(Caller caller, Crn crn, Account account) {
        if (caller.kind() == Caller.Kind.CRN) {
            return caller.actsIn(account.id())
                    && Crn.parse(caller.iamId().substring(PREFIX.length()))
                            .serviceName()
                            .equals(crn.serviceName());
        }
        var service = Target.in(account, crn.serviceName());
        var resource =
                crn.serviceInstance().isEmpty() ? service : service.with("serviceInstance", crn.serviceInstance());
        return guard.judge(caller, "iam.policy.create", resource).permitted();
    }

    private static boolean isSource(Account account, Crn crn) {
        return account.world().accounts().stream()
                .anyMatch(there -> !AccessRules.of(there)
                        .snapshot()
                        .authorizations(Request.mayService(crn))
                        .isEmpty());
    }

    private static Refusal notAuthorized(String details) {
        return Refusal.of(FORBIDDEN, "Not authorized to use this API.")
                .code("BXNIM0513E")
                .details(details);
    }
}
