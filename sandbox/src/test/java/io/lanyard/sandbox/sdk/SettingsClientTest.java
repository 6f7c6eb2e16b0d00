// Room: sandbox / tests. The SDK's calls for an account's settings, against the sandbox.
package io.lanyard.sandbox.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.AccessDeniedException;
import io.lanyard.core.AccountId;
import io.lanyard.identity.AllowedAddresses;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.MfaTrait;
import io.lanyard.identity.Restriction;
import io.lanyard.policy.AccessManagementSettings;
import io.lanyard.policy.ExternalAccess;
import io.lanyard.policy.PolicyClient;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.junit.SandboxExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the sandbox keeps is what the clients read back. */
@ExtendWith(SandboxExtension.class)
class SettingsClientTest {

    @Test
    void identitySettingsAreReadChangedAndInForce(SandboxAccount account) {
        try (var cloud = account.cloud()) {
            var identity = new IdentityClient(cloud);
            var settings = identity.accountSettings();

            var changed = settings.update(account.id(), s -> s.withServiceIdCreation(Restriction.RESTRICTED));

            assertThat(changed.value().restrictCreateServiceId()).isEqualTo(Restriction.RESTRICTED);
            assertThat(settings.get(account.id()).value().mfa()).isEqualTo(MfaTrait.NONE);
            assertThat(settings.effective(account.id()).effective().restrictCreateServiceId())
                    .contains(Restriction.RESTRICTED);
            assertThatThrownBy(() -> identity.serviceIds().create(account.id(), "robot"))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void aUsersSettingsAreReadChangedAndInForce(SandboxAccount account) {
        try (var cloud = account.cloud()) {
            var identity = new IdentityClient(cloud);
            var users = identity.users();

            users.updateSettings(
                    account.id(),
                    account.owner(),
                    s -> s.withLanguage("de").withAllowedAddresses(AllowedAddresses.of("192.0.2.7", "192.0.2.8")));

            var settings = users.settings(account.id(), account.owner());
            assertThat(settings.language()).contains("de");
            assertThat(settings.addresses().entries()).containsExactly("192.0.2.7", "192.0.2.8");
            assertThatThrownBy(() -> identity.tokens().exchange(account.ownerKey()))
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("BXNIM0501E");

            users.updateSettings(account.id(), account.owner(), s -> s.withAllowedAddresses(AllowedAddresses.ANY));

            assertThat(identity.tokens().exchange(account.ownerKey()).claims().iamId())
                    .isEqualTo(account.owner());
        }
    }

    @Test
    void accessSettingsAreReadAndChanged(SandboxAccount account) {
        try (var cloud = account.cloud()) {
            var settings = new PolicyClient(cloud).accessSettings();
            var partner = AccountId.of("0123456789abcdef0123456789abcdef");

            assertThat(settings.get(account.id()).value()).isEqualTo(AccessManagementSettings.open());
            settings.update(account.id(), s -> s.withUsers(ExternalAccess.limited(partner)));

            assertThat(settings.get(account.id()).value().users()).isEqualTo(ExternalAccess.limited(partner));
            assertThat(settings.get(account.id()).value().services()).isEqualTo(ExternalAccess.open());
        }
    }
}
