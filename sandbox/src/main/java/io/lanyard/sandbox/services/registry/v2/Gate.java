// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.v2;

import io.lanyard.sandbox.kernel.Authenticator;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Handler;
import io.lanyard.sandbox.kernel.Method;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Request;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.registry.Regions;
import io.lanyard.sandbox.services.registry.RegistryRights;
import io.lanyard.sandbox.services.registry.RegistryState;
import io.lanyard.sandbox.services.registry.oci.OciCode;
import io.lanyard.sandbox.services.registry.oci.OciException;
import io.lanyard.sandbox.services.registry.oci.RepositoryName;
import io.lanyard.sandbox.services.registry.token.RegistryToken;
import io.lanyard.sandbox.services.registry.token.RegistryTokens;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets a call through to a repository: 401 with a challenge when there is no good token, 403 with IBM's sentence when the token
 * doesn't grant it. What the token says was decided when it was issued; a refusal brings that decision's reasons along.
 */
final class Gate implements Authenticator {
    /** IBM's sentence (registry workshop, ts_namespace_auth). */
    static final String DENIED = "You are not authorized to access the specified resource.";

    private static final String REQUIRED =
            "Authorization required. See https://cloud.ibm.com/docs/Registry?topic=Registry-troubleshoot-auth-req";
    private static final Pattern PATH = Pattern.compile("/v2/(.+)/(manifests|blobs|tags|referrers)/.*");
    private static final String TOKEN_ENDPOINT = "/oauth/token";

    /** What a handler does in a repository. */
    interface Work {
        /** Answers; what it throws is written in the protocol's terms. */
        Response in(Place place, Call call) throws IOException;
    }

    private final RegistryTokens tokens;
    private final RegistryState state;

    Gate(RegistryTokens tokens, RegistryState state) {
        this.tokens = tokens;
        this.state = state;
    }

    @Override
    public Caller authenticate(Request request) {
        return token(request).caller();
    }

    private RegistryToken token(Request request) {
        var header = request.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw unauthorized(request, "");
        }
        return tokens.read(header.substring(7).strip(), request.door().region())
                .orElseThrow(() -> unauthorized(request, ",error=\"invalid_token\""));
    }

    private static Refusal unauthorized(Request request, String error) {
        return Refusal.of(Problem.UNAUTHENTICATED, REQUIRED)
                .code(OciCode.UNAUTHORIZED.name())
                .details(REQUIRED)
                .header("Www-Authenticate", challenge(request, wanted(request)) + error);
    }

    private static String challenge(Request request, Optional<String> scope) {
        return "Bearer realm=\"" + request.origin() + TOKEN_ENDPOINT + "\",service=\"" + RegistryTokens.SERVICE + "\""
                + scope.map(s -> ",scope=\"" + s + "\"").orElse("");
    }

    /** What a client must ask a token for to do this. */
    private static Optional<String> wanted(Request request) {
        var matcher = PATH.matcher(request.path());
        if (!matcher.matches() || RepositoryName.parse(matcher.group(1)).isEmpty()) {
            return Optional.empty();
        }
        var deletes = request.method() == Method.DELETE && !request.path().contains("/blobs/uploads/");
        var actions = request.method().reads() ? "pull" : deletes ? "delete" : "pull,push";
        return Optional.of("repository:" + matcher.group(1) + ":" + actions);
    }

    /** What the call is about: the repository's namespace in the account that owns it; in the caller's when nobody does. */
    Target about(Call call) {
        var name = name(call.path("name"));
        var account = call.callersAccount();
        var found = state.catalog(account.world(), call.region()).namespaces().find(name.namespace());
        var owner = found.flatMap(namespace -> call.directory().account(namespace.accountId()))
                .orElse(account);
        var target = RegistryRights.namespace(owner, call.region(), name.namespace(), found);
        return target.named(target.crn().orElse(""), Regions.host(call.region()) + "/" + name);
    }

    private static RepositoryName name(String text) {
        return RepositoryName.parse(text)
                .orElseThrow(() -> refusal(OciException.of(OciCode.NAME_INVALID, "a repository is namespace/name")));
    }

    /** Answers calls whose token grants {@code action} on their repository. */
    Handler granting(String action, Work work) {
        return call -> {
            call.event().data();
            var token = token(call.request());
            var name = name(call.path("name"));
            require(call, token, name, action);
            RegistryRights.network(call, call.account());
            var catalog = state.catalog(call.callersAccount().world(), call.region());
            if (catalog.namespaces().find(name.namespace()).isEmpty()) {
                throw refusal(OciException.of(
                        OciCode.NAME_UNKNOWN,
                        OciCode.NAME_UNKNOWN.status(),
                        "There is no namespace " + name.namespace() + " in " + call.region() + ": add it first",
                        name.value()));
            }
            try {
                return work.in(new Place(name, catalog, call.account(), call.region(), token), call)
                        .with("Docker-Distribution-Api-Version", "registry/2.0");
            } catch (OciException refused) {
                throw refusal(refused);
            } catch (IOException broken) {
                throw refusal(Failures.of(broken));
            }
        };
    }

    private void require(Call call, RegistryToken token, RepositoryName name, String action) {
        if (token.grants(name.value(), action, call.account().id())) {
            return;
        }
        if (call.recall(token.decidedIn(), RegistryRights.SERVICE + ".image." + action, call.target())) {
            return;
        }
        throw denied(call, Optional.of("repository:" + name + ":" + action));
    }

    static Refusal denied(Call call, Optional<String> scope) {
        return Refusal.of(Problem.FORBIDDEN, DENIED)
                .code(OciCode.DENIED.name())
                .details("why: GET /sandbox/v1/decisions/" + call.transactionId())
                .header("Www-Authenticate", challenge(call.request(), scope) + ",error=\"insufficient_scope\"")
                .header("Sandbox-Decision", "/sandbox/v1/decisions/" + call.transactionId());
    }

    static Refusal refusal(OciException refused) {
        var refusal = Refusal.of(problem(refused.status()), refused.sentence())
                .status(refused.status())
                .code(refused.code().name())
                .details(refused.detail());
        refused.headers().forEach(refusal::header);
        return refusal;
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 403 -> Problem.FORBIDDEN;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 413 -> Problem.TOO_LARGE;
            case 500, 507 -> Problem.INTERNAL;
            default -> Problem.BAD_REQUEST;
        };
    }
}
