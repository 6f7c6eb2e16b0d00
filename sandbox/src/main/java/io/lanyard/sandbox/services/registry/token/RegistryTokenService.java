// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.token;

import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.POST;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.kernel.errors.OciErrors;
import io.lanyard.sandbox.services.registry.RegistryDoor;
import io.lanyard.sandbox.services.registry.RegistryRights;
import io.lanyard.sandbox.services.registry.RegistryState;
import io.lanyard.sandbox.services.registry.oci.RepositoryName;
import io.lanyard.sandbox.services.token.Logins;
import io.lanyard.sandbox.services.token.Tokens;
import io.lanyard.sandbox.state.Account;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /oauth/token}: turns an API key, an access token or a refresh token into a registry token. Each action that is asked
 * for is decided and recorded here; only what is permitted is granted, and a grant of nothing is still 200: the refusal comes
 * when the token is used.
 */
public final class RegistryTokenService extends RegistryDoor {
    private static final List<String> ACTIONS = List.of("pull", "push", "delete");

    private final RegistryLogin login;
    private final RegistryTokens tokens;
    private final RegistryState state;

    /** Serves registry tokens. */
    public RegistryTokenService(Logins logins, Tokens iamTokens, RegistryTokens tokens, RegistryState state) {
        super(OciErrors.INSTANCE);
        this.login = new RegistryLogin(logins, iamTokens);
        this.tokens = tokens;
        this.state = state;
    }

    @Override
    public void routes(Routes routes) {
        routes.on(GET, "/oauth/token", "getRegistryToken")
                .open()
                .handledBy(call -> token(
                        call,
                        login.byHeader(
                                call.header("Authorization"), call.request().peer()),
                        call.queries().getOrDefault("scope", List.of())));
        routes.on(POST, "/oauth/token", "postRegistryToken")
                .open()
                .takesForm()
                .handledBy(call -> token(
                        call, byForm(call), call.form("scope").map(List::of).orElse(List.of())));
    }

    /** The OAuth 2 form of the distribution specification: a password, or a refresh token as docker stores it. */
    private Caller byForm(Call call) {
        if (call.header("Authorization").isPresent()) {
            return login.byHeader(call.header("Authorization"), call.request().peer());
        }
        return switch (call.form("grant_type").orElse("")) {
            case "password" ->
                login.by(
                        call.form("username").orElse(""),
                        call.form("password").orElse(""),
                        call.request().peer());
            case "refresh_token" ->
                login.by(
                        "iamrefresh",
                        call.form("refresh_token").orElse(""),
                        call.request().peer());
            default -> throw RegistryLogin.nobody();
        };
    }

    private Response token(Call call, Caller caller, List<String> scopes) {
        var account = caller.accountId()
                .flatMap(call.directory()::account)
                .orElseThrow(() -> Refusal.of(Problem.BAD_REQUEST, "The token does not act in any account.")
                        .code("UNAUTHORIZED"));
        List<Grant> granted = new ArrayList<>();
        for (var scope : Scope.all(scopes)) {
            granted.add(granted(call, caller, account, scope));
        }
        var token = tokens.issue(caller, account, call.region(), granted, call.transactionId());
        var body = new LinkedHashMap<String, Object>();
        body.put("token", token);
        body.put("access_token", token);
        body.put("expires_in", RegistryTokens.LIFE.toSeconds());
        body.put("issued_at", account.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return Response.ok(body).with("Cache-Control", "no-store");
    }

    private Grant granted(Call call, Caller caller, Account account, Scope scope) {
        var repository = scope.type().equals("repository")
                ? RepositoryName.parse(scope.name())
                : Optional.<RepositoryName>empty();
        if (repository.isEmpty()) {
            return new Grant(new Scope(scope.type(), scope.name(), Set.of()), account.id());
        }
        var wanted = new LinkedHashSet<>(scope.actions().contains(Scope.ALL) ? ACTIONS : scope.actions());
        wanted.retainAll(ACTIONS);
        var target = target(account, call.region(), repository.get());
        var reason = RegistryRights.withoutPolicies(caller, target.account(), call.region());
        wanted.removeIf(action -> !call.decide(caller, RegistryRights.SERVICE + ".image." + action, target, reason));
        return new Grant(
                new Scope(scope.type(), scope.name(), wanted), target.account().id());
    }

    /** The namespace in the account that owns it; one that nobody owns is judged in the caller's own. */
    private Target target(Account account, String region, RepositoryName repository) {
        var found = state.catalog(account.world(), region).namespaces().find(repository.namespace());
        var owner = found.flatMap(namespace -> account.world().directory().account(namespace.accountId()))
                .orElse(account);
        return RegistryRights.namespace(owner, region, repository.namespace(), found);
    }
}
