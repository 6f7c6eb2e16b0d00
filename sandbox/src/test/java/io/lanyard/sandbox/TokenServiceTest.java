// Room: sandbox / tests. Tokens: every grant, every refusal, and the clock.
package io.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.services.token.Passwords;
import io.lanyard.sandbox.state.SandboxClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenServiceTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(seed -> seed.member("ada@example.com", "Ada", "Lovelace"));

    private static final String APIKEY = "urn:ibm:params:oauth:grant-type:apikey";
    private static final String[] BX = {
        "Authorization", "Basic " + Base64.getEncoder().encodeToString("bx:bx".getBytes(StandardCharsets.UTF_8))
    };

    @Test
    void aTokenIsSignedByThePublishedKeyAndSaysWhoAndWhere(Sandbox sandbox, SandboxAccount account) throws Exception {
        var answer = login(sandbox, account).json();

        var token = JWSObject.parse(answer.get("access_token").getAsString());
        var keys = JWKSet.parse(Http.get(sandbox.url() + "/identity/keys").text());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        assertThat(key.isPrivate()).isFalse();
        var claims = JsonParser.parseString(token.getPayload().toString()).getAsJsonObject();
        assertThat(text(claims, "iam_id")).isEqualTo(account.owner().value());
        assertThat(text(claims, "realmid")).isEqualTo("IBMid");
        assertThat(text(claims, "sub")).isEqualTo("owner@example.com");
        assertThat(text(claims, "iss")).isEqualTo("https://iam.cloud.ibm.com/identity");
        assertThat(text(claims, "grant_type")).isEqualTo(APIKEY);
        assertThat(text(claims, "client_id")).isEqualTo("default");
        assertThat(text(claims.getAsJsonObject("account"), "bss"))
                .isEqualTo(account.id().value());
        assertThat(answer.get("refresh_token").getAsString()).isEqualTo("not_supported");
        assertThat(answer.get("expires_in").getAsLong()).isEqualTo(3600);
    }

    @Test
    void theCommandLinesClientRefreshes(Sandbox sandbox, SandboxAccount account, SandboxClock clock) {
        var first = login(sandbox, account, BX).json();
        clock.advance(Duration.ofHours(2));

        var second = refresh(sandbox, text(first, "refresh_token"), BX);

        assertThat(second.status()).isEqualTo(200);
        assertThat(text(claims(text(second.json(), "access_token")), "iam_id"))
                .isEqualTo(account.owner().value());
        assertThat(text(claims(text(second.json(), "access_token")), "client_id"))
                .isEqualTo("bx");
        clock.advance(Duration.ofDays(3));
        refused(refresh(sandbox, text(first, "refresh_token"), BX), 400, "BXNIM0408E");
        refused(refresh(sandbox, "nonsense", BX), 401, "BXNIM0407E");
        refused(refresh(sandbox, text(second.json(), "refresh_token")), 401, "BXNIM0308E");
    }

    @Test
    void whatCameFromAKeyIsNotRefreshedWithoutIt(Sandbox sandbox, SandboxAccount account) {
        var key = account.state().apiKeys().stream().findFirst().orElseThrow();
        var first = text(login(sandbox, account, BX).json(), "refresh_token");
        var second = text(refresh(sandbox, first, BX).json(), "refresh_token");
        var path = sandbox.url() + "/v1/apikeys/" + key.id();
        var token = "Bearer " + Http.token(sandbox, account.ownerKey().reveal());

        Http.send("POST", path + "/disable", "", "Authorization", token);

        refused(refresh(sandbox, first, BX), 400, "BXNIM0462E");
        refused(refresh(sandbox, second, BX), 400, "BXNIM0462E");
        Http.send("DELETE", path + "/disable", "", "Authorization", token);
        assertThat(refresh(sandbox, second, BX).status()).isEqualTo(200);
        Http.send("DELETE", path, "", "Authorization", token);
        refused(refresh(sandbox, second, BX), 400, "BXNIM0415E");
    }

    @Test
    void keysThatDoNotStandAreRefused(Sandbox sandbox, SandboxAccount account) {
        var keys = account.state().apiKeys();
        var key = keys.stream().findFirst().orElseThrow();
        refused(token(sandbox, Map.of("grant_type", APIKEY, "apikey", "wrong")), 400, "BXNIM0415E");

        var changed = Http.send(
                "POST",
                sandbox.url() + "/v1/apikeys/" + key.id() + "/disable",
                "",
                "Authorization",
                "Bearer " + Http.token(sandbox, account.ownerKey().reveal()));

        assertThat(changed.status()).isEqualTo(204);
        refused(login(sandbox, account), 400, "BXNIM0462E");
        keys.remove(key.id());
        refused(login(sandbox, account), 400, "BXNIM0415E");
    }

    @Test
    void aSuspendedUserGetsNoToken(Sandbox sandbox, SandboxAccount account) {
        var users = account.state().users();
        users.put(
                account.owner().value(),
                users.find(account.owner().value()).orElseThrow().in("SUSPENDED"));

        refused(login(sandbox, account), 403, "BXNIM0501E");
    }

    @Test
    void whatIsMissingOrUnknownIsNamed(Sandbox sandbox) {
        refused(token(sandbox, Map.of("apikey", "x")), 400, "BXNIM0109E");
        refused(token(sandbox, Map.of("grant_type", APIKEY)), 400, "BXNIM0109E");
        refused(token(sandbox, Map.of("grant_type", "urn:ibm:params:oauth:grant-type:cr-token")), 400, "BXNIM0106E");
        refused(
                token(sandbox, Map.of("grant_type", APIKEY, "apikey", "x", "response_type", "ims_portal")),
                400,
                "BXNIM0106E");
        refused(token(sandbox, Map.of("grant_type", APIKEY), "Authorization", "Basic bm86Ym9keQ=="), 401, "BXNIM0310E");
        refused(Http.send("DELETE", sandbox.url() + "/identity/token", ""), 405, "BXNIM0060E");
    }

    @Test
    void aKeyThatIsBrokenOnItsWayIsNotRepeatedToAnybody(Sandbox sandbox) {
        var answer = Http.send(
                "POST",
                sandbox.url() + "/identity/token",
                "grant_type=" + APIKEY + "&apikey=%zzvery-secret",
                "Content-Type",
                "application/x-www-form-urlencoded");

        refused(answer, 400, "BXNIM0106E");
        assertThat(answer.text()).contains("percent-encoding").doesNotContain("very-secret");
    }

    @Test
    void theTenantHeaderLimitsWhereATokenActs(Sandbox sandbox, SandboxAccount account) {
        refused(login(sandbox, account, "ibm-cloud-tenant", "0123"), 403, "BXNIM0501E");

        assertThat(login(sandbox, account, "ibm-cloud-tenant", "0123, " + account.id())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void passcodesWorkOnceAndPasswordsForSeededUsers(Sandbox sandbox, SandboxAccount account) {
        var refreshToken = text(login(sandbox, account, BX).json(), "refresh_token");
        var passcode = text(
                Http.form(
                                sandbox.url() + "/identity/passcode",
                                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken),
                                BX)
                        .json(),
                "passcode");
        var once = Map.of("grant_type", "urn:ibm:params:oauth:grant-type:passcode", "passcode", passcode);
        Passwords.of(account.state()).set(account.owner().value(), "open sesame");
        var password = new LinkedHashMap<>(Map.of(
                "grant_type", "password",
                "username", "owner@example.com",
                "password", "open sesame",
                "account", account.id().value()));

        assertThat(token(sandbox, once, BX).status()).isEqualTo(200);
        refused(token(sandbox, once, BX), 401, "BXNIM0400E");
        assertThat(token(sandbox, password, BX).status()).isEqualTo(200);
        refused(token(sandbox, password), 401, "BXNIM0308E");
        password.put("password", "guess");
        refused(token(sandbox, password, BX), 401, "BXNIM0602E");
    }

    @Test
    void introspectionKnowsTokensAndKeysUntilTheyEnd(Sandbox sandbox, SandboxAccount account, SandboxClock clock) {
        var token = text(login(sandbox, account).json(), "access_token");
        var url = sandbox.url() + "/identity/introspect";

        assertThat(Http.form(url, Map.of("token", token)).json().get("active").getAsBoolean())
                .isTrue();
        assertThat(Http.form(url, Map.of("apikey", account.ownerKey().reveal()))
                        .json()
                        .get("active")
                        .getAsBoolean())
                .isTrue();
        assertThat(text(Http.getAs(token, sandbox.url() + "/identity/userinfo").json(), "email"))
                .isEqualTo("owner@example.com");
        clock.advance(Duration.ofHours(1));
        assertThat(Http.form(url, Map.of("token", token)).json().get("active").getAsBoolean())
                .isFalse();
        assertThat(Http.getAs(token, sandbox.url() + "/identity/userinfo").status())
                .isEqualTo(401);
    }

    @Test
    void aForgedTokenIsNoToken(Sandbox sandbox, SandboxAccount account) {
        var token = text(login(sandbox, account).json(), "access_token");
        var parts = token.split("\\.", -1);
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace(account.owner().value(), "IBMid-550000AAAA");
        var forged = parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];

        assertThat(Http.getAs(forged, sandbox.url() + "/identity/userinfo").status())
                .isEqualTo(401);
    }

    @Test
    void aLoginLeavesAnEventAndAFailedOneNone(Sandbox sandbox, SandboxAccount account) {
        login(sandbox, account);
        token(sandbox, Map.of("grant_type", APIKEY, "apikey", "wrong"));

        var events = sandbox.events(account.id());
        assertThat(events).hasSize(1);
        assertThat(events.get(0).action()).isEqualTo("iam-identity.user-apikey.login");
        assertThat(events.get(0).requestData()).containsEntry("client_id", "default");
        assertThat(events.toString()).doesNotContain(account.ownerKey().reveal());
    }

    @Test
    void theConfigurationPointsHere(Sandbox sandbox) {
        var configuration = Http.get(sandbox.url() + "/identity/.well-known/openid-configuration");

        assertThat(text(configuration.json(), "token_endpoint")).isEqualTo(sandbox.url() + "/identity/token");
    }

    private static Http.Answer login(Sandbox sandbox, SandboxAccount account, String... headers) {
        return token(
                sandbox,
                Map.of("grant_type", APIKEY, "apikey", account.ownerKey().reveal()),
                headers);
    }

    private static Http.Answer refresh(Sandbox sandbox, String refreshToken, String... headers) {
        return token(sandbox, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken), headers);
    }

    private static Http.Answer token(Sandbox sandbox, Map<String, String> fields, String... headers) {
        return Http.form(sandbox.url() + "/identity/token", fields, headers);
    }

    private static void refused(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(text(answer.json(), "errorCode")).as(answer.text()).isEqualTo(code);
    }

    private static JsonObject claims(String token) {
        return JsonParser.parseString(
                        new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }
}
