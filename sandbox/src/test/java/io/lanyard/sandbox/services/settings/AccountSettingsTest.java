// Room: sandbox / settings, tests.
package io.lanyard.sandbox.services.settings;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.error;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.RouteScene;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account's identity settings over HTTP: read, changed, refused, and the restrictions they put on creating identities. */
class AccountSettingsTest extends RouteScene {
    private String path;

    @BeforeEach
    void open() {
        path = "/v1/accounts/" + account.id() + "/settings/identity";
    }

    @Test
    void beginsWithIbmsDefaults() {
        var answer = owner.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo(text(answer, "entity_tag"));
        assertThat(text(answer, "restrict_create_service_id")).isEqualTo("NOT_SET");
        assertThat(text(answer, "restrict_user_list_visibility")).isEqualTo("NOT_RESTRICTED");
        assertThat(text(answer, "mfa")).isEqualTo("NONE");
        assertThat(text(answer, "allowed_ip_addresses")).isEmpty();
        assertThat(answer.json().has("history")).isFalse();
    }

    @Test
    void changesWhatIsSentAndTellsWhatIsInForce() {
        var changed = put(json("session_expiration_in_seconds", "3600", "max_sessions_per_identity", "2"));
        var again = put(json("mfa", "TOTP", "user_mfa", array(json("iam_id", ada.iamId(), "mfa", "NONE"))));
        var effective = owner.get(
                path.replace("/settings/", "/effective_settings/") + "?resolve_user_mfa=true&include_history=true");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(text(again, "session_expiration_in_seconds")).isEqualTo("3600");
        assertThat(again.header("ETag")).isNotEqualTo(changed.header("ETag"));
        var inForce = effective.json().getAsJsonObject("effective");
        assertThat(inForce.get("session_expiration_in_seconds").getAsString()).isEqualTo("3600");
        assertThat(inForce.get("session_invalidation_in_seconds").getAsString()).isEqualTo("7200");
        assertThat(inForce.get("mfa").getAsString()).isEqualTo("TOTP");
        assertThat(inForce.getAsJsonArray("user_mfa")
                        .get(0)
                        .getAsJsonObject()
                        .get("email")
                        .getAsString())
                .isEqualTo("ada@example.com");
        assertThat(effective.json().getAsJsonObject("account").getAsJsonArray("history"))
                .hasSize(2);
    }

    @Test
    void aStaleTagOrNoneIsRefused() {
        var tag = owner.get(path).header("ETag");
        put(json("mfa", "NONE"));

        assertThat(owner.put(path, tag, json("mfa", "TOTP")).status()).isEqualTo(409);
        assertThat(owner.put(path, "", json("mfa", "TOTP")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "restrict_create_service_id, YES",
        "restrict_create_platform_apikey, restricted",
        "restrict_user_list_visibility, RESTRICTED",
        "restrict_user_list_visibility, NOT_SET",
        "allowed_ip_addresses, 17.5.7.8.0/16",
        "allowed_ip_addresses, my-zone",
        "mfa, NONE_NORPC",
        "session_expiration_in_seconds, 899",
        "session_expiration_in_seconds, 86401",
        "session_invalidation_in_seconds, 7201",
        "max_sessions_per_identity, 0",
        "max_sessions_per_identity, -1",
        "system_access_token_expiration_in_seconds, 3601",
        "system_refresh_token_expiration_in_seconds, 259201",
        "system_refresh_token_expiration_in_seconds, 99999999999999999999"
    })
    void namesTheFieldThatIsWrong(String field, String value) {
        var answer = put(json(field, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(error(answer).get("message").getAsString()).contains("'" + field + "'");
    }

    @Test
    void refusesListsThatItCouldNotEnforce() {
        assertThat(put(json("restrict_user_domains", array(json("realm_id", "IBMid"))))
                        .status())
                .isEqualTo(400);
        assertThat(put(json("restrict_user_domains", array())).status()).isEqualTo(200);
        assertThat(put(json("user_mfa", array(json("iam_id", "IBMid-nobody", "mfa", "TOTP"))))
                        .status())
                .isEqualTo(400);
        assertThat(put(json("user_mfa", array(json("iam_id", ada.iamId(), "mfa", "ALWAYS"))))
                        .status())
                .isEqualTo(400);
        var one = json("iam_id", ada.iamId(), "mfa", "TOTP");
        assertThat(put(json("user_mfa", array(one, one))).status()).isEqualTo(400);
        assertThat(put(json("mfaa", "TOTP")).status()).isEqualTo(400);
        assertThat(put(json("mfa", 7)).status()).isEqualTo(400);
    }

    @Test
    void membersNeedARole() {
        assertThat(ada.get(path).status()).isEqualTo(403);
        assertThat(ada.put(path, "*", json("mfa", "TOTP")).status()).isEqualTo(403);
        grant("Viewer");
        assertThat(ada.get(path).status()).isEqualTo(200);
        assertThat(ada.put(path, "*", json("mfa", "TOTP")).status()).isEqualTo(403);
        grant("Editor");
        assertThat(ada.put(path, "*", json("mfa", "TOTP")).status()).isEqualTo(200);
        assertThat(owner.get("/v1/accounts/00000000000000000000000000000000/settings/identity")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onceRestrictedEvenTheOwnerNeedsTheRole() {
        var id = json("account_id", account.id().value(), "name", "robot");
        var key = json("name", "k", "iam_id", owner.iamId());
        put(json("restrict_create_service_id", "RESTRICTED", "restrict_create_platform_apikey", "RESTRICTED"));

        assertThat(owner.post("/v1/serviceids/", id).status()).isEqualTo(403);
        assertThat(owner.post("/v1/apikeys", key).status()).isEqualTo(403);
        grant(owner, "Administrator");
        assertThat(owner.post("/v1/serviceids/", id).status()).isEqualTo(403);
        grant(owner, "Service ID creator");
        assertThat(owner.post("/v1/serviceids/", id).status()).isEqualTo(201);
        assertThat(owner.post("/v1/apikeys", key).status()).isEqualTo(403);
        put(json("restrict_create_platform_apikey", "NOT_RESTRICTED"));
        assertThat(owner.post("/v1/apikeys", key).status()).isEqualTo(201);
        assertThat(text(owner.get(path), "restrict_create_service_id")).isEqualTo("RESTRICTED");
    }

    @Test
    void theEventTellsOldAndNew() {
        put(json("mfa", "LEVEL2", "restrict_create_service_id", "RESTRICTED", "allowed_ip_addresses", ""));

        var event = sandbox.events(account.id()).stream()
                .filter(one -> one.action().equals("iam-identity.accountsettings.update"))
                .findFirst()
                .orElseThrow();
        assertThat(event.requestData())
                .containsEntry(
                        "request_body",
                        Map.of(
                                "old_mfa_traits", "NONE",
                                "new_mfa_traits", "LEVEL2",
                                "old_restrict_create_service_id", "NOT_SET",
                                "new_restrict_create_service_id", "RESTRICTED"));
        assertThat(event.message()).isEqualTo("IAM Identity Service: update accountsettings " + account.name());
    }

    private Http.Answer put(JsonObject changes) {
        return owner.put(path, owner.get(path).header("ETag"), changes);
    }

    private void grant(String role) {
        grant(ada, role);
    }

    private void grant(Actor who, String role) {
        Granting.of(owner, account, who.iamId(), "iam-identity", role);
    }
}
