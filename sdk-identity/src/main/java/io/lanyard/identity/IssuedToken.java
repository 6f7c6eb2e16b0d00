package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.Secret;
import io.lanyard.core.json.EpochSecondsAdapter;
import java.time.Instant;
import java.util.Optional;

/**
 * Identity: a token, and what IAM said with it.
 *
 * @param accessToken           the token itself
 * @param refreshToken          what gets the next one, if the client may have that
 * @param tokenType             {@code Bearer}
 * @param expiresIn             seconds it is good for, counted from when it was issued
 * @param expiration            when it expires, by IAM's clock
 * @param scope                 what it may be used for, {@code ibm openid}
 * @param sessionId             the login session behind it, if there is one
 * @param delegatedRefreshToken what another service could refresh it with, if that was asked for
 * @param imsUserId             the user's id in classic infrastructure
 * @param imsToken              a token for classic infrastructure, if that was asked for
 */
public record IssuedToken(
        Secret accessToken,
        Optional<Secret> refreshToken,
        String tokenType,
        long expiresIn,
        @JsonAdapter(EpochSecondsAdapter.class) Instant expiration,
        Optional<String> scope,
        Optional<String> sessionId,
        Optional<Secret> delegatedRefreshToken,
        Optional<Long> imsUserId,
        Optional<Secret> imsToken) {

    private static final String NO_REFRESH_TOKEN = "not_supported";

    /** Takes the answer's word for "there is none" as there being none. */
    public IssuedToken {
        refreshToken = refreshToken.filter(token -> !token.reveal().equals(NO_REFRESH_TOKEN));
    }

    /**
     * Looks into the token.
     *
     * @return its claims, not verified
     * @throws IllegalArgumentException when it isn't a token that holds claims
     * @see TokenClaims#of
     */
    public TokenClaims claims() {
        return TokenClaims.of(accessToken);
    }
}
