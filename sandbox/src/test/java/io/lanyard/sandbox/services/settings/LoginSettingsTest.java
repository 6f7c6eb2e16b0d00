// Room: sandbox / settings, tests.
package io.lanyard.sandbox.services.settings;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.services.token.Passwords;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an account's settings do to logins: where from, how long, how often, and with what. */
class LoginSettingsTest {
    private static final String APIKEY = "urn:ibm:params:oauth:grant-type:apikey";
    private static final String[] BX = {
        "Authorization", "Basic " + Base64.getEncoder().encodeToString("bx:bx".getBytes(StandardCharsets.UTF_8))
    };

    private Sandbox sandbox;
    private SandboxAccount account;
    private Actor owner;
    private Actor ada;
    private String key;

    @BeforeEach
    void open() {
        sandbox = Sandbox.start();
        account = sandbox.newAccount(seed -> seed.member("ada@example.com", "Ada", "Lovelace"));
        owner = Actor.owner(sandbox, account);
        ada = Actor.member(sandbox, account, 0);
        key = account.members().get(0).key().reveal();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theAccountsAddressesCountForEverybody() throws IOException {
        set("allowed_ip_addresses", "127.0.0.2, 2001:db8::/32");

        var refused = login();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("errorCode").getAsString()).isEqualTo("BXNIM0501E");
        assertThat(refused.json().get("errorDetails").getAsString()).startsWith("SIM_IP_NOT_ALLOWED");
        var why = Http.get(sandbox.url() + refused.header("Sandbox-Decision"));
        assertThat(why.text())
                .contains("Denied: the account's allowed IP addresses don't include 127.0.0.1.")
                .contains("iam-identity.user-apikey.login");
        assertThat(loginFrom("127.0.0.2")).isEqualTo(200);
        assertThat(owner.get("/v1/accounts/" + account.id() + "/settings/identity")
                        .status())
                .describedAs("tokens that were made before live on")
                .isEqualTo(200);
        assertThat(sandbox.events(account.id()))
                .describedAs("a refused login leaves no event")
                .filteredOn(event -> event.action().endsWith(".login") && event.reasonCode() != 200)
                .isEmpty();

        AccountSettings.of(account.state()).admitEverywhere();
        assertThat(login().status()).isEqualTo(200);
    }

    @Test
    void bothListsMustAdmitAUser() throws IOException {
        set("allowed_ip_addresses", "127.0.0.1 - 127.0.0.2");
        assertThat(userSettings(owner, json("allowed_ip_addresses", "127.0.0.2, 127.0.0.3"))
                        .status())
                .isEqualTo(204);

        assertThat(loginFrom("127.0.0.1")).isEqualTo(403);
        assertThat(loginFrom("127.0.0.2")).isEqualTo(200);
        assertThat(loginFrom("127.0.0.3")).isEqualTo(403);
    }

    @Test
    void theRegistryChecksTheAddressAsWell() {
        var url = "http://" + sandbox.registry("us-south") + "/oauth/token?service=registry";
        var basic =
                "Basic " + Base64.getEncoder().encodeToString(("iamapikey:" + key).getBytes(StandardCharsets.UTF_8));
        assertThat(Http.get(url, "Authorization", basic).status()).isEqualTo(200);

        set("allowed_ip_addresses", "127.0.0.2");

        assertThat(Http.get(url, "Authorization", basic).status()).isEqualTo(400);
    }

    @Test
    void tokensLiveAsLongAsTheAccountSays() {
        sandbox.clock().freeze();
        set("system_access_token_expiration_in_seconds", "900", "system_refresh_token_expiration_in_seconds", "1000");

        var token = login(BX).json();
        var refresh = Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                token.get("refresh_token").getAsString());

