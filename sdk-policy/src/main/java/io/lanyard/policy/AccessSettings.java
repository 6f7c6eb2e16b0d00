package io.lanyard.policy;

import io.lanyard.core.AccountId;
import io.lanyard.core.Updates;
import io.lanyard.core.Versioned;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Policy: an account's settings for access ({@code /v1/accounts/…/settings/access_management}).
 *
 * <pre>{@code
 * client.accessSettings().update(account, s -> s.withAll(reportOnly(partner)));
 * }</pre>
 */
public final class AccessSettings {
    private final Wire wire;

    AccessSettings(Wire wire) {
        this.wire = wire;
    }

    /**
     * Gets them. Needs {@code iam-access-management.settings.read}: Viewer.
     *
     * @param account the account
     * @return the settings and their revision
     */
    public Versioned<AccessManagementSettings> get(AccountId account) {
        return wire.spoken(wire.service()
                        .get("getSettings", "/v1/accounts/{account_id}/settings/access_management", account))
                .versioned(AccessManagementSettings.class);
    }

    /**
     * Reads the settings, changes them and writes them, and begins again, at most five times, when somebody else was faster. They
     * count at once, for tokens that were made before, too. Needs {@code iam-access-management.settings.update}: Administrator.
     *
     * @param account the account
     * @param change makes the new settings of the current ones; must be pure, because it may run several times
     * @return the settings as they are now
     */
    public AccessManagementSettings update(AccountId account, UnaryOperator<AccessManagementSettings> change) {
        return Updates.<AccessManagementSettings>update(
                        () -> get(account),
                        read -> new Versioned<>(replace(account, read, change.apply(read.value())), read.etag()))
                .value();
    }

    /**
     * Changes settings that were read before, if they are still the same: one request, and no second try. Only the rules that
     * differ are sent, and nothing when none does. Needs {@code iam-access-management.settings.update}: Administrator.
     *
     * @param account the account
     * @param read the settings as they were read
     * @param wanted the settings as they shall be
     * @return the settings as they are now
     * @throws io.lanyard.core.PreconditionFailedException when somebody else changed them in between
     */
    public AccessManagementSettings replace(
            AccountId account, Versioned<AccessManagementSettings> read, AccessManagementSettings wanted) {
        if (wanted.equals(read.value())) {
            return wanted; // the service wants at least one rule in a change
        }
        var types = Difference.between(read.value(), wanted);
        return wire.spoken(wire.service()
                        .patch("updateSettings", "/v1/accounts/{account_id}/settings/access_management", account))
                .ifMatch(read.etag())
                .json(Map.of("external_account_identity_interaction", Map.of("identity_types", types)))
                .as(AccessManagementSettings.class);
    }

    /** What is sent: the rules that differ; the service leaves the others as they are. */
    record Difference(
            Optional<ExternalAccess> user, Optional<ExternalAccess> serviceId, Optional<ExternalAccess> service) {
        static Difference between(AccessManagementSettings before, AccessManagementSettings after) {
            return new Difference(
                    changed(before.users(), after.users()),
                    changed(before.serviceIds(), after.serviceIds()),
                    changed(before.services(), after.services()));
        }

        private static Optional<ExternalAccess> changed(ExternalAccess before, ExternalAccess after) {
            return before.equals(after) ? Optional.empty() : Optional.of(after);
        }
    }
}
