// Room: sandbox / policy management, tests.
package io.lanyard.sandbox.services.policy;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.services.policy.Bodies.READER;
import static io.lanyard.sandbox.services.policy.Bodies.VIEWER;
import static io.lanyard.sandbox.services.policy.Bodies.v1;
import static io.lanyard.sandbox.services.policy.Bodies.v2;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of policies over HTTP: filters, order, pages, and what a caller may see. */
class PolicyListTest {
    private static Sandbox sandbox;
    private static String account;
    private static Actor owner;
    private static Actor ada;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        var fresh = sandbox.newAccount(seed -> seed.member("ada@example.com", "Ada", "Lovelace"));
        account = fresh.id().value();
        owner = Actor.owner(sandbox, fresh);
        ada = Actor.member(sandbox, fresh, 0);
        post("/v1/policies", v1("iam-a", READER, "accountId", account, "serviceName", "container-registry"));
        post("/v1/policies", v1("iam-b", READER, "accountId", account, "serviceName", "kms"));
        post("/v2/policies", v2("iam-a", VIEWER, "accountId", account, "serviceType", "platform_service"));
        post("/v2/policies", v2("iam-b", VIEWER, "accountId", account, "service_group_id", "IAM"));
        var group = v2("iam-c", READER, "accountId", account, "serviceName", "logs");
        group.add("subject", json("attributes", Bodies.attributes("key", "access_group_id", "AccessGroupId-1")));
        post("/v2/policies", group);
        var tagged = v1("iam-c", READER, "accountId", account, "serviceType", "service");
        tagged.getAsJsonArray("resources")
                .get(0)
                .getAsJsonObject()
                .add("tags", array(json("name", "env", "value", "prod", "operator", "stringEquals")));
        post("/v1/policies", tagged);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/policies, '', 6",
        "/v2/policies, '', 6",
        "/v1/policies, &iam_id=iam-a, 2",
        "/v2/policies, &iam_id=iam-a, 2",
        "/v1/policies, &access_group_id=AccessGroupId-1, 1",
        "/v1/policies, &type=access, 6",
        "/v1/policies, &type=authorization, 0",
        "/v1/policies, &service_type=platform_service, 2",
        "/v1/policies, &service_type=service, 4",
        "/v1/policies, &tag_name=env, 1",
        "/v1/policies, &tag_name=env&tag_value=test, 0",
        "/v2/policies, &service_name=kms, 1",
        "/v2/policies, &service_group_id=IAM, 1",
        "/v2/policies, &format=display, 6",
        "/v2/policies, &format=include_last_permit, 6",
    })
    void filters(String path, String filter, int expected) {
        assertThat(ids(owner, path + "?account_id=" + account + filter)).hasSize(expected);
    }

    @Test
    void walksThroughPagesInOrder() {
        List<String> walked = new ArrayList<>();
        String next = sandbox.url() + "/v2/policies?limit=4&sort=-created_by_id&account_id=" + account;

        while (!next.isEmpty()) {
            JsonObject page = owner.get(next).json();
            assertThat(page.get("limit").getAsInt()).isEqualTo(4);
            assertThat(page.getAsJsonObject("first").get("href").getAsString()).contains("limit=4");
            page.getAsJsonArray("policies")
                    .forEach(p -> walked.add(p.getAsJsonObject().get("id").getAsString()));
            next = page.has("next") ? page.getAsJsonObject("next").get("href").getAsString() : "";
            assertThat(next.isEmpty() || next.contains("start=")).isTrue();
            assertThat(page.has("previous")).isEqualTo(next.isEmpty());
        }

        assertThat(walked).hasSize(6).doesNotHaveDuplicates();
        assertThat(ids(owner, "/v1/policies?sort=id&account_id=" + account)).isSorted();
    }

    @Test
    void showsWhatTheCallerMayReadOnly() {
        assertThat(ids(ada, "/v2/policies?account_id=" + account)).isEmpty();

        var grant = owner.post("/v2/policies", v2(ada.iamId(), VIEWER, "accountId", account, "serviceName", "kms"));
        try {
            assertThat(ids(ada, "/v2/policies?account_id=" + account)).hasSize(2);
        } finally {
            owner.delete("/v2/policies/" + Actor.text(grant, "id"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=101", "limit=x", "start=%21", "sort=age", "format=x", "state=x", "colour=red"})
    void refusesBadParameters(String parameter) {
        assertThat(owner.get("/v1/policies?account_id=" + account + "&" + parameter)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void needsAnAccount() {
        assertThat(code(owner.get("/v2/policies"))).isEqualTo("missing_required_query_parameter");
        assertThat(ids(owner, "/v2/policies?account_id=nowhere")).isEmpty();
    }

    private static void post(String path, JsonObject body) {
        var answer = owner.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static List<String> ids(Actor actor, String path) {
        var answer = actor.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().getAsJsonArray("policies").asList().stream()
                .map(policy -> policy.getAsJsonObject().get("id").getAsString())
                .toList();
    }
}
