// Room: sandbox / token service, tests. What a login leaves behind, and that a refused one leaves nothing.
package io.lanyard.sandbox.services.token;

import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.RouteScene;
import io.lanyard.sandbox.services.settings.AccountSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginEffectsTest extends RouteScene {
    private static final String APIKEY = "urn:ibm:params:oauth:grant-type:apikey";
    private static final String PASSCODE = "urn:ibm:params:oauth:grant-type:passcode";
    private static final String BX =
            "Basic " + Base64.getEncoder().encodeToString("bx:bx".getBytes(StandardCharsets.UTF_8));

    private String key;
    private String keyId;

    @BeforeEach
    void makeKey() {
        var made = ada.post("/v1/apikeys", json("name", "cli", "iam_id", ada.iamId(), "support_sessions", true));
        key = text(made, "apikey");
        keyId = text(made, "id");
    }

    @Test
    void aKeyWithSessionsHasOneAtTheCommandLineAndNoneForTheApi() {
        assertThat(byKey("Authorization", BX).json().has("session_id")).isTrue();
        assertThat(byKey().json().has("session_id")).isFalse();
    }

    @Test
    void tokensOfASessionLiveAsLongAsTheServiceSays() {
        set("system_access_token_expiration_in_seconds", "900", "system_refresh_token_expiration_in_seconds", "900");

        var inSession = byKey("Authorization", BX);
        var without = byKey();

        assertThat(inSession.json().get("expires_in").getAsLong()).isEqualTo(3600);
        assertThat(without.json().get("expires_in").getAsLong()).isEqualTo(900);
        sandbox.clock().advance(Duration.ofHours(1));
        assertThat(refresh(inSession).status()).isEqualTo(200);
    }

    @Test
    void aSessionIsNotIdleWhileItsTokenIsShown() {
        sandbox.clock().freeze();
        set("session_invalidation_in_seconds", "900");
        var login = byKey("Authorization", BX);

        sandbox.clock().advance(Duration.ofSeconds(899));
        userinfo(login);
        sandbox.clock().advance(Duration.ofSeconds(899));

        assertThat(refresh(login).status()).isEqualTo(200);
        sandbox.clock().advance(Duration.ofMinutes(15));
        userinfo(login);
        assertThat(code(refresh(login)))
                .describedAs("what has ended isn't woken up")
                .isEqualTo("BXNIM0439E");
    }

    @Test
    void aRefusedLoginEndsNoSessionAndCountsNobody() {
        set("max_sessions_per_identity", "1");
        var first = byKey("Authorization", BX);
        var count = timesUsed();

        assertThat(byKey("Authorization", BX, "IBM-Cloud-Tenant", "other").status())
                .isEqualTo(403);
        set("allowed_ip_addresses", "127.0.0.2");
        assertThat(byKey("Authorization", BX).status()).isEqualTo(403);
        AccountSettings.of(account.state()).admitEverywhere();
        Http.form(sandbox.url() + "/identity/introspect", Map.of("apikey", key));

        assertThat(timesUsed()).isEqualTo(count);
        assertThat(refresh(first).status()).isEqualTo(200);
    }

    @Test
    void aPasscodeThatWasRefusedIsNotUsedUp() {
        var shown = Http.form(
                sandbox.url() + "/identity/passcode", refreshOf(byKey("Authorization", BX)), "Authorization", BX);
        var passcode = Map.of("grant_type", PASSCODE, "passcode", text(shown, "passcode"));
        set("allowed_ip_addresses", "127.0.0.2");
        assertThat(token(passcode).status()).isEqualTo(403);

        AccountSettings.of(account.state()).admitEverywhere();

        assertThat(token(passcode).status()).isEqualTo(200);
        assertThat(code(token(passcode))).isEqualTo("BXNIM0400E");
    }

    @Test
    void whoIsGoneIsCountedNoMore() {
        byKey();
        assertThat(account.state().activity()).containsKeys(keyId, ada.iamId());

        ada.delete("/v1/apikeys/" + keyId);

        assertThat(account.state().activity()).doesNotContainKey(keyId).containsKey(ada.iamId());
    }

    /** Else whoever Limited keeps out walks in by naming the account. */
    @ParameterizedTest
    @ValueSource(strings = {"key", "refresh token", "passcode"})
    void whatBeganWithAKeyStaysInItsAccount(String means) {
        var abroad = sandbox.newAccount(seed -> {});
        account.admit(abroad);
        var own = sandbox.newAccount(seed -> {});
        var outsidersKey = abroad.ownerKey().reveal();
        var login = token(Map.of("grant_type", APIKEY, "apikey", outsidersKey));
        var form = new LinkedHashMap<>(
                switch (means) {
                    case "key" -> Map.of("grant_type", APIKEY, "apikey", outsidersKey);
                    case "refresh token" -> refreshOf(login);
                    default ->
                        Map.of(
                                "grant_type",
                                PASSCODE,
                                "passcode",
                                text(
                                        Http.form(
                                                sandbox.url() + "/identity/passcode",
                                                refreshOf(login),
                                                "Authorization",
                                                BX),
                                        "passcode"));
                });
        form.put("bss_account", accountId);

        var refused = token(form);

        assertThat(refused.status()).describedAs(refused.text()).isEqualTo(400);
        assertThat(refused.text()).contains("bss_account", "the account in which it was created");
        form.put("bss_account", own.id().value());
        assertThat(token(form).status()).isEqualTo(400);
    }

    @Test
    void goingOnInTheSameAccountNeedsNoMove() {
        var form = new LinkedHashMap<>(refreshOf(byKey("Authorization", BX)));
        form.put("bss_account", accountId);

        assertThat(token(form).status()).isEqualTo(200);
    }

    @Test
    void aPasswordsLoginMovesToAnotherAccountOfItsOwner() {
        var abroad = sandbox.newAccount(seed -> {});
        account.admit(abroad);
        Passwords.of(abroad.state()).set(abroad.owner().value(), "open sesame");
        var login = token(Map.of(
                "grant_type", "password",
                "username", "owner@example.com",
                "password", "open sesame",
                "account", abroad.id().value()));
        var form = new LinkedHashMap<>(refreshOf(login));
        form.put("bss_account", accountId);

        var moved = token(form);

        assertThat(moved.status()).describedAs(moved.text()).isEqualTo(200);
        assertThat(text(moved, "session_id")).isNotEqualTo(text(login, "session_id"));
        form.put("bss_account", sandbox.newAccount(seed -> {}).id().value());
        assertThat(code(token(form))).isEqualTo("BXNIM0141E");
    }

    private Http.Answer byKey(String... headers) {
        return Http.form(sandbox.url() + "/identity/token", Map.of("grant_type", APIKEY, "apikey", key), headers);
    }

    private Http.Answer token(Map<String, String> form) {
        return Http.form(sandbox.url() + "/identity/token", form, "Authorization", BX);
    }

    private Http.Answer refresh(Http.Answer login) {
        return token(refreshOf(login));
    }

    private static Map<String, String> refreshOf(Http.Answer login) {
        return Map.of("grant_type", "refresh_token", "refresh_token", text(login, "refresh_token"));
    }

    private void userinfo(Http.Answer login) {
        Http.getAs(text(login, "access_token"), sandbox.url() + "/identity/userinfo");
    }

    private long timesUsed() {
        return Objects.requireNonNull(account.state().activity().get(keyId)).count();
    }

    private static String code(Http.Answer answer) {
        return text(answer, "errorCode");
    }

    private void set(Object... namesAndValues) {
        var answer = owner.put("/v1/accounts/" + accountId + "/settings/identity", "*", json(namesAndValues));
        assertThat(answer.status()).describedAs(answer.text()).isEqualTo(200);
    }
}
