// Identity, tests: tokens, asked for and looked into.
package io.lanyard.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.AccountId;
import io.lanyard.core.InvalidRequestException;
import io.lanyard.core.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest extends Wired {

    private static final Secret KEY = Secret.of("key+with/odd=characters");

    private static final String CLAIMS = """
            {"iam_id": "iam-ServiceId-1", "id": "iam-ServiceId-1", "realmid": "iam", "identifier": "ServiceId-1", "jti": "j-1",
             "session_id": "C-1", "sub": "ServiceId-1", "sub_type": "ServiceId", "name": "robot", "given_name": "Ro",
             "family_name": "Bot", "email": "robot@example.com",
             "authn": {"sub": "ServiceId-1", "iam_id": "iam-ServiceId-1", "sub_type": "ServiceId", "name": "robot",
               "given_name": "Ro", "family_name": "Bot", "email": "robot@example.com"},
             "account": {"boundary": "global", "valid": true, "bss": "0123456789abcdef0123456789abcdef", "ims": "42",
               "frozen": false},
             "iat": 1728050700, "exp": 1728054300, "iss": "https://iam.cloud.ibm.com/identity",
             "grant_type": "urn:ibm:params:oauth:grant-type:apikey", "scope": "ibm openid", "client_id": "default",
             "acr": 1, "amr": ["pwd"]}
            """;

    private static final String TOKEN =
            part("{\"alg\":\"RS256\",\"kid\":\"202410\"}") + "." + part(CLAIMS) + ".c2lnbmF0dXJl";

    private static final String ANSWER = """
            {"access_token": "%s", "refresh_token": "not_supported", "ims_user_id": 7, "token_type": "Bearer",
             "expires_in": 3600, "expiration": 1728054300, "scope": "ibm openid", "session_id": "C-1"}
            """.formatted(TOKEN);

    @Test
    void exchangesAKeyWithoutTheCloudsOwnCredentials() {
        answers(200, ANSWER);

        var token = identity.tokens().exchange(KEY);

        assertThat(sent()).isEqualTo("""
                        POST /identity/token

                        grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey=key%2Bwith%2Fodd%3Dcharacters""");
        assertThat(token.accessToken().reveal()).isEqualTo(TOKEN);
        assertThat(token.refreshToken()).isEmpty();
        assertThat(token.tokenType()).isEqualTo("Bearer");
        assertThat(token.expiresIn()).isEqualTo(3600);
        assertThat(token.expiration()).isEqualTo("2024-10-04T15:05:00Z");
        assertThat(token.scope()).contains("ibm openid");
        assertThat(token.sessionId()).contains("C-1");
        assertThat(token.imsUserId()).contains(7L);
        assertThat(token.imsToken()).isEmpty();
        assertThat(token.delegatedRefreshToken()).isEmpty();
        assertThat(token.toString()).doesNotContain(TOKEN);
    }

    @Test
    void asksAsAClientThatGetsARefreshToken() {
        answers(200, ANSWER.replace("not_supported", "refresh-me"));

        var token = identity.tokens()
                .exchange(
                        KEY,
                        t -> t.client("bx", Secret.of("bx")).scope("ibm openid").tenants("acc-1", "acc-2"));

        assertThat(token.refreshToken()).contains(Secret.of("refresh-me"));
        assertThat(sent()).isEqualTo("""
                        POST /identity/token
                        Authorization: Basic Yng6Yng=
                        IBM-Cloud-Tenant: acc-1,acc-2

                        grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey=key%2Bwith%2Fodd%3Dcharacters\
                        &scope=ibm%20openid""");
    }

    @Test
    void saysWhyAKeyIsRefused() {
        answers(400, """
                {"errorCode": "BXNIM0415E", "errorMessage": "Provided API key could not be found.",
                 "context": {"requestId": "r-1"}}
                """);

        assertThatThrownBy(() -> identity.tokens().exchange(KEY))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("BXNIM0415E")
                .hasMessageContaining("Provided API key could not be found")
                .hasMessageNotContaining(KEY.reveal());
    }

    @Test
    void looksIntoAToken() {
        answers(200, ANSWER);

        var claims = identity.tokens().exchange(KEY).claims();

        assertThat(claims.iamId()).isEqualTo(ROBOT);
        assertThat(claims.id()).contains("iam-ServiceId-1");
        assertThat(claims.realmId()).contains("iam");
        assertThat(claims.identifier()).contains("ServiceId-1");
        assertThat(claims.jti()).contains("j-1");
        assertThat(claims.sessionId()).contains("C-1");
        assertThat(claims.sub()).contains("ServiceId-1");
        assertThat(claims.subType()).contains(SubjectType.SERVICE_ID);
        assertThat(claims.name()).contains("robot");
        assertThat(claims.givenName()).contains("Ro");
        assertThat(claims.familyName()).contains("Bot");
        assertThat(claims.email()).contains("robot@example.com");
        assertThat(claims.authn().orElseThrow().iamId()).contains(ROBOT);
        var account = claims.account().orElseThrow();
        assertThat(account.bss()).contains(AccountId.of("0123456789abcdef0123456789abcdef"));
        assertThat(account.valid()).contains(true);
        assertThat(account.frozen()).contains(false);
        assertThat(account.ims()).contains("42");
        assertThat(account.boundary()).contains("global");
        assertThat(claims.issuedAt()).isEqualTo("2024-10-04T14:05:00Z");
        assertThat(claims.expiresAt()).isEqualTo(Instant.parse("2024-10-04T15:05:00Z"));
        assertThat(claims.issuer()).contains("https://iam.cloud.ibm.com/identity");
        assertThat(claims.grantType()).contains("urn:ibm:params:oauth:grant-type:apikey");
        assertThat(claims.scope()).contains("ibm openid");
        assertThat(claims.clientId()).contains("default");
        assertThat(claims.acr()).contains(1);
        assertThat(claims.amr()).containsExactly("pwd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b", "a.b.c.d", "a.%%%.c", "a.bm8gSlNPTg.c", "a.e30.c"})
    void refusesATokenThatHoldsNoClaimsWithoutRepeatingIt(String token) {
        assertThatThrownBy(() -> TokenClaims.of(Secret.of(token)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(token)
                .hasNoCause();
    }

    @Test
    void introspectsATokenAndAKey() {
        answers(200, "{\"active\": true}");

        assertThat(identity.tokens().introspect(Secret.of("a.b.c"))).isTrue();
        assertThat(sent()).isEqualTo("POST /identity/introspect\n\ntoken=a.b.c");

        assertThat(identity.tokens().introspectApiKey(KEY)).isTrue();
        assertThat(sent()).isEqualTo("POST /identity/introspect\n\napikey=key%2Bwith%2Fodd%3Dcharacters");
    }

    @Test
    void tellsWhenATokenNoLongerHolds() {
        answers(200, "{\"active\": false}");

        assertThat(identity.tokens().introspect(Secret.of("a.b.c"))).isFalse();
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
