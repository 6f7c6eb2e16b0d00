package io.lanyard.identity;

import com.google.gson.annotations.SerializedName;
import io.lanyard.core.IamId;
import java.util.Optional;

/**
 * Identity: what one user's logins need, instead of what the account wants of everybody; it may be stricter or laxer.
 *
 * @param iamId       the user
 * @param mfa         what his logins need
 * @param name        the user's name; only when asked for
 * @param userName    the name he logs in with; only when asked for
 * @param email       his address; only when asked for
 * @param description what is known about him; only when asked for
 */
public record UserMfa(
        IamId iamId,
        MfaTrait mfa,
        Optional<String> name,
        @SerializedName("userName") Optional<String> userName,
        Optional<String> email,
        Optional<String> description) {

    /**
     * Says what one user's logins need.
     *
     * @param user the user
     * @param mfa  what his logins need
     * @return the exception to the account's rule
     */
    public static UserMfa of(IamId user, MfaTrait mfa) {
        return new UserMfa(user, mfa, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
