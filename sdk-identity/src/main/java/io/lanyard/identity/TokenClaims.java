package io.lanyard.identity;

import com.google.gson.JsonParseException;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.annotations.SerializedName;
import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.core.Secret;
import io.lanyard.core.json.EpochSecondsAdapter;
import io.lanyard.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Identity: what an access token says about its bearer. <b>Not verified:</b> the signature isn't looked at, so this is good for
 * seeing and explaining, never for deciding about access.
 *
 * @param iamId      the identity, as policies name it
 * @param id         the same again
 * @param realmId    where the identity is from: {@code IBMid} for users, {@code iam} for service IDs and profiles
 * @param identifier the identity without its prefix
 * @param jti        the token's own id
 * @param sessionId  the login session behind it, if there is one
 * @param sub        whom it is about: an email address, or the identifier
 * @param subType    which kind of identity; empty for a user
 * @param name       the identity's name
 * @param givenName  a user's first name
 * @param familyName a user's last name
 * @param email      a user's email address
 * @param authn      who authenticated originally, which differs after a profile was assumed
 * @param account    the account it is for
 * @param issuedAt   when it was issued
 * @param expiresAt  when it expires
 * @param issuer     who issued it
 * @param grantType  how it was asked for
 * @param scope      what it may be used for
 * @param clientId   the client that asked for it
 * @param acr        how strongly the identity authenticated, 1 to 3
 * @param amr        by which means, such as {@code pwd} or {@code mfa}
 */
public record TokenClaims(
        IamId iamId,
        Optional<String> id,
        @SerializedName("realmid") Optional<String> realmId,
        Optional<String> identifier,
        Optional<String> jti,
        Optional<String> sessionId,
        Optional<String> sub,
        Optional<SubjectType> subType,
        Optional<String> name,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> email,
        Optional<Authenticated> authn,
        Optional<Account> account,

        @SerializedName("iat") @JsonAdapter(EpochSecondsAdapter.class)
        Instant issuedAt,

        @SerializedName("exp") @JsonAdapter(EpochSecondsAdapter.class)
        Instant expiresAt,

        @SerializedName("iss") Optional<String> issuer,
        Optional<String> grantType,
        Optional<String> scope,
        Optional<String> clientId,
        Optional<Integer> acr,
        List<String> amr) {

    /**
     * Who authenticated before anything was assumed.
     *
     * @param sub        whom it is about
     * @param iamId      the identity, as policies name it
     * @param subType    which kind of identity; empty for a user
     * @param name       its name
     * @param givenName  a user's first name
     * @param familyName a user's last name
     * @param email      a user's email address
     */
    public record Authenticated(
            Optional<String> sub,
            Optional<IamId> iamId,
            Optional<SubjectType> subType,
            Optional<String> name,
            Optional<String> givenName,
            Optional<String> familyName,
            Optional<String> email) {}

    /**
     * The account a token is for.
     *
     * @param bss      the account; empty when none was selected
     * @param ims      its number in classic infrastructure
     * @param valid    whether the account is in order
     * @param frozen   whether it is closed for now
     * @param boundary {@code global}
     */
    public record Account(
            Optional<AccountId> bss,
            Optional<String> ims,
            Optional<Boolean> valid,
            Optional<Boolean> frozen,
            Optional<String> boundary) {}

    /**
     * Looks into an access token. Nothing is sent, and nothing is verified.
     *
     * @param accessToken the token: three parts, the second of which is what it says
     * @return what it says
     * @throws IllegalArgumentException when it isn't such a token; the message doesn't repeat it
     */
    public static TokenClaims of(Secret accessToken) {
        var parts = accessToken.reveal().split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "an access token has three parts with dots between them, this has " + parts.length);
        }
        return decoded(parts[1]);
    }

    private static TokenClaims decoded(String payload) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
            return Json.read(text, TokenClaims.class);
        } catch (IllegalArgumentException | JsonParseException e) {
            throw new IllegalArgumentException("the middle part of this token holds no claims");
        }
    }
}
