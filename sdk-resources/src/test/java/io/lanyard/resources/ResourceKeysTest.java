// Resources, tests: every operation on keys of instances, as it is sent and as it is read.
package io.lanyard.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.Crn;
import org.junit.jupiter.api.Test;

class ResourceKeysTest extends Wired {

    private static final ResourceKeyId ID = ResourceKeyId.of("key-1");

    private static final String KEY = """
            {"id": "crn:v1:bluemix:public:cloud-object-storage:global:a/0123:g-1:resource-key:key-1", "guid": "key-1",
             "crn": "crn:v1:bluemix:public:cloud-object-storage:global:a/0123:g-1:resource-key:key-1",
             "name": "uploader", "account_id": "0123456789abcdef0123456789abcdef", "resource_group_id": "group-1",
             "source_crn": "crn:v1:bluemix:public:cloud-object-storage:global:a/0123:g-1::", "state": "active",
             "credentials": {"apikey": "the-secret-value", "iam_apikey_name": "uploader",
               "iam_apikey_description": "made for a key", "iam_role_crn": "crn:v1:bluemix:public:iam::::serviceRole:Writer",
               "iam_serviceid_crn": "crn:v1:bluemix:public:iam-identity::a/0123::serviceid:ServiceId-1",
               "resource_instance_id": "crn:v1:bluemix:public:cloud-object-storage:global:a/0123:g-1::",
               "cos_hmac_keys": {"access_key_id": "id-1", "secret_access_key": "the-other-secret"},
               "kafka_brokers_sasl": ["b1:9093", "b2:9093"]},
             "iam_compatible": true, "created_by": "IBMid-1"}
            """;

    @Test
    void createsWithANameOnly() {
        answers(201, KEY);

        resources.keys().create("uploader", STORE);

        assertThat(sent()).isEqualTo("""
                POST /v2/resource_keys
                Authorization: Bearer token

                {"name":"uploader","source":"%s"}""".formatted(STORE));
    }

    @Test
    void createsWithEverything() {
        answers(201, KEY);

        resources
                .keys()
                .create(
                        "uploader",
                        STORE,
                        k -> k.role("Writer")
                                .serviceId(
                                        Crn.parse("crn:v1:bluemix:public:iam-identity::a/0123::serviceid:ServiceId-1"))
                                .hmac());

        assertThat(sent()).endsWith("""
                "role":"Writer","parameters":{"serviceid_crn":\
                "crn:v1:bluemix:public:iam-identity::a/0123::serviceid:ServiceId-1","HMAC":true}}""");
    }

    @Test
    void readsEveryFieldAndPrintsNoSecret() {
        answers(200, KEY);

        var key = resources.keys().get(ID);

        assertThat(sent()).isEqualTo("GET /v2/resource_keys/key-1\nAuthorization: Bearer token");
        assertThat(key.name()).isEqualTo("uploader");
        assertThat(key.sourceCrn().orElseThrow().serviceInstance()).isEqualTo("g-1");
        assertThat(key.iamCompatible()).contains(true);
        var credentials = key.credentials().orElseThrow();
        assertThat(credentials.apikey().orElseThrow().reveal()).isEqualTo("the-secret-value");
        assertThat(credentials.cosHmacKeys().orElseThrow().secretAccessKey().reveal())
                .isEqualTo("the-other-secret");
        assertThat(credentials.brokers()).containsExactly("b1:9093", "b2:9093");
        assertThat(credentials.iamRoleCrn()).map(Crn::resource).contains("Writer");
        assertThat(key.toString()).doesNotContain("the-secret-value", "the-other-secret");
    }

    @Test
    void readsWhatIsRedacted() {
        answers(
                200,
                KEY.replaceFirst(
                        "(?s)\"credentials\": \\{.*\"b2:9093\"]}", "\"credentials\": {\"REDACTED\": \"REDACTED\"}"));

        var credentials = resources.keys().get(ID).credentials().orElseThrow();

        assertThat(credentials.redacted()).contains("REDACTED");
        assertThat(credentials.apikey()).isEmpty();
    }

    @Test
    void lists() {
        answers(200, "{\"rows_count\": 1, \"next_url\": null, \"resources\": [" + KEY + "]}");

        assertThat(resources.keys().list()).extracting(ResourceKey::name).containsExactly("uploader");
        assertThat(sent()).isEqualTo("GET /v2/resource_keys\nAuthorization: Bearer token");

        assertThat(resources.keys().list(q -> q.name("uploader").in(GROUP))).hasSize(1);
        assertThat(sent()).startsWith("GET /v2/resource_keys?name=uploader&resource_group_id=group-1\n");

        assertThat(resources.instances().keys(STORE)).hasSize(1);
        assertThat(sent()).startsWith("GET /v2/resource_instances/" + STORE_SEGMENT + "/resource_keys\n");
    }

    @Test
    void renamesAndDeletes() {
        answers(200, KEY);

        resources.keys().rename(ID, "loader");

        assertThat(sent())
                .isEqualTo("PATCH /v2/resource_keys/key-1\nAuthorization: Bearer token\n\n{\"name\":\"loader\"}");

        answersNothing(204);
        resources.keys().delete(ID);

        assertThat(sent()).isEqualTo("DELETE /v2/resource_keys/key-1\nAuthorization: Bearer token");
    }
}
