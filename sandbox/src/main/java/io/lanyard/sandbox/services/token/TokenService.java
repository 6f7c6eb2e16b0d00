// Room: sandbox / token service.
package io.lanyard.sandbox.services.token;

import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.POST;
import static io.lanyard.sandbox.kernel.Problem.BAD_REQUEST;
import static io.lanyard.sandbox.kernel.Problem.FORBIDDEN;
import static io.lanyard.sandbox.kernel.Problem.MISSING;
import static io.lanyard.sandbox.kernel.Problem.UNAUTHENTICATED;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Guard;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.kernel.errors.TokenErrors;
import io.lanyard.sandbox.state.Directory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /identity/token} and its neighbours. Grants that need services the sandbox doesn't have (trusted profiles, compute
 * resources) are refused by name.
 */
public final class TokenService implements Service {
    private static final List<String> GRANTS =
            List.of(Logins.APIKEY, Logins.REFRESH, Logins.PASSWORD, Logins.PASSCODE, ServiceLogins.AUTHORIZATION);
    private static final List<String> USER_INFO = List.of(
            "identifier",
            "iam_id",
            "given_name",
            "family_name",
            "name",
            "email",
            "sub",
            "account",
            "iat",
            "exp",
            "iss",
            "grant_type",
            "client_id",
            "scope",
            "acr",
            "amr");
    private static final String RESPONSE_TYPE = "cloud_iam";

    private final Tokens tokens;
    private final Logins logins;
    private final ServiceLogins services;

    /** Serves tokens; this judge says who may act for a service. */
    public TokenService(Tokens tokens, Logins logins, Directory directory, Guard guard) {
        this.tokens = tokens;
        this.logins = logins;
        this.services = new ServiceLogins(tokens, directory, guard);
    }

    @Override
    public String name() {
        return "iam-identity";
    }

    @Override
    public String displayName() {
        return "IAM Identity Service";
    }

    @Override
    public ErrorShape errors() {
        return TokenErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        routes.on(POST, "/identity/token", "getToken").open().takesForm().handledBy(this::token);
        routes.on(POST, "/identity/passcode", "createPasscode")
                .open()
                .takesForm()
                .handledBy(this::passcode);
        routes.on(POST, "/identity/introspect", "introspect").open().takesForm().handledBy(this::introspect);
        routes.on(GET, "/identity/userinfo", "getUserInfo").handledBy(this::userInfo);
        routes.on(GET, "/identity/keys", "getKeys").open().handledBy(this::keys);
        routes.on(GET, "/identity/.well-known/openid-configuration", "getOpenIdConfiguration")
                .open()
                .handledBy(this::configuration);
    }

    private Response token(Call call) {
        var client = Client.of(call);
        var type = call.form("response_type").orElse(RESPONSE_TYPE);
        if (!type.equals(RESPONSE_TYPE)) {
            throw invalid("response_type", type, List.of(RESPONSE_TYPE));
        }
        var login = login(call, client, required(call, "grant_type"));
        if (call.form("bss_account").isPresent()) {
            login = logins.into(login, call.form("bss_account").get());
        }
        tenant(call, login);
        login = admit(call, login);
        call.event()
                .action(login.auditAction())
                .in(login.account())
                .by(login.caller())
                .target(
                        "crn:v1:bluemix:public:iam-identity::a/"
                                + login.account().id() + ":::",
                        login.name())
                .request("client_id", client.id());
        return answer(login, client);
    }

    /** Who is kept out because of his address can read why, though no policy was asked. */
    private Login admit(Call call, Login login) {
        try {
            return logins.admit(login, call.request().peer());
        } catch (Refusal refused) {
            if (refused.status() != FORBIDDEN.status()) {
                throw refused; // his passcode or session ended this moment
            }
            throw call.denied(
                    login.caller(),
                    login.auditAction(),
                    Target.in(login.account(), name()),
                    Admission.reason(refused),
                    refused);
        }
    }

    private Login login(Call call, Client client, String grant) {
        return switch (grant) {
            case Logins.APIKEY -> logins.byKey(required(call, "apikey"), client);
            case Logins.REFRESH -> {
                client.known();
                yield logins.byRefreshToken(required(call, "refresh_token"));
            }
            case Logins.PASSCODE -> {
                client.known();
                yield logins.byPasscode(required(call, "passcode"));
            }
            case Logins.PASSWORD -> {
                client.known();
                yield logins.byPassword(
                        required(call, "username"), required(call, "password"), required(call, "account"));
            }
            case ServiceLogins.AUTHORIZATION -> {
                call.event().skip(); // which event this leaves isn't published
                yield services.byAuthorization(required(call, "access_token"), required(call, "desired_iam_id"));
            }
            default -> throw invalid("grant_type", grant, GRANTS);
        };
    }

