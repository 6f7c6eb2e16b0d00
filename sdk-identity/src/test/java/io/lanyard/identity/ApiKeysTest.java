// Identity, tests: every operation on API keys, as it is sent and as it is read.
package io.lanyard.identity;

import static io.lanyard.identity.Filter.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.ETag;
import io.lanyard.core.IamId;
import io.lanyard.core.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ApiKeysTest extends Wired {

    private static final ApiKeyId ID = ApiKeyId.of("ApiKey-1");
    private static final Instant NEW_YEAR = Instant.parse("2049-01-01T00:00:00Z");

    @Test
    void createsWithANameOnly() {
        answers(201, API_KEY);

        var key = identity.apiKeys().create(ROBOT, "think-registry-demo-key");

        assertThat(key.secret().reveal()).isEqualTo("the-secret-value");
        assertThat(sent()).isEqualTo("""
                        POST /v1/apikeys
                        Authorization: Bearer token

                        {"name":"think-registry-demo-key","iam_id":"iam-ServiceId-1"}""");
    }

    @Test
    void createsWithEverything() {
        answers(201, API_KEY);

        identity.apiKeys()
                .create(
                        ROBOT,
                        "key",
                        k -> k.description("for CI")
                                .account(ACCOUNT)
                                .value(Secret.of("0123456789012345678901234567890123456789"))
                                .storeValue(true)
                                .supportSessions(false)
                                .actionWhenLeaked(ActionWhenLeaked.DELETE)
                                .expiresAt(NEW_YEAR)
                                .locked()
                                .disabled());

        assertThat(sent()).isEqualTo("""
                        POST /v1/apikeys
                        Authorization: Bearer token
                        Entity-Disable: true
                        Entity-Lock: true

                        {"name":"key","iam_id":"iam-ServiceId-1","description":"for CI",\
                        "account_id":"0123456789abcdef0123456789abcdef",\
                        "apikey":"0123456789012345678901234567890123456789","store_value":true,"support_sessions":false,\
                        "action_when_leaked":"delete","expires_at":"2049-01-01T00:00+0000"}""");
    }

    @Test
    void readsEveryField() {
        answers(
                200,
                API_KEY.replace(
                        "\"apikey\": \"the-secret-value\"", "\"apikey\": \"\", \"activity\": {\"authn_count\": 0}"));

        var read = identity.apiKeys().get(ID, more -> more.history().activity());

        assertThat(sent()).isEqualTo("""
                        GET /v1/apikeys/ApiKey-1?include_history=true&include_activity=true
                        Authorization: Bearer token""");
        assertThat(read.etag()).isEqualTo(ETag.of("1-aa"));
        var key = read.value();
        assertThat(key.id()).isEqualTo(ID);
        assertThat(key.entityTag()).contains(ETag.of("1-aa"));
        assertThat(key.crn().resourceType()).isEqualTo("apikey");
        assertThat(key.locked()).isFalse();
        assertThat(key.disabled()).contains(false);
        assertThat(key.createdAt()).contains(Instant.parse("2024-10-04T14:05:00Z"));
        assertThat(key.createdBy()).isEqualTo(IamId.of("IBMid-1"));
        assertThat(key.modifiedAt()).contains(Instant.parse("2024-10-04T14:05:00Z"));
        assertThat(key.supportSessions()).contains(false);
        assertThat(key.actionWhenLeaked()).contains(ActionWhenLeaked.NONE);
        assertThat(key.expiresAt()).contains(Instant.parse("2049-01-02T18:30:00Z"));
        assertThat(key.description()).contains("for CI");
        assertThat(key.iamId()).isEqualTo(ROBOT);
        assertThat(key.accountId()).isEqualTo(ACCOUNT);
        assertThat(key.value()).isEmpty();
        assertThat(key.activity().orElseThrow().lastAuthn()).isEmpty();
    }

    @Test
    void saysWhereTheSecretWentWhenItIsNotThere() {
        answers(200, API_KEY.replace("the-secret-value", ""));

        var key = identity.apiKeys().get(ID).value();

        assertThatThrownBy(key::secret)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the value of ApiKey-1 is not in this answer: it is shown once, when the key is created");
    }

    @Test
    void keepsALeakActionThatNobodyKnowsYet() {
        answers(200, API_KEY.replace("none", "quarantine"));

        identity.apiKeys().update(ID, k -> k.withName("renamed"));

        assertThat(sent()).endsWith("{\"name\":\"renamed\"}");
        assertThat(identity.apiKeys().get(ID).value().actionWhenLeaked()).contains(ActionWhenLeaked.of("quarantine"));
    }

    @Test
    void findsAKeyByItsValueInAHeader() {
        answers(200, API_KEY);

        var key = identity.apiKeys().getByValue(Secret.of("the-secret-value"), more -> more.history());

        assertThat(key.id()).isEqualTo(ID);
        assertThat(sent()).isEqualTo("""
                        GET /v1/apikeys/details?include_history=true
                        Authorization: Bearer token
                        IAM-ApiKey: the-secret-value""");
    }

    @Test
    void listsOnesOwn() {
        answers(200, "{\"apikeys\": [" + API_KEY + "]}");

        assertThat(identity.apiKeys().list(ACCOUNT)).extracting(ApiKey::id).containsExactly(ID);

        assertThat(sent()).isEqualTo("""
                        GET /v1/apikeys?account_id=0123456789abcdef0123456789abcdef
                        Authorization: Bearer token""");
    }

    @Test
    void listsWithEveryParameter() {
        answers(200, "{\"apikeys\": []}");

        var keys = identity.apiKeys()
                .list(
                        ACCOUNT,
                        q -> q.of(ROBOT)
                                .scope(ApiKeyScope.ACCOUNT)
                                .type(ApiKeyType.SERVICE_ID)
                                .group(ServiceIdGroupId.of("group-1"))
                                .where(name().endsWith("key"))
                                .sortedBy(ApiKeySort.CREATED_BY)
                                .ascending()
                                .pageSize(100)
                                .history());

        assertThat(keys).isEmpty();
        assertThat(sent()).isEqualTo("""
                        GET /v1/apikeys?account_id=0123456789abcdef0123456789abcdef&iam_id=iam-ServiceId-1&scope=account\
                        &type=serviceid&group_id=group-1&filter=name%20ew%20%22key%22&sort=created_by&order=asc\
                        &pagesize=100&include_history=true
                        Authorization: Bearer token""");
    }

    @Test
    void updatesEverythingThatCanBe() {
        answers(200, API_KEY);

        identity.apiKeys()
                .update(
                        ID,
                        k -> k.withName("renamed")
                                .withDescription("for builds")
                                .withSupportSessions(true)
                                .withActionWhenLeaked(ActionWhenLeaked.DISABLE)
                                .withExpiresAt(NEW_YEAR));

        assertThat(sent()).isEqualTo("""
                        PUT /v1/apikeys/ApiKey-1
                        Authorization: Bearer token
                        If-Match: 1-aa

                        {"name":"renamed","description":"for builds","support_sessions":true,\
                        "action_when_leaked":"disable","expires_at":"2049-01-01T00:00+0000"}""");
    }

    @Test
    void takesAnExpiryAwayWithTheEmptyText() {
        answers(200, API_KEY);

        identity.apiKeys().update(ID, ApiKey::withoutExpiry);

        assertThat(sent()).endsWith("{\"name\":\"think-registry-demo-key\",\"expires_at\":\"\"}");
    }

    @Test
    void deletesLocksUnlocksDisablesAndEnables() {
        answersNoContent();

        identity.apiKeys().lock(ID);
        assertThat(sent()).startsWith("POST /v1/apikeys/ApiKey-1/lock\n");

        identity.apiKeys().unlock(ID);
        assertThat(sent()).startsWith("DELETE /v1/apikeys/ApiKey-1/lock\n");

        identity.apiKeys().disable(ID);
        assertThat(sent()).startsWith("POST /v1/apikeys/ApiKey-1/disable\n");

        identity.apiKeys().enable(ID);
        assertThat(sent()).startsWith("DELETE /v1/apikeys/ApiKey-1/disable\n");

        identity.apiKeys().delete(ID);
        assertThat(sent()).isEqualTo("DELETE /v1/apikeys/ApiKey-1\nAuthorization: Bearer token");
    }
}
