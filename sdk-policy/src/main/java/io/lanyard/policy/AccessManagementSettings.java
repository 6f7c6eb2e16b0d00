package io.lanyard.policy;

import com.google.gson.annotations.SerializedName;

/**
 * Policy: an account's settings for access, which is: what it does about identities whose token is from another account. Each
 * type of identity has a rule of its own; the console shows one for all.
 *
 * @param interaction the rules
 */
public record AccessManagementSettings(
        @SerializedName("external_account_identity_interaction")
        Interaction interaction) {

    /**
     * Policy: a rule for each type of identity, where the API keeps them.
     *
     * @param identityTypes the rules
     */
    public record Interaction(IdentityTypes identityTypes) {}

    /**
     * Policy: a rule for each type of identity.
     *
     * @param user for users
     * @param serviceId for service IDs
     * @param service for services
     */
    public record IdentityTypes(ExternalAccess user, ExternalAccess serviceId, ExternalAccess service) {}

    /**
     * Makes settings of three rules.
     *
     * @param users for users
     * @param serviceIds for service IDs
     * @param services for services
     * @return the settings
     */
    public static AccessManagementSettings of(
            ExternalAccess users, ExternalAccess serviceIds, ExternalAccess services) {
        return new AccessManagementSettings(new Interaction(new IdentityTypes(users, serviceIds, services)));
    }

    /**
     * Returns what every account begins with: nobody is checked.
     *
     * @return the settings
     */
    public static AccessManagementSettings open() {
        return of(ExternalAccess.open(), ExternalAccess.open(), ExternalAccess.open());
    }

    /** {@return the rule for users} */
    public ExternalAccess users() {
        return interaction.identityTypes().user();
    }

    /** {@return the rule for service IDs} */
    public ExternalAccess serviceIds() {
        return interaction.identityTypes().serviceId();
    }

    /** {@return the rule for services} */
    public ExternalAccess services() {
        return interaction.identityTypes().service();
    }

    /**
     * Says the rule for users.
     *
     * @param rule the rule
     * @return the settings with it
     */
    public AccessManagementSettings withUsers(ExternalAccess rule) {
        return of(rule, serviceIds(), services());
    }

    /**
     * Says the rule for service IDs.
     *
     * @param rule the rule
     * @return the settings with it
     */
    public AccessManagementSettings withServiceIds(ExternalAccess rule) {
        return of(users(), rule, services());
    }

    /**
     * Says the rule for services.
     *
     * @param rule the rule
     * @return the settings with it
     */
    public AccessManagementSettings withServices(ExternalAccess rule) {
        return of(users(), serviceIds(), rule);
    }

    /**
     * Says one rule for all, as the console does.
     *
     * @param rule the rule
     * @return the settings with it
     */
    public AccessManagementSettings withAll(ExternalAccess rule) {
        return of(rule, rule, rule);
    }
}
