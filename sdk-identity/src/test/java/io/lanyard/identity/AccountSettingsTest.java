// Identity, tests: every operation on account settings, as it is sent and as it is read.
package io.lanyard.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.DecodeException;
import io.lanyard.core.ETag;
import io.lanyard.core.IamId;
import io.lanyard.core.PreconditionFailedException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AccountSettingsTest extends Wired {

    private static final IamId ADA = IamId.of("IBMid-1");
    private static final String PATH = "/v1/accounts/0123456789abcdef0123456789abcdef/settings/identity";

    private static final String SETTINGS = """
            {
              "account_id": "0123456789abcdef0123456789abcdef", "entity_tag": "1-aa",
              "restrict_create_service_id": "NOT_SET", "restrict_create_platform_apikey": "NOT_RESTRICTED",
              "restrict_user_list_visibility": "RESTRICTED",
              "allowed_ip_addresses": "192.0.2.7, 198.51.100.0/24,203.0.113.1 - 203.0.113.9", "mfa": "LEVEL9",
              "user_mfa": [{"iam_id": "IBMid-1", "mfa": "LEVEL3", "name": "Ada", "userName": "ada", "email": "ada@example.com",
                "description": "owner"}],
              "session_expiration_in_seconds": "86400", "session_invalidation_in_seconds": "7200",
              "max_sessions_per_identity": "NOT_SET", "system_access_token_expiration_in_seconds": "3600",
              "system_refresh_token_expiration_in_seconds": "259200",
              "restrict_user_domains": [{"realm_id": "IBMid", "invitation_email_allow_patterns": ["*.*@company.com"],
                "restrict_invitation": true}],
              "history": [{"timestamp": "2024-10-04T14:05+0000", "iam_id": "IBMid-1", "iam_id_account": "acc",
                "action": "UPDATE", "params": [], "message": "changed"}]
            }
            """;

    @Test
    void readsEveryField() {
        answers(200, SETTINGS);

        var read = identity.accountSettings().get(ACCOUNT);

        assertThat(sent()).isEqualTo("GET " + PATH + "\nAuthorization: Bearer token");
        assertThat(read.etag()).isEqualTo(ETag.of("1-aa"));
        var settings = read.value();
        assertThat(settings.accountId()).isEqualTo(ACCOUNT);
        assertThat(settings.versioned()).isEqualTo(read);
        assertThat(settings.restrictCreateServiceId()).isEqualTo(Restriction.NOT_SET);
        assertThat(settings.restrictCreatePlatformApikey()).isEqualTo(Restriction.NOT_RESTRICTED);
        assertThat(settings.restrictUserListVisibility()).isEqualTo(Restriction.RESTRICTED);
        assertThat(settings.allowedIpAddresses().entries())
                .containsExactly("192.0.2.7", "198.51.100.0/24", "203.0.113.1 - 203.0.113.9");
        assertThat(settings.mfa()).isEqualTo(MfaTrait.of("LEVEL9"));
        var exception = settings.userMfa().get(0);
        assertThat(exception.iamId()).isEqualTo(ADA);
        assertThat(exception.mfa()).isEqualTo(MfaTrait.LEVEL3);
        assertThat(exception.name()).contains("Ada");
        assertThat(exception.userName()).contains("ada");
        assertThat(exception.email()).contains("ada@example.com");
        assertThat(exception.description()).contains("owner");
        assertThat(settings.sessionExpirationInSeconds().time()).contains(Duration.ofDays(1));
        assertThat(settings.sessionInvalidationInSeconds().time()).contains(ofHours(2));
        assertThat(settings.maxSessionsPerIdentity().number()).isEmpty();
        assertThat(settings.systemAccessTokenExpirationInSeconds().number()).hasValue(3600);
        assertThat(settings.systemRefreshTokenExpirationInSeconds().time()).contains(Duration.ofDays(3));
        assertThat(settings.restrictUserDomains()).containsExactly(UserDomains.only("IBMid", "*.*@company.com"));
        assertThat(settings.history()).extracting(HistoryEntry::action).containsExactly("UPDATE");
    }

    @Test
    void asksForMore() {
        answers(200, SETTINGS);

        identity.accountSettings().get(ACCOUNT, more -> more.history().userNames());

        assertThat(sent()).startsWith("GET " + PATH + "?include_history=true&resolve_user_mfa=true\n");
    }

    @Test
    void restrictsAndSendsNothingElse() {
        assertThat(sentBy(s -> s.withServiceIdCreation(Restriction.RESTRICTED))).isEqualTo("""
                        PUT %s
                        Authorization: Bearer token
                        If-Match: 1-aa

                        {"restrict_create_service_id":"RESTRICTED"}""".formatted(PATH));
    }

    @Test
    void sendsNothingWhenNothingDiffers() {
        assertThat(sentBy(s -> s.withMfa(s.mfa()))).startsWith("GET ");
        wire.verify(0, putRequestedFor(anyUrl()));
    }

    @Test
    void sendsEachPartThatDiffers() {
        var body = sentBy(s -> s.withApiKeyCreation(Restriction.RESTRICTED)
                .withUserListVisibility(Restriction.NOT_RESTRICTED)
                .withAllowedAddresses(AllowedAddresses.of("127.0.0.1", "198.51.100.0/24"))
                .withMfa(MfaTrait.TOTP4ALL)
                .withUserMfa(UserMfa.of(ADA, MfaTrait.NONE))
                .withSessions(ofHours(1), ofMinutes(15))
                .withMaxSessions(SettingLimit.of(3))
                .withTokens(ofMinutes(20), Duration.ofDays(1))
                .withUserDomains());

        assertThat(body).endsWith("""

                {"restrict_create_platform_apikey":"RESTRICTED","restrict_user_list_visibility":"NOT_RESTRICTED",\
                "allowed_ip_addresses":"127.0.0.1,198.51.100.0/24","mfa":"TOTP4ALL",\
                "user_mfa":[{"iam_id":"IBMid-1","mfa":"NONE"}],"session_expiration_in_seconds":"3600",\
                "session_invalidation_in_seconds":"900","max_sessions_per_identity":"3",\
                "system_access_token_expiration_in_seconds":"1200","system_refresh_token_expiration_in_seconds":"86400",\
                "restrict_user_domains":[]}""");
    }

    @Test
    void takesLimitsBack() {
        var body = sentBy(s -> s.withSessions(SettingLimit.NOT_SET, SettingLimit.NOT_SET)
                .withTokens(SettingLimit.NOT_SET, SettingLimit.NOT_SET)
                .withAllowedAddresses(AllowedAddresses.ANY));

        assertThat(body).endsWith("""
                {"allowed_ip_addresses":"","session_expiration_in_seconds":"NOT_SET",\
                "session_invalidation_in_seconds":"NOT_SET","system_access_token_expiration_in_seconds":"NOT_SET",\
                "system_refresh_token_expiration_in_seconds":"NOT_SET"}""");
    }

    @Test
    void tellsWhatCountsAndWhereItComesFrom() {
        answers(200, """
                {"account_id": "0123456789abcdef0123456789abcdef",
                 "effective": {"restrict_create_service_id": "RESTRICTED", "mfa": "LEVEL2", "user_mfa": []},
                 "account": %s,
                 "assigned_templates": [{"template_id": "t-1", "template_version": 2, "template_name": "strict",
                   "restrict_create_service_id": "RESTRICTED",
                   "restrict_user_domains": {"account_sufficient": true, "restrictions": [{"realm_id": "IBMid"}]}}]}
                """.formatted(SETTINGS));

        var told = identity.accountSettings().effective(ACCOUNT, SettingsExtras::userNames);

        assertThat(sent()).isEqualTo("""
                        GET /v1/accounts/0123456789abcdef0123456789abcdef/effective_settings/identity?resolve_user_mfa=true
                        Authorization: Bearer token""");
        assertThat(told.effective().restrictCreateServiceId()).contains(Restriction.RESTRICTED);
        assertThat(told.effective().allowedIpAddresses()).isEmpty();
        assertThat(told.account().restrictCreateServiceId()).isEqualTo(Restriction.NOT_SET);
        var template = told.assignedTemplates().get(0);
        assertThat(template.templateName()).isEqualTo("strict");
        assertThat(template.templateVersion()).isEqualTo(2);
        assertThat(template.mfa()).isEmpty();
        assertThat(template.restrictUserDomains().orElseThrow().restrictions())
                .extracting(UserDomains::realmId)
                .isEqualTo(List.of("IBMid"));
    }

    @Test
    void replacesOnceAndNeverReads() {
        answers(200, SETTINGS);
        var read = identity.accountSettings().get(ACCOUNT);
        wire.stubFor(put(anyUrl()).willReturn(aResponse().withStatus(412)));

        assertThatThrownBy(() -> identity.accountSettings().replace(read, s -> s.withMfa(MfaTrait.LEVEL1)))
                .isInstanceOf(PreconditionFailedException.class);

        wire.verify(1, putRequestedFor(anyUrl()));
        assertThat(wire.getAllServeEvents()).hasSize(2);
    }

    @Test
    void saysWhatIsMissingInAnOddAnswer() {
        answers(200, "{\"account_id\": \"0123456789abcdef0123456789abcdef\", \"entity_tag\": \"1-aa\"}");

        assertThatThrownBy(() -> identity.accountSettings().get(ACCOUNT))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("restrict_create_service_id");
    }

    @Test
    void takesAWordForNoNumber() {
        assertThat(new SettingLimit("soon").number()).isEmpty();
        assertThat(new SettingLimit("").time()).isEmpty();
        assertThat(new SettingLimit("99999999999999999999").number()).isEmpty();
        assertThat(AllowedAddresses.of().isAny()).isTrue();
        assertThat(AllowedAddresses.of("Office network").isAny()).isFalse();
    }

    private String sentBy(UnaryOperator<IdentitySettings> change) {
        answers(200, SETTINGS);
        identity.accountSettings().update(ACCOUNT, change);
        return sent();
    }
}
