// Room: sandbox / settings, tests.
package io.lanyard.sandbox.services.settings;

import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.RouteScene;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user's settings over HTTP. */
class UserSettingsTest extends RouteScene {
    @Test
    void keepsWhatIsSentAndLeavesTheRest() {
        assertThat(change(owner, json("language", "pt-BR", "self_manage", true)).status())
                .isEqualTo(204);
        assertThat(change(owner, json("allowed_ip_addresses", "127.0.0.1, 10.0.0.0/8"))
                        .status())
                .isEqualTo(204);

        var settings = ada.get(path());

        assertThat(text(settings, "language")).isEqualTo("pt-BR");
        assertThat(text(settings, "allowed_ip_addresses")).isEqualTo("127.0.0.1, 10.0.0.0/8");
        assertThat(settings.json().get("self_manage").getAsBoolean()).isTrue();
    }

    @Test
    void aUserChangesHisLanguageAndHisAddressesOnlyIfHeMay() {
        assertThat(change(ada, json("notification_language", "de")).status()).isEqualTo(204);
        assertThat(change(ada, json("allowed_ip_addresses", "127.0.0.1")).status())
                .isEqualTo(403);
        assertThat(change(ada, json("self_manage", true)).status()).isEqualTo(403);

        change(owner, json("self_manage", true));

        assertThat(change(ada, json("allowed_ip_addresses", "127.0.0.1")).status())
                .isEqualTo(204);
    }

    @Test
    void othersNeedARole() {
        assertThat(bob.get(path()).status()).isEqualTo(403);
        assertThat(change(bob, json("language", "en")).status()).isEqualTo(403);

        Granting.of(owner, account, bob.iamId(), "user-management", "Administrator");

        assertThat(bob.get(path()).status()).isEqualTo(200);
        assertThat(change(bob, json("language", "en")).status()).isEqualTo(204);
        assertThat(bob.get(path().replace(ada.iamId(), "IBMid-nobody")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"language, 7!", "notification_language, a", "allowed_ip_addresses, somewhere", "laguage, en"})
    void refusesWhatMakesNoSense(String field, String value) {
        assertThat(change(owner, json(field, value)).status()).isEqualTo(400);
    }

    @Test
    void theEventTellsWhichAddressesCameAndWent() {
        change(owner, json("allowed_ip_addresses", "127.0.0.1, ::1"));
        change(owner, json("allowed_ip_addresses", "127.0.0.1,10.0.0.0/8", "self_manage", true));

        var event = sandbox.events(account.id()).stream()
                .filter(one -> one.action().equals("user-management.user-setting.update"))
                .reduce((one, later) -> later)
                .orElseThrow();
        assertThat(event.requestData())
                .containsEntry("totalNumberChanges", 2)
                .containsEntry(
                        "update",
                        List.of(
                                Map.of(
                                        "ips_added", List.of(Map.of("address", "10.0.0.0/8", "addressType", "subnet")),
                                        "ips_removed", List.of(Map.of("address", "::1", "addressType", "IPv6")),
                                        "updateType", "allowed_ip_addresses changes"),
                                Map.of(
                                        "initialValue", false,
                                        "newValue", true,
                                        "updateType", "self_manage update")));
    }

    private String path() {
        return "/v2/accounts/" + account.id() + "/users/" + ada.iamId() + "/settings";
    }

    private Http.Answer change(Actor by, JsonObject changes) {
        return by.send("PATCH", path(), changes.toString());
    }
}