        assertThat(token.get("expires_in").getAsLong()).isEqualTo(900);
        sandbox.clock().advance(Duration.ofSeconds(899));
        assertThat(userinfo(token)).isEqualTo(200);
        sandbox.clock().advance(Duration.ofSeconds(1));
        assertThat(userinfo(token)).isEqualTo(401);
        assertThat(token(refresh).status()).isEqualTo(200);
        sandbox.clock().advance(Duration.ofSeconds(100));
        assertThat(code(token(refresh))).isEqualTo("BXNIM0408E");
    }

    @Test
    void sessionsEndByIdlenessByAgeAndByNumber() {
        sandbox.clock().freeze();
        Passwords.of(account.state()).set(ada.iamId(), "open sesame");
        set(
                "session_invalidation_in_seconds", "900",
                "session_expiration_in_seconds", "1800",
                "max_sessions_per_identity", "2");

        var idle = refreshOf(password());
        sandbox.clock().advance(Duration.ofMinutes(15));
        assertThat(code(token(idle))).isEqualTo("BXNIM0439E");

        var old = refreshOf(password());
        sandbox.clock().advance(Duration.ofSeconds(890));
        assertThat(token(old).status()).isEqualTo(200);
        sandbox.clock().advance(Duration.ofSeconds(890));
        assertThat(token(old).status()).isEqualTo(200);
        sandbox.clock().advance(Duration.ofSeconds(20));
        assertThat(code(token(old))).isEqualTo("BXNIM0439E");

        var first = refreshOf(password());
        var second = refreshOf(password());
        var third = refreshOf(password());
        assertThat(code(token(first))).isEqualTo("BXNIM0439E");
        assertThat(token(second).status()).isEqualTo(200);
        assertThat(token(third).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE_NO_ROPC", "TOTP", "TOTP4ALL", "LEVEL1", "LEVEL2", "LEVEL3"})
    void aPasswordAloneIsNotEnoughOnceMfaIsWanted(String trait) {
        Passwords.of(account.state()).set(ada.iamId(), "open sesame");
        assertThat(password().status()).isEqualTo(200);
        set("mfa", trait);

        var refused = password();

        assertThat(refused.status()).isEqualTo(400);
        assertThat(code(refused)).isEqualTo("BXNIM0400E");
        assertThat(refused.json().getAsJsonObject("requirements").get("code").getAsString())
                .isEqualTo("mfa_required");
        assertThat(login().status()).describedAs("API keys are untouched").isEqualTo(200);
        change(json("user_mfa", array(json("iam_id", ada.iamId(), "mfa", "NONE"))));
        assertThat(password().status()).isEqualTo(200);
    }

    private Http.Answer password() {
        return token(new LinkedHashMap<>(Map.of(
                "grant_type", "password",
                "username", "ada@example.com",
                "password", "open sesame",
                "account", account.id().value())));
    }

    private static Map<String, String> refreshOf(Http.Answer login) {
        return Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                login.json().get("refresh_token").getAsString());
    }

    private Http.Answer token(Map<String, String> form) {
        return Http.form(sandbox.url() + "/identity/token", form, BX);
    }

    private Http.Answer login(String... headers) {
        return Http.form(sandbox.url() + "/identity/token", Map.of("grant_type", APIKEY, "apikey", key), headers);
    }

    /** Comes from another address of the loopback network, as another machine would. */
    private int loginFrom(String address) throws IOException {
        var to = URI.create(sandbox.url());
        var form = "grant_type=" + APIKEY + "&apikey=" + key;
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress(to.getHost(), to.getPort()));
            socket.getOutputStream()
                    .write(("POST /identity/token HTTP/1.1\r\nHost: " + to.getAuthority()
                                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n"
                                    + "Content-Length: " + form.length() + "\r\n\r\n" + form)
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private int userinfo(JsonObject token) {
        return Http.getAs(token.get("access_token").getAsString(), sandbox.url() + "/identity/userinfo")
                .status();
    }

    private static String code(Http.Answer answer) {
        return answer.json().get("errorCode").getAsString();
    }

    private void set(Object... namesAndValues) {
        change(json(namesAndValues));
    }

    private void change(JsonObject changes) {
        var answer = owner.put("/v1/accounts/" + account.id() + "/settings/identity", "*", changes);
        assertThat(answer.status()).describedAs(answer.text()).isEqualTo(200);
    }

    private Http.Answer userSettings(Actor by, JsonObject changes) {
        return by.send(
                "PATCH", "/v2/accounts/" + account.id() + "/users/" + ada.iamId() + "/settings", changes.toString());
    }
}
