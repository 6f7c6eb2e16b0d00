// Identity, tests: a user's settings, as they are sent and as they are read.
package io.lanyard.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.IamId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsersTest extends Wired {

    private static final IamId ADA = IamId.of("IBMid-550000AAAA");
    private static final String SETTINGS = """
            {"language": "en", "notification_language": "de", "allowed_ip_addresses": "192.0.2.7, 192.0.2.8",
             "self_manage": true}""";

    @Test
    void readsThem() {
        answers(200, SETTINGS);

        var settings = identity.users().settings(ACCOUNT, ADA);

        assertThat(sent())
                .isEqualTo("GET /v2/accounts/0123456789abcdef0123456789abcdef/users/IBMid-550000AAAA/settings\n"
                        + "Authorization: Bearer token");
        assertThat(settings.language()).contains("en");
        assertThat(settings.notificationLanguage()).contains("de");
        assertThat(settings.addresses().entries()).containsExactly("192.0.2.7", "192.0.2.8");
        assertThat(settings.selfManage()).contains(true);
    }

    @Test
    void readsThatNothingIsSet() {
        answers(200, "{}");

        assertThat(identity.users().settings(ACCOUNT, ADA).addresses()).isEqualTo(AllowedAddresses.ANY);

        answers(200, "{\"language\": \"\", \"allowed_ip_addresses\": \"\"}");

        assertThat(identity.users().settings(ACCOUNT, ADA).addresses()).isEqualTo(AllowedAddresses.ANY);
    }

    @Test
    void sendsWhatDiffers() {
        answers(200, SETTINGS);
        wire.stubFor(patch(urlPathMatching(".*/settings"))
                .atPriority(1)
                .willReturn(aResponse().withStatus(204)));

        identity.users()
                .updateSettings(ACCOUNT, ADA, s -> s.withAllowedAddresses(AllowedAddresses.of("198.51.100.0/24")));

        assertThat(sent()).isEqualTo("""
                PATCH /v2/accounts/0123456789abcdef0123456789abcdef/users/IBMid-550000AAAA/settings
                Authorization: Bearer token

                {"allowed_ip_addresses":"198.51.100.0/24"}""");

        identity.users()
                .updateSettings(
                        ACCOUNT,
                        ADA,
                        s -> s.withAllowedAddresses(AllowedAddresses.ANY)
                                .withLanguage("fr")
                                .withNotificationLanguage("it")
                                .withSelfManage(false));

        assertThat(sent())
                .endsWith("\n\n{\"language\":\"fr\",\"notification_language\":\"it\",\"allowed_ip_addresses\":\"\","
                        + "\"self_manage\":false}");
    }

    @Test
    void sendsNothingWhenNothingDiffers() {
        answers(200, SETTINGS);

        identity.users().updateSettings(ACCOUNT, ADA, s -> s.withLanguage("en"));

        assertThat(wire.getAllServeEvents()).hasSize(1);
    }

    @Test
    void asksForUsersWhereTheyAreWhenNothingElseIsSaid() {
        assertThat(new UserSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()).addresses())
                .isEqualTo(AllowedAddresses.ANY);
    }
}