    private Response answer(Login login, Client client) {
        var account = login.account();
        var now = account.now().getEpochSecond();
        var life = Tokens.life(login).toSeconds();
        var body = new LinkedHashMap<String, Object>();
        body.put("access_token", tokens.issue(login, client.id(), now));
        body.put(
                "refresh_token",
                client.named() && login.caller().kind() != Caller.Kind.CRN
                        ? Tickets.of(account).refreshToken(login)
                        : "not_supported");
        body.put("ims_user_id", 0);
        body.put("token_type", "Bearer");
        body.put("expires_in", life);
        body.put("expiration", now + life);
        body.put("scope", "ibm openid");
        login.session().id().ifPresent(session -> body.put("session_id", session));
        return Response.ok(body).with("Cache-Control", "no-store");
    }

    private static void tenant(Call call, Login login) {
        var wanted = call.header("IBM-Cloud-Tenant");
        if (wanted.isPresent()
                && Arrays.stream(wanted.get().split(",", -1))
                        .map(String::strip)
                        .noneMatch(login.account().id()::equals)) {
            throw Refusal.of(FORBIDDEN, "User not authorized")
                    .code("BXNIM0501E")
                    .details(
                            "The account of this credential is not among those that the header ibm-cloud-tenant names.");
        }
    }

    private Response passcode(Call call) {
        Client.of(call).known();
        if (!required(call, "grant_type").equals(Logins.REFRESH)) {
            throw invalid("grant_type", required(call, "grant_type"), List.of(Logins.REFRESH));
        }
        var login = admit(call, logins.byRefreshToken(required(call, "refresh_token")));
        return Response.ok(Map.of("passcode", Tickets.of(login.account()).passcode(login)));
    }

    private Response introspect(Call call) {
        var claims = call.form("token")
                .or(() -> call.form("apikey").map(this::tokenFor))
                .flatMap(tokens::claims);
        var body = new JsonObject();
        body.addProperty("active", claims.isPresent());
        claims.ifPresent(found -> found.entrySet().forEach(e -> body.add(e.getKey(), e.getValue())));
        return Response.ok(body);
    }

    private String tokenFor(String apiKey) {
        try {
            var login = logins.byKey(apiKey);
            return tokens.issue(login, "default", login.account().now().getEpochSecond());
        } catch (Refusal unknownOrVoid) {
            return "";
        }
    }

    private Response userInfo(Call call) {
        var token = call.header("Authorization")
                .orElse("")
                .substring("Bearer ".length())
                .strip();
        var claims = tokens.claims(token)
                .orElseThrow(() -> Refusal.of(UNAUTHENTICATED, "Provided token is invalid or expired."));
        var body = new JsonObject();
        body.addProperty("active", true);
        body.add("realmId", claims.get("realmid"));
        USER_INFO.stream().filter(claims::has).forEach(name -> body.add(name, claims.get(name)));
        return Response.ok(body);
    }

    private Response keys(Call call) {
        return Response.jsonBytes(200, tokens.key().published().getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "public, max-age=3600");
    }

    private Response configuration(Call call) {
        var here = call.request().origin() + "/identity";
        var body = new LinkedHashMap<String, Object>();
        body.put("issuer", Tokens.ISSUER);
        body.put("authorization_endpoint", here + "/authorize");
        body.put("token_endpoint", here + "/token");
        body.put("passcode_endpoint", here + "/passcode");
        body.put("jwks_uri", here + "/keys");
        return Response.ok(body);
    }

    private static String required(Call call, String field) {
        return call.form(field)
                .orElseThrow(() -> Refusal.of(MISSING, "Property missing or empty.")
                        .code("BXNIM0109E")
                        .details("Property '" + field + "' either missing or empty."));
    }

    private static Refusal invalid(String property, String value, List<String> valid) {
        var shown = value.length() > 100 ? value.substring(0, 100) + "…" : value;
        return Refusal.of(
                        BAD_REQUEST,
                        "Validation of property '" + property + "' with value '" + shown + "' failed. Valid values: "
                                + String.join(", ", valid) + ".")
                .code("BXNIM0106E");
    }
}
