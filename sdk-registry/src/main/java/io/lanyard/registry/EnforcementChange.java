package io.lanyard.registry;

import org.jspecify.annotations.Nullable;

/** Registry: what to change about {@link Enforcement}; what isn't named stays as it is. */
@SuppressWarnings("unused") // fields that only Gson reads
public final class EnforcementChange {

    private @Nullable Boolean iamAuthz;
    private @Nullable Boolean privateOnly;

    EnforcementChange() {}

    /**
     * Enforces IAM policies, or asks to stop it, which the service refuses: enforcement can't be switched off again.
     *
     * @param enforced true to enforce
     * @return this
     */
    public EnforcementChange iamAuthz(boolean enforced) {
        iamAuthz = enforced;
        return this;
    }

    /**
     * Keeps images on IBM's private network, or lets them travel over the public one again.
     *
     * @param only true to allow private connections alone
     * @return this
     */
    public EnforcementChange privateOnly(boolean only) {
        privateOnly = only;
        return this;
    }
}
