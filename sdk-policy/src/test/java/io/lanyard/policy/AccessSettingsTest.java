package io.lanyard.policy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static io.lanyard.policy.ExternalAccess.limited;
import static io.lanyard.policy.ExternalAccess.reportOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.AccountId;
import io.lanyard.core.DecodeException;
import io.lanyard.core.PreconditionFailedException;
import org.junit.jupiter.api.Test;

/** Policy tests: settings for access, as they are sent and as they are read. */
class AccessSettingsTest extends Wired {
    private static final AccountId PARTNER = AccountId.of("fedcba9876543210fedcba9876543210");
    private static final String PATH = "/v1/accounts/0123456789abcdef0123456789abcdef/settings/access_management";

    private static final String SETTINGS = """
            {"external_account_identity_interaction": {"identity_types": {
              "user": {"state": "monitor", "external_allowed_accounts": ["fedcba9876543210fedcba9876543210"]},
              "service_id": {"state": "enabled", "external_allowed_accounts": []},
              "service": {"state": "something new", "external_allowed_accounts": []}}}}
            """;

    @Test
    void reads() {
        answers(200, SETTINGS);

        var read = client.accessSettings().get(ACCOUNT);

        assertThat(sent()).isEqualTo("GET " + PATH + "\nAuthorization: Bearer token");
        assertThat(read.etag().value()).isEqualTo("1-aa");
        var settings = read.value();
        assertThat(settings.users()).isEqualTo(reportOnly(PARTNER, PARTNER));
        assertThat(settings.users().allows(PARTNER)).isTrue();
        assertThat(settings.users().allows(ACCOUNT)).isFalse();
        assertThat(settings.serviceIds()).isEqualTo(ExternalAccess.open());
        assertThat(settings.services().state()).isEqualTo(ExternalState.of("something new"));
    }

    @Test
    void changesOneTypeAndSendsThatAlone() {
        answers(200, SETTINGS);

        client.accessSettings()
                .update(ACCOUNT, s -> s.withUsers(s.users().allowing(ACCOUNT).with(ExternalState.LIMITED)));

        assertThat(sent()).isEqualTo("""
                        PATCH %s
                        Authorization: Bearer token
                        If-Match: 1-aa

                        {"external_account_identity_interaction":{"identity_types":{"user":{"state":"limited",\
                        "external_allowed_accounts":["fedcba9876543210fedcba9876543210","0123456789abcdef0123456789abcdef"]}}}}""".formatted(PATH));
    }

    @Test
    void changesAllTypesAsTheConsoleDoes() {
        answers(200, SETTINGS);

        var settings = client.accessSettings().update(ACCOUNT, s -> s.withAll(limited()));

        assertThat(sent()).endsWith("""
                {"user":{"state":"limited","external_allowed_accounts":[]},\
                "service_id":{"state":"limited","external_allowed_accounts":[]},\
                "service":{"state":"limited","external_allowed_accounts":[]}}}}""");
        assertThat(settings.users().state()).isEqualTo(ExternalState.MONITOR);
    }

    @Test
    void putsEverythingBack() {
        answers(200, SETTINGS);

        client.accessSettings().update(ACCOUNT, s -> AccessManagementSettings.open());

        assertThat(sent()).endsWith("""
                {"user":{"state":"enabled","external_allowed_accounts":[]},\
                "service":{"state":"enabled","external_allowed_accounts":[]}}}}""");
    }

    @Test
    void sendsNothingWhenNothingDiffers() {
        answers(200, SETTINGS);

        var settings = client.accessSettings().update(ACCOUNT, s -> s);

        assertThat(settings).isEqualTo(client.accessSettings().get(ACCOUNT).value());
        wire.verify(0, patchRequestedFor(anyUrl()));
    }

    @Test
    void replacesOnceAndNeverReads() {
        answers(200, SETTINGS);
        var read = client.accessSettings().get(ACCOUNT);
        wire.stubFor(patch(anyUrl()).willReturn(aResponse().withStatus(412)));

        assertThatThrownBy(() -> client.accessSettings()
                        .replace(
                                ACCOUNT,
                                read,
                                read.value().withServiceIds(limited()).withServices(limited())))
                .isInstanceOf(PreconditionFailedException.class);

        wire.verify(1, patchRequestedFor(anyUrl()));
    }

    @Test
    void saysWhatIsMissingInAnOddAnswer() {
        answers(200, "{\"external_account_identity_interaction\": {\"identity_types\": {}}}");

        assertThatThrownBy(() -> client.accessSettings().get(ACCOUNT))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("user");
    }
}
