package io.lanyard.registry;

import java.util.function.Consumer;

/**
 * Registry: whether IAM policies decide who may pull and push ({@code /api/v1/auth}).
 *
 * <p>Accounts that began before October 2018 started without; there every identity of the account could do everything until
 * somebody enabled enforcement, region by region. It can't be disabled again.
 */
public final class EnforcementSwitch {

    private final AccountRegistry registry;

    EnforcementSwitch(AccountRegistry registry) {
        this.registry = registry;
    }

    /**
     * Gets the current state. Needs {@code container-registry.auth.get}: Reader, Writer or Manager on the account's registry.
     *
     * @return what is enforced
     */
    public Enforcement get() {
        return registry.get("getAuth", "/api/v1/auth").as(Enforcement.class);
    }

    /**
     * Enables IAM policies, for good: from now on an identity needs a policy for what it does. The account's owner has access
     * in any case. Needs {@code container-registry.auth.set}: Manager on the account's registry. Safe to repeat.
     */
    public void enable() {
        update(change -> change.iamAuthz(true));
    }

    /**
     * Changes some of it. Needs {@code container-registry.auth.set}: Manager on the account's registry. Safe to repeat.
     *
     * @param change what to change
     * @throws io.lanyard.core.InvalidRequestException when asked to stop enforcing policies
     */
    public void update(Consumer<EnforcementChange> change) {
        var body = new EnforcementChange();
        change.accept(body);
        registry.patch("updateAuth", "/api/v1/auth").idempotent().json(body).done();
    }
}
